//! Which files may be handed in, as far as their names and sizes tell.
//!
//! What is in them is for the server to check: a name proves nothing. This spares people from
//! sending for minutes what would be refused.

/// What files are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileLimits {
    /// Their kinds, each by the ends of its names without the dot, in small letters; by the first
    /// of them the kind is told of.
    pub kinds: &'static [&'static [&'static str]],
    /// The greatest size of one, in bytes.
    pub bytes_max: u64,
    /// How many at most.
    pub files_max: usize,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// Its name ends otherwise than the limits say.
    WrongKind,
    /// Nothing is in it.
    Empty,
    /// It is over the greatest size.
    TooBig,
    /// It is there already: one of the same name and size.
    Twice,
    /// There are as many as there may be.
    TooMany,
}

/// Whether a file of that name and size in bytes may join those `before` it.
///
/// # Errors
/// The first reason why not.
pub fn check_file<'a>(
    name: &str,
    bytes: u64,
    before: impl Iterator<Item = (&'a str, u64)>,
    limits: &FileLimits,
) -> Result<(), FileRefusal> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let mut known = limits.kinds.iter().copied().flatten();
    if !known.any(|known| known.eq_ignore_ascii_case(extension)) {
        return Err(FileRefusal::WrongKind);
    }
    check_amount(name, bytes, before, limits)
}

/// The same for a file whose content is looked at, and which may be called anything.
///
/// # Errors
/// The first reason why not.
pub fn check_amount<'a>(
    name: &str,
    bytes: u64,
    before: impl Iterator<Item = (&'a str, u64)>,
    limits: &FileLimits,
) -> Result<(), FileRefusal> {
    if bytes == 0 {
        return Err(FileRefusal::Empty);
    }
    if bytes > limits.bytes_max {
        return Err(FileRefusal::TooBig);
    }
    let mut count = 0;
    for file in before {
        if file == (name, bytes) {
            return Err(FileRefusal::Twice);
        }
        count += 1;
    }
    if count < limits.files_max { Ok(()) } else { Err(FileRefusal::TooMany) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: FileLimits =
        FileLimits { kinds: &[&["pdf"], &["jpg", "jpeg"]], bytes_max: 1_000, files_max: 2 };

    fn check(name: &str, bytes: u64, before: &[(&str, u64)]) -> Result<(), FileRefusal> {
        check_file(name, bytes, before.iter().copied(), &LIMITS)
    }

    #[test]
    fn the_end_of_the_name_is_known_in_any_letters() {
        assert_eq!(check("Ariza.PDF", 10, &[]), Ok(()));
        assert_eq!(check("rasm.2024.jpg", 10, &[]), Ok(()));
        assert_eq!(check("rasm.jpeg", 10, &[]), Ok(()));
        for name in ["dastur.exe", "ariza.pdf.exe", "pdf", ""] {
            assert_eq!(check(name, 10, &[]), Err(FileRefusal::WrongKind), "{name}");
        }
    }

    #[test]
    fn a_name_is_no_matter_where_the_content_is_looked_at() {
        let check = |bytes| check_amount("rasm", bytes, [("a", 5)].into_iter(), &LIMITS);
        assert_eq!((check(10), check(1_001)), (Ok(()), Err(FileRefusal::TooBig)));
    }

    #[test]
    fn the_greatest_size_itself_is_allowed() {
        assert_eq!(check("a.pdf", 1_000, &[]), Ok(()));
        assert_eq!(check("a.pdf", 1_001, &[]), Err(FileRefusal::TooBig));
        assert_eq!(check("a.pdf", 0, &[]), Err(FileRefusal::Empty));
    }

    #[test]
    fn the_same_file_twice_is_told_before_there_being_too_many() {
        let two = [("a.pdf", 5), ("b.pdf", 5)];
        assert_eq!(check("a.pdf", 5, &two), Err(FileRefusal::Twice));
        assert_eq!(check("a.pdf", 6, &two), Err(FileRefusal::TooMany));
        assert_eq!(check("a.pdf", 6, &two[..1]), Ok(()));
    }
}
