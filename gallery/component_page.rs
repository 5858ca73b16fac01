//! A component: what it promises, its keys, its states.

use leptos::prelude::*;
use muloqot::{
    locale::{gallery as g, t},
    ui::{PageHeading, components, fixture::Key},
};

use crate::{
    address::Address, criteria::criteria, index_page::fixture_links, missing::Missing, place::Place,
};

/// What a component promises and where its states are. They are not shown together: each has
/// the identifiers of a page of its own.
#[component]
pub fn ComponentPage(component: String) -> impl IntoView {
    let place = Place::provided();
    let back = move || place.link(&Address::Index);
    let Some(found) = components().into_iter().find(|known| known.name == component) else {
        return view! { <Missing/> }.into_any();
    };
    let known = criteria();
    let criterion = |number: &'static str| {
        let link = known.iter().find(|known| known.number == number).map(|known| {
            let (href, name) = (known.href.clone(), known.name.clone());
            view! { <a href=href lang="en" hreflang="en" rel="external">{name}</a> }.into_any()
        });
        view! { <li>{number}" "{link}</li> }.into_any()
    };
    view! {
        <nav class="breadcrumb" aria-label=t(g::gallery_back())>
            <a href=back>{t(g::gallery_back())}</a>
        </nav>
        <PageHeading text=component lang="en"/>
        <h2>{t(g::gallery_fixtures())}</h2>
        {fixture_links(place, &found)}
        <h2>{t(g::gallery_criteria())}</h2>
        <ul class="gallery-criteria">{found.contract.criteria.iter().copied().map(criterion).collect_view()}</ul>
        <h2>{t(g::gallery_keyboard())}</h2>
        {keyboard(found.contract.keyboard)}
    }
    .into_any()
}

fn keyboard(keys: &'static [Key]) -> AnyView {
    if keys.is_empty() {
        return view! { <p>{t(g::gallery_keyboard_none())}</p> }.into_any();
    }
    let row = |Key(keys, does): &Key| {
        view! { <tr><th scope="row"><kbd lang="en">{*keys}</kbd></th><td>{t(does())}</td></tr> }
            .into_any()
    };
    view! {
        <table class="gallery-table">
            <thead>
                <tr><th scope="col">{t(g::gallery_keys())}</th><th scope="col">{t(g::gallery_does())}</th></tr>
            </thead>
            <tbody>{keys.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
