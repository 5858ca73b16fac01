//! People's words.

use leptos::prelude::*;
use muloqot_domain::{Inline, LanguageTag, paragraphs};

use super::fixture::{Contract, Fixture, Key};
use crate::locale::gallery as g;

/// Text that somebody wrote: paragraphs, line breaks and links, and nothing that markup in
/// it could do. It carries its language (WCAG 3.1.2) and finds its own direction. Links lead
/// away without telling where from and earn no credit from search engines.
#[component]
pub fn Prose(
    /// The text.
    text: String,
    /// Its language.
    lang: LanguageTag,
    /// The class of the element around it.
    #[prop(default = "prose")]
    class: &'static str,
) -> impl IntoView {
    let inline = |inline: Inline| {
        match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Link(address) => {
            view! { <a href=address.clone() rel="external nofollow ugc noreferrer">{address.clone()}</a> }
                .into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
    }
    };
    let paragraphs = paragraphs(&text)
        .into_iter()
        .map(|paragraph| {
            view! { <p dir="auto">{paragraph.0.into_iter().map(inline).collect_view()}</p> }
                .into_any()
        })
        .collect_view();
    view! { <div class=class lang=lang.0>{paragraphs}</div> }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.4.4"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every kind of text.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(text: &str, lang: &str) -> AnyView {
        view! { <Prose text=text.to_owned() lang=LanguageTag(lang.to_owned())/> }.into_any()
    }
    vec![
        Fixture::new("paragraphs, a break and a link", || {
            shown("Birinchi qator\nikkinchi qator\n\nQarang: https://example.uz/qaror.", "uz-Latn")
        }),
        Fixture::new("what looks like markup", || {
            shown("<b>muhim</b> & <script>1</script>", "uz-Latn")
        }),
        Fixture::new("right to left", || shown("العدل أساس الملك", "ar")),
    ]
}
