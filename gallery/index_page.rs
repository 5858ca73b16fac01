//! What there is.

use leptos::prelude::*;
use muloqot::{
    locale::{gallery as g, t, use_language},
    reactive::derived,
    ui::{
        PageHeading, components,
        fixture::{Component, Fixture},
    },
};

use crate::{address::Address, place::Place};

/// Every component with its states, and the colours.
#[component]
pub fn IndexPage() -> impl IntoView {
    let (place, language) = (Place::provided(), use_language());
    let heading = derived(move || language.say(&g::gallery_title()));
    let all = components();
    let states: usize = all.iter().map(|component| component.fixtures.len()).sum();
    let count = g::gallery_count(all.len() as u64, states as u64);
    let row = move |component: &Component| {
        let address = Address::Component(component.name.to_owned());
        view! {
            <li>
                <h2 lang="en"><a href=move || place.link(&address)>{component.name}</a></h2>
                {fixture_links(place, component)}
            </li>
        }
        .into_any()
    };
    view! {
        <PageHeading text=heading/>
        <p class="lead">{t(g::gallery_lead())}</p>
        <p>{t(count)}</p>
        <p class="gallery-look">
            <a class="button" href=move || place.link(&Address::Tokens)>{t(g::tokens_title())}</a>
            <a class="button" href=move || place.link(&Address::Criteria)>{t(g::criteria_title())}</a>
        </p>
        <ul class="cards" role="list">{all.iter().map(row).collect_view()}</ul>
    }
}

/// The states of a component, each a link to where it is alone.
pub fn fixture_links(place: Place, component: &Component) -> AnyView {
    let name = component.name;
    let link = |state: &Fixture| {
        let address = Address::Fixture(name.to_owned(), state.slug());
        let href = move || place.link(&address);
        view! { <li><a data-fixture lang="en" href=href>{state.name}</a></li> }.into_any()
    };
    view! { <ul class="gallery-states">{component.fixtures.iter().map(link).collect_view()}</ul> }
        .into_any()
}
