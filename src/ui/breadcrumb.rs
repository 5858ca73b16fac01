//! The way back up.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t};

/// A link to the page above this one, in a navigation landmark of its own (WCAG 2.4.8).
#[component]
pub fn Breadcrumb(
    /// Where it leads.
    href: String,
    /// The name of the page above.
    label: Message,
) -> impl IntoView {
    view! {
        <nav class="breadcrumb" aria-label=t(label.clone())>
            <a href=href>{t(label.clone())}</a>
        </nav>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.5", "2.4.8"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of a breadcrumb.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("to the consultations", || {
        view! { <Breadcrumb href="/consultations".to_owned() label=m::nav_consultations()/> }
            .into_any()
    })]
}
