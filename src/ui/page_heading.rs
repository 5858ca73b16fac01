//! The one heading that names a page.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};
use crate::{
    accessibility::use_arrivals,
    locale::{m, use_language},
    reactive::{derived, effect},
};

/// The `h1` of a page (WCAG 2.4.6) and the title of the document (2.4.2). Once it is there
/// the page has arrived: it takes the focus after a navigation, which reads it out, but not
/// on the first page of a visit.
#[component]
pub fn PageHeading(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// Their language, where it is not the reader's.
    #[prop(optional, into)]
    lang: Option<String>,
    /// Whether what the page is about is still on its way.
    #[prop(optional, into)]
    waiting: Signal<bool>,
) -> impl IntoView {
    let language = use_language();
    let arrivals = use_arrivals();
    effect(move || {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&language.say(&m::title_of_page(text.get())));
        }
    });
    effect(move || {
        if !waiting.get() {
            arrivals.arrive();
        }
    });
    view! {
        <h1 id="page-heading" tabindex="-1" lang=lang dir="auto">
            {move || text.get()}
        </h1>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["2.4.2", "2.4.3", "2.4.6"], keyboard: &[] };

/// Every state of a heading.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("short", || {
            let language = use_language();
            let text = derived(move || language.say(&m::consultations_title()));
            view! { <PageHeading text/> }.into_any()
        }),
        Fixture::new("in another language", || {
            view! { <PageHeading text="О школьном питании".to_owned() lang="ru"/> }.into_any()
        }),
    ]
}
