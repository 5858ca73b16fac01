//! The way past the header.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{gallery as g, m, t};

/// The first thing that takes the focus on a page: past what every page repeats, to what it
/// has of its own (WCAG 2.4.1). It comes into sight with the focus (2.4.7).
#[component]
pub fn SkipLink(
    /// The identifier of where it leads, which can take the focus.
    to: &'static str,
) -> impl IntoView {
    view! { <a class="skip-link" href=format!("#{to}")>{t(m::skip_to_content())}</a> }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.1", "2.4.7", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// The link, and a place to skip to.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("until it has the focus it is out of sight", || {
        view! {
            <SkipLink to="skip-target"/>
            <p id="skip-target" tabindex="-1">{t(g::sample_text())}</p>
        }
        .into_any()
    })]
}
