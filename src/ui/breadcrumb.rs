//! The way back up.

use leptos::prelude::*;

use super::fixture::Fixture;
use crate::locale::{Message, m, t};

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

/// Every state of a breadcrumb.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("to the consultations", || {
        view! { <Breadcrumb href="/consultations".to_owned() label=m::nav_consultations()/> }
            .into_any()
    })]
}
