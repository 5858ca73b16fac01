//! The words about files.

use muloqot_domain::{FileLimits, FileRefusal};

use super::{Message, attaching as a, file_size};

/// The kinds of files that are taken, as people write them: `PDF, JPG`.
#[must_use]
pub fn file_kinds(limits: &FileLimits) -> String {
    let kinds = limits.kinds.iter().filter_map(|ends| ends.first().copied());
    kinds.collect::<Vec<_>>().join(", ").to_ascii_uppercase()
}

/// What files are taken.
#[must_use]
pub fn file_limit_words(limits: &FileLimits) -> Message {
    a::file_limits(file_kinds(limits), file_size(limits.bytes_max), limits.files_max as u64)
}

/// Why the file of that name was not taken, and what to do next.
#[must_use]
pub fn file_refusal_words(refusal: FileRefusal, name: &str, limits: &FileLimits) -> Message {
    let name = isolated(name);
    match refusal {
        FileRefusal::WrongKind => a::file_wrong_kind(name, file_kinds(limits)),
        FileRefusal::Empty => a::file_empty(name),
        FileRefusal::TooBig => a::file_too_big(name, file_size(limits.bytes_max)),
        FileRefusal::Twice => a::file_twice(name),
        FileRefusal::TooMany => a::file_too_many(name, limits.files_max as u64),
    }
}

/// A name that finds its own direction and leaves that of the words around it alone.
#[must_use]
pub fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}
