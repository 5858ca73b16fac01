//! The documents of a consultation.

use leptos::prelude::*;
use muloqot_domain::{Document, LanguageTag, Locale};

use crate::{
    consultation::document_link::document_link,
    locale::{about as a, t},
};

/// What there is to read, each with the language it is written in (WCAG 3.1.2).
pub fn documents_of(documents: Vec<Document>, lang: &LanguageTag) -> Option<AnyView> {
    (!documents.is_empty()).then(|| {
        let row = |document| view! { <li>{shown(document, lang)}</li> }.into_any();
        let rows = documents.into_iter().map(row).collect_view();
        view! {
            <section aria-labelledby="documents-heading">
                <h2 id="documents-heading">{t(a::about_documents())}</h2>
                <ul role="list" class="documents">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn shown(document: Document, lang: &LanguageTag) -> AnyView {
    let Document { title, url, media_type, bytes, language } = document;
    let written_in = language.map(|tag| {
        let known = Locale::ALL.iter().find(|it| it.tag() == tag.as_str());
        let name = known.map_or_else(|| tag.0.clone(), |it| it.own_name().to_owned());
        view! { <span class="documents__language" lang=tag.0>{name}</span> }.into_any()
    });
    let link = document_link(title, url, media_type.as_deref(), bytes, lang);
    view! { {link} " " {written_in} }.into_any()
}
