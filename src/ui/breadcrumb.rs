//! The way back up.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t};

/// A page above this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    /// Where it is.
    pub href: String,
    /// Its name.
    pub label: Message,
}

impl Crumb {
    /// A page above this one.
    #[must_use]
    pub fn new(href: String, label: Message) -> Self {
        Self { href, label }
    }
}

/// Links to the pages above this one, the highest first, in a navigation landmark of their
/// own (WCAG 2.4.8). With one page above it is the way back to that. The name of this page
/// comes last, is no link and says that it is here.
#[component]
pub fn Breadcrumb(
    /// The pages above.
    above: Vec<Crumb>,
    /// The name of this page, where its heading is not enough.
    #[prop(optional, into)]
    here: Option<Message>,
) -> impl IntoView {
    let class = match (above.len(), &here) {
        (1, None) => "breadcrumb breadcrumb--back",
        _ => "breadcrumb",
    };
    let level =
        |Crumb { href, label }: Crumb| view! { <li><a href=href>{t(label)}</a></li> }.into_any();
    let here =
        here.map(|here| view! { <li><span aria-current="page">{t(here)}</span></li> }.into_any());
    view! {
        <nav class=class aria-label=t(m::breadcrumb())>
            <ol role="list">{above.into_iter().map(level).collect_view()}{here}</ol>
        </nav>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.5", "2.4.8", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of a breadcrumb.
pub fn fixtures() -> Vec<Fixture> {
    fn up_to_consultations() -> Vec<Crumb> {
        vec![
            Crumb::new("/".to_owned(), m::nav_home()),
            Crumb::new("/consultations".to_owned(), m::nav_consultations()),
        ]
    }
    vec![
        Fixture::new("to the consultations", || {
            let above = vec![Crumb::new("/consultations".to_owned(), m::nav_consultations())];
            view! { <Breadcrumb above/> }.into_any()
        }),
        Fixture::new("several levels", || {
            view! { <Breadcrumb above=up_to_consultations()/> }.into_any()
        }),
        Fixture::new("with the current page", || {
            view! { <Breadcrumb above=up_to_consultations() here=g::sample_document()/> }.into_any()
        }),
        Fixture::new("long", || {
            view! { <Breadcrumb above=up_to_consultations() here=g::sample_long()/> }.into_any()
        }),
    ]
}
