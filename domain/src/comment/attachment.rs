//! Files that a comment brings along.
//!
//! What a file is, its content alone tells: names and what a browser says of them prove nothing.
//! The form of a PDF is that of ISO 32000-2 § 7.5.

use serde::{Deserialize, Serialize};

use super::{
    CountGraphemes, TextRefusal, accept_text,
    picture::{is_jpeg, is_png},
};
use crate::{
    AttachmentId, FileLimits, FileRefusal, from_json, open_enum::open_enum, unseen::is_unseen,
};

open_enum! {
    /// What kind of file an attachment is.
    pub enum MediaType {
        /// A document.
        Pdf = "application/pdf",
        /// A photograph.
        Jpeg = "image/jpeg",
        /// A picture.
        Png = "image/png",
    }
}

/// How many files a comment may bring along.
pub const ATTACHMENTS_MAX: usize = 3;
/// The greatest size of one, in bytes.
pub const ATTACHMENT_BYTES_MAX: u64 = 5_000_000;
/// The greatest length of a description, in grapheme clusters.
pub const DESCRIPTION_GRAPHEMES_MAX: usize = 200;
/// The greatest length of a file's name, in characters.
pub const FILE_NAME_CHARS_MAX: usize = 100;

/// What files a comment may bring along.
pub const ATTACHMENT_LIMITS: FileLimits = FileLimits {
    kinds: &[
        MediaType::Pdf.extensions(),
        MediaType::Jpeg.extensions(),
        MediaType::Png.extensions(),
    ],
    bytes_max: ATTACHMENT_BYTES_MAX,
    files_max: ATTACHMENTS_MAX,
};

/// A file that was handed in and that no comment has taken yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Upload {
    /// Its identifier.
    pub id: AttachmentId,
    /// Its name, without anything that is no part of a name.
    pub name: String,
    /// What kind of file it is, told by its content.
    pub media_type: MediaType,
    /// Its size in bytes.
    pub bytes: u64,
}

from_json!(Upload { id: required, name: required, media_type: required, bytes: required });

/// A file that a comment is to bring along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAttachment {
    /// Which of the files its author has handed in.
    pub id: AttachmentId,
    /// What is to be seen in it, for those who do not open it or cannot see it: 1 to 200 graphemes.
    pub description: String,
}

from_json!(NewAttachment { id: required, description: required });

/// A file that a comment brings along. It is read at `/attachments/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// Its name.
    pub name: String,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// Its size in bytes.
    pub bytes: u64,
    /// What is to be seen in it, in its author's words.
    pub description: String,
}

from_json!(Attachment {
    id: required,
    name: required,
    media_type: required,
    bytes: required,
    description: required,
});

/// What a file is, by its content, if it is one that a comment may bring along.
///
/// # Errors
/// `Empty`, `TooBig` or `WrongKind`, the first that is true. A file that breaks off is of a wrong
/// kind too: nobody could open it.
pub fn accept_attachment(content: &[u8]) -> Result<MediaType, FileRefusal> {
    if content.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if content.len() as u64 > ATTACHMENT_BYTES_MAX {
        return Err(FileRefusal::TooBig);
    }
    match content {
        pdf if is_pdf(pdf) => Ok(MediaType::Pdf),
        jpeg if is_jpeg(jpeg) => Ok(MediaType::Jpeg),
        png if is_png(png) => Ok(MediaType::Png),
        _ => Err(FileRefusal::WrongKind),
    }
}

/// The description of a file as it will be kept.
///
/// # Errors
/// The first reason why it cannot be one.
pub fn accept_description(typed: &str, count: CountGraphemes) -> Result<&str, TextRefusal> {
    accept_text(typed, DESCRIPTION_GRAPHEMES_MAX, count)
}

/// A document begins with its version, and its last kilobyte says where it ends.
fn is_pdf(content: &[u8]) -> bool {
    const END: &[u8] = b"%%EOF";
    let tail = content.get(content.len().saturating_sub(1_024)..).unwrap_or_default();
    content.starts_with(b"%PDF-") && tail.windows(END.len()).any(|part| part == END)
}

/// The name of a file as it will be kept: no folders, nothing that cannot be seen or turns the
/// direction of the words around it, at most 100 characters, and an end that tells the truth.
#[must_use]
pub fn file_name(typed: &str, kind: MediaType) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|it| !is_no_name(*it)).collect();
    let name = name.trim_matches([' ', '.']);
    let ends = kind.extensions();
    let (stem, end) = match name.rsplit_once('.') {
        Some((stem, end)) if ends.iter().any(|known| known.eq_ignore_ascii_case(end)) => {
            (stem, end)
        }
        _ => (name, ends.first().copied().unwrap_or("bin")),
    };
    let room = FILE_NAME_CHARS_MAX - 1 - end.len();
    let stem: String = stem.chars().take(room).collect();
    let stem = if stem.is_empty() { "file" } else { stem.as_str() };
    [stem, ".", end].concat()
}

