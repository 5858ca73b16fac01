//! A link to a document on another platform.

use leptos::prelude::*;
use muloqot_domain::{LanguageTag, is_safe_address};

use crate::locale::{file_size, m, t};

/// What a document is called, as a link where its address may be followed, with what opening it
/// brings: its type and its size, or that it leads away (WCAG 2.4.4, 3.2.5).
pub fn document_link(
    title: String,
    url: String,
    media_type: Option<&str>,
    bytes: Option<u64>,
    lang: &LanguageTag,
) -> AnyView {
    let kind = media_type.map(file_type).filter(|kind| !kind.is_empty());
    let more = match (kind, bytes) {
        (Some(kind), Some(bytes)) => m::link_file(kind, file_size(bytes)),
        (Some(kind), None) => m::verbatim(format!("({kind})")),
        (None, _) => m::link_external(),
    };
    let title = view! { <span lang=lang.0.clone() dir="auto">{title}</span> }.into_any();
    // What a platform sends may be anything, and `javascript:` is an address too.
    match is_safe_address(&url) {
        true => view! {
            <a class="link" href=url rel="external noopener noreferrer">
                {title} " " <span class="link__more">{t(more)}</span>
            </a>
        }
        .into_any(),
        false => title,
    }
}

/// A media type as people call it: `PDF`, `DOCX`, else the last part of its name.
fn file_type(media_type: &str) -> String {
    let known = [
        ("wordprocessingml", "DOCX"),
        ("spreadsheetml", "XLSX"),
        ("presentationml", "PPTX"),
        ("msword", "DOC"),
        ("opendocument.text", "ODT"),
    ];
    match known.iter().find(|(part, _)| media_type.contains(part)) {
        Some((_, name)) => (*name).to_owned(),
        None => media_type.rsplit('/').next().unwrap_or_default().to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_type;

    #[test]
    fn a_type_of_file_is_called_as_people_call_it() {
        let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!([file_type(docx), file_type("application/pdf")], ["DOCX", "PDF"]);
    }
}
