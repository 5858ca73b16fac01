//! What stands under the text of a consultation.

use leptos::prelude::*;
use muloqot_domain::{About, Consultation, Unread};

use super::{
    PHASES_HEADING_ID, WORDS, documents::documents_of, following::following, phases::phases_of,
    questions::questions_of,
};
use crate::{
    consultation::{ABOUT_STYLE, part_words::PartWords, view::text},
    locale::about as a,
};

/// What is asked one by one, what happens when, why it is asked, of whom and what for, what there
/// is to read, and what is new: each in a section under its heading (WCAG 1.3.1, 2.4.6, 2.4.10).
/// While its words do not come, why, with the way to try again. The focus comes here when it was
/// on such a way before.
pub fn under_text(consultation: &Consultation, was_tried_again: bool) -> AnyView {
    let consultation = consultation.clone();
    let words = PartWords::fetch(WORDS);
    provide_context(words.language);
    view! {
        <link rel="stylesheet" href=ABOUT_STYLE/>
        {words.then(PHASES_HEADING_ID, was_tried_again, move || told(&consultation))}
    }
    .into_any()
}

fn told(consultation: &Consultation) -> AnyView {
    let lang = &consultation.language;
    let about = consultation.about.as_ref().and_then(Unread::read::<About>).unwrap_or_default();
    let About { why, purpose, invited, documents, questions, email_updates_url } = about;
    view! {
        {questions_of(&consultation.id, questions, lang)}
        {phases_of(consultation)}
        {text("why-heading", a::about_why(), why, lang)}
        {text("purpose-heading", a::about_purpose(), purpose, lang)}
        {text("invited-heading", a::about_invited(), invited, lang)}
        {documents_of(documents, lang)}
        {following(consultation, email_updates_url)}
    }
    .into_any()
}