/// Whether a character is no part of a name: it is not seen, or breaks the line.
fn is_no_name(c: char) -> bool {
    c.is_control() || is_unseen(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

impl MediaType {
    /// What people call it.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Other => "?",
        }
    }

    /// What the names of such files end with, the usual end first.
    const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Other => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;
    use crate::comment::{
        graphemes,
        picture::samples::{chunk, jpeg, png},
    };

    fn pdf() -> Vec<u8> {
        b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n".to_vec()
    }

    #[test]
    fn each_kind_is_known_by_its_content() {
        assert_eq!(accept_attachment(&pdf()), Ok(MediaType::Pdf));
        assert_eq!(accept_attachment(&jpeg()), Ok(MediaType::Jpeg));
        assert_eq!(accept_attachment(&png()), Ok(MediaType::Png));
        for other in
            [b"MZ\x90\0".as_slice(), b"<svg/>", b"GIF89a", b"PK\x03\x04", b" %PDF-1.7 %%EOF"]
        {
            assert_eq!(accept_attachment(other), Err(FileRefusal::WrongKind), "{other:?}");
        }
    }

    #[test]
    fn a_program_that_only_begins_like_a_picture_is_none() {
        let program = [b"\x89PNG\r\n\x1a\n".as_slice(), b"MZ this program cannot be run"].concat();
        assert_eq!(accept_attachment(&program), Err(FileRefusal::WrongKind));
        let program = [&[0xFF, 0xD8, 0xFF], b"MZ this program cannot be run".as_slice()].concat();
        assert_eq!(accept_attachment(&program), Err(FileRefusal::WrongKind));
    }

    #[test]
    fn what_a_camera_adds_is_let_be_and_what_was_cut_off_a_picture_is_not() {
        let more = |mut content: Vec<u8>| {
            content.extend_from_slice(b"more");
            accept_attachment(&content)
        };
        assert_eq!(more(jpeg()), Ok(MediaType::Jpeg));
        assert_eq!(more(pdf()), Ok(MediaType::Pdf));
        assert_eq!(more(png()), Err(FileRefusal::WrongKind));
    }

    #[test]
    fn a_picture_without_pixels_is_none() {
        let chunks = [chunk(b"IHDR", &[0; 13]), chunk(b"IEND", &[])].concat();
        let empty = [b"\x89PNG\r\n\x1a\n", chunks.as_slice()].concat();
        assert_eq!(accept_attachment(&empty), Err(FileRefusal::WrongKind));
        let no_frame = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9];
        assert_eq!(accept_attachment(&no_frame), Err(FileRefusal::WrongKind));
    }

    #[test]
    fn the_greatest_size_itself_is_allowed_and_one_more_is_not() {
        let mut largest = pdf();
        let gap = ATTACHMENT_BYTES_MAX as usize - largest.len();
        largest.splice(9..9, vec![b' '; gap]);
        assert_eq!(accept_attachment(&largest), Ok(MediaType::Pdf));
        largest.insert(9, b' ');
        assert_eq!(accept_attachment(&largest), Err(FileRefusal::TooBig));
        assert_eq!(accept_attachment(&[]), Err(FileRefusal::Empty));
    }

    #[test]
    fn a_name_keeps_what_is_a_name_and_ends_with_what_the_file_is() {
        let long = format!("{}.pdf", "ў".repeat(300));
        for (typed, kind, kept) in [
            ("Ariza.PDF", MediaType::Pdf, "Ariza.PDF"),
            ("rasm.jpeg", MediaType::Jpeg, "rasm.jpeg"),
            ("rasm.pdf", MediaType::Png, "rasm.pdf.png"),
            ("dastur.exe", MediaType::Png, "dastur.exe.png"),
            ("../../etc/passwd", MediaType::Pdf, "passwd.pdf"),
            ("C:\\uy\\hujjat.pdf", MediaType::Pdf, "hujjat.pdf"),
            ("a\u{202E}fdp.exe\r\n", MediaType::Pdf, "afdp.exe.pdf"),
            ("<b>\"x\".png", MediaType::Png, "<b>\"x\".png"),
            ("...", MediaType::Png, "file.png"),
            (".pdf", MediaType::Pdf, "pdf.pdf"),
            ("", MediaType::Other, "file.bin"),
        ] {
            assert_eq!(file_name(typed, kind), kept, "{typed:?}");
        }
        assert_eq!(file_name(&long, MediaType::Pdf).chars().count(), FILE_NAME_CHARS_MAX);
    }

    #[test]
    fn a_description_is_needed_and_has_an_end() {
        assert_eq!(accept_description(" yoʻl ", graphemes), Ok("yoʻl"));
        assert_eq!(accept_description(" ", graphemes), Err(TextRefusal::Empty));
        let longer = "ў".repeat(DESCRIPTION_GRAPHEMES_MAX + 1);
        assert_eq!(accept_description(&longer, graphemes), Err(TextRefusal::TooLong { over: 1 }));
    }

    proptest! {
        #[test]
        fn a_file_that_breaks_off_anywhere_is_not_taken(kind in 0..3_usize, cut in 0.0..1.0_f64) {
            let whole = match kind { 0 => pdf(), 1 => jpeg(), _ => png() };
            // The line break after a document's end is no part of it.
            let length = if kind == 0 { whole.len() - 1 } else { whole.len() };
            let kept = (length as f64 * cut) as usize;
            prop_assert!(accept_attachment(&whole[..kept]).is_err());
        }

        #[test]
        fn whatever_bytes_come_they_are_judged(
            start in select(vec![Vec::new(), pdf(), jpeg(), png(), b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec()]),
            noise in vec(any::<u8>(), 0..200),
        ) {
            let verdict = accept_attachment(&[start, noise].concat());
            prop_assert_ne!(verdict, Ok(MediaType::Other));
        }

        #[test]
        fn a_kept_name_is_kept_as_it_is(typed in "\\PC{0,130}|[./\\\\a\\x00-\\x1f\\u{202e}]{0,9}", kind in select(MediaType::ALL)) {
            let kept = file_name(&typed, kind);
            prop_assert!(!kept.contains(['/', '\\']) && !kept.contains(is_no_name));
            prop_assert!(kept.chars().count() <= FILE_NAME_CHARS_MAX);
            prop_assert_eq!(file_name(&kept, kind), kept);
        }
    }
}
