//! Something more, for who wants it.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, t};

/// Words that open what is behind them: a native `details`, so that it works without the app,
/// is found by a search in the page, and is called open or closed by itself (WCAG 4.1.2).
#[component]
pub fn Disclosure(
    /// What is behind it.
    label: Message,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What is behind it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{t(label)}</summary>
            <div class="disclosure__content">{children()}</div>
        </details>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "2.5.8", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_opens_or_closes)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(open: bool) -> AnyView {
        view! {
            <Disclosure label=g::sample_why_asked() open>
                <p>{t(g::sample_paragraph())}</p>
            </Disclosure>
        }
        .into_any()
    }
    vec![Fixture::new("closed", || shown(false)), Fixture::new("open", || shown(true))]
}
