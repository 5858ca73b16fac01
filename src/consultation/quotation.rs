//! A passage that a reply quotes.

use leptos::prelude::*;
use muloqot_domain::Quote;

use crate::{
    locale::{author_words, m, t},
    ui::Prose,
};

/// A passage of what a reply answers, with whose it is, and whether that has changed since. A
/// figure, so that nobody takes the passage for the words of who replies (WCAG 1.3.1).
#[component]
pub fn Quotation(
    /// The passage.
    quote: Quote,
) -> impl IntoView {
    let Quote { text, language, author, since_edited } = quote;
    let whose = m::quote_of(author_words(author));
    view! {
        <figure class="quotation">
            <figcaption>
                {t(whose)}
                {since_edited.then(|| view! { " "{t(m::quote_since_edited())} }.into_any())}
            </figcaption>
            <blockquote><Prose text lang=language/></blockquote>
        </figure>
    }
}
