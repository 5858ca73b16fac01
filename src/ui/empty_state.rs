//! Nothing is there.

use leptos::prelude::*;

use super::{
    Link,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// Says that nothing is there, so that an empty place is not taken for a failure, and what
/// can be done about it (WCAG 3.3.3). Words in the flow of the page: who shows it after a
/// search has the number of results in a status already (4.1.3).
#[component]
pub fn EmptyState(
    /// What is not there.
    title: Message,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="empty-state__title">{t(title)}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "3.3.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("alone", || view! { <EmptyState title=m::thread_empty()/> }.into_any()),
        Fixture::new("with a hint", || {
            view! {
                <EmptyState title=m::consultations_none()>
                    <p>{t(m::consultations_none_hint())}</p>
                </EmptyState>
            }
            .into_any()
        }),
        Fixture::new("with a way out", || {
            view! {
                <EmptyState title=m::home_none_open()>
                    <p><Link href="/consultations".to_owned() label=m::home_all()/></p>
                </EmptyState>
            }
            .into_any()
        }),
    ]
}
