//! One state of a component, alone.

use leptos::prelude::*;
use muloqot::{
    accessibility::LiveRegions,
    locale::{gallery as g, t},
    ui::components,
};

use crate::{address::Address, missing::Missing, place::Place};

/// The component that is the heading of a page itself.
const HEADING: &str = "page_heading";

/// The state as it is on a page of the app: under a heading, in a `main`.
#[component]
pub fn FixturePage(component: String, fixture: String) -> impl IntoView {
    let place = Place::provided();
    let found = components().into_iter().find(|known| known.name == component);
    let state = found
        .as_ref()
        .and_then(|found| found.fixtures.iter().find(|state| state.slug() == fixture));
    let (Some(found), Some(state)) = (&found, state) else {
        return view! { <main id="main"><Missing/></main> }.into_any();
    };
    let criteria = found.contract.criteria.join(" ");
    let heading = (component != HEADING).then(|| {
        let title = format!("{component}: {}", state.name);
        view! { <h1 class="gallery-heading" lang="en">{title}</h1> }.into_any()
    });
    let back = Address::Component(component.clone());
    view! {
        <nav class="breadcrumb gallery-back" aria-label=t(g::gallery_back())>
            <a lang="en" href=move || place.link(&back)>{component}</a>
        </nav>
        <main id="main" tabindex="-1" data-criteria=criteria data-fixture=fixture>
            {heading}
            {(state.view)()}
        </main>
        <LiveRegions/>
    }
    .into_any()
}
