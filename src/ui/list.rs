//! Things in a row or in an order.

use leptos::prelude::*;

use super::{
    Link,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{gallery as g, m, t};

/// How the things of a list hang together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListKind {
    /// One below the other, between hairlines.
    #[default]
    Plain,
    /// With points, in the flow of a text.
    Bulleted,
    /// With numbers, in the flow of a text.
    Ordered,
    /// In as many columns as there is room for, read down each.
    Long,
}

/// A native list, so that how many things there are is told to everybody (WCAG 1.3.1). One
/// without marks says that it is a list: some browsers forget it with the marks.
#[component]
pub fn List(
    /// How they hang together.
    #[prop(optional)]
    kind: ListKind,
    /// What stands in it.
    items: Vec<AnyView>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect_view();
    match kind {
        ListKind::Plain => view! { <ul class="list" role="list">{items}</ul> }.into_any(),
        ListKind::Bulleted => view! { <ul class="list list--marked">{items}</ul> }.into_any(),
        ListKind::Ordered => view! { <ol class="list list--marked">{items}</ol> }.into_any(),
        ListKind::Long => view! { <ul class="list list--long" role="list">{items}</ul> }.into_any(),
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.4.10"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every kind of list.
pub fn fixtures() -> Vec<Fixture> {
    fn regions() -> Vec<AnyView> {
        [g::sample_nukus(), g::sample_samarkand(), g::sample_fergana()]
            .map(|region| t(region).into_any())
            .into()
    }
    vec![
        Fixture::new("plain", || view! { <List items=regions()/> }.into_any()),
        Fixture::new("bulleted", || {
            let mut items = regions();
            items.push(t(g::sample_long()).into_any());
            view! { <List kind=ListKind::Bulleted items/> }.into_any()
        }),
        Fixture::new("ordered", || {
            let mut items = regions();
            items.push(t(g::sample_long()).into_any());
            view! { <List kind=ListKind::Ordered items/> }.into_any()
        }),
        Fixture::new("of links", || {
            let link =
                |href: &str, label| view! { <Link href=href.to_owned() label=label/> }.into_any();
            let items =
                vec![link("/", m::nav_home()), link("/consultations", m::nav_consultations())];
            view! { <List items/> }.into_any()
        }),
        Fixture::new("of forty things", || {
            let items = (0..40).map(|_| t(g::sample_item()).into_any()).collect();
            view! { <List kind=ListKind::Long items/> }.into_any()
        }),
        Fixture::new("from right to left", || {
            let item = |text: &'static str| view! { <span lang="ar" dir="auto">{text}</span> };
            let items = vec![item("مكتبة جديدة").into_any(), item("طريق المدرسة").into_any()];
            view! { <List items/> }.into_any()
        }),
    ]
}
