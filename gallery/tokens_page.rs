//! The colours and how much they stand out.

use leptos::prelude::*;
use muloqot::{
    accessibility::{Pairing, pairings},
    locale::{Value, gallery as g, m, t, use_language},
    reactive::derived,
    ui::PageHeading,
};
use muloqot_domain::{contrast, rgb};

use crate::{address::Address, place::Place};

/// Every pairing the styles may use, measured in the colours of this very page.
#[component]
pub fn TokensPage() -> impl IntoView {
    let (place, language) = (Place::provided(), use_language());
    let heading = derived(move || language.say(&g::tokens_title()));
    let rows = move || {
        // The theme is part of the address.
        place.theme();
        pairings().into_iter().map(row).collect_view()
    };
    view! {
        <nav class="breadcrumb" aria-label=t(g::gallery_back())>
            <a href=move || place.link(&Address::Index)>{t(g::gallery_back())}</a>
        </nav>
        <PageHeading text=heading/>
        <p class="lead">{t(g::tokens_lead())}</p>
        <table class="gallery-table">
            <thead>
                <tr>
                    <th scope="col">{t(g::tokens_text())}</th>
                    <th scope="col">{t(g::tokens_ground())}</th>
                    <th scope="col">{t(g::tokens_ratio())}</th>
                    <th scope="col">{t(g::tokens_needed())}</th>
                    <th scope="col">{t(g::tokens_verdict())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(pairing: Pairing) -> AnyView {
    let (colour, ground) = (measured(pairing.colour), measured(pairing.ground));
    let ratio = match (rgb(&colour), rgb(&ground)) {
        (Some(colour), Some(ground)) => contrast(colour, ground),
        // A token that is no colour stands out from nothing.
        _ => 0.0,
    };
    let verdict = if ratio >= pairing.needed { g::tokens_enough() } else { g::tokens_short() };
    let number = |ratio: f64| {
        let hundredths = (ratio * 100.0).floor() as i64;
        view! { <td>{t(m::verbatim(Value::Hundredths(hundredths)))}":1"</td> }.into_any()
    };
    view! {
        <tr>
            <th scope="row"><code>{pairing.colour}</code>" "<code>{colour.clone()}</code></th>
            <td>
                <svg class="gallery-swatch" viewBox="0 0 48 24" aria-hidden="true">
                    <rect width="48" height="24" fill=ground.clone()></rect>
                    <circle cx="24" cy="12" r="8" fill=colour></circle>
                </svg>
                <code>{pairing.ground}</code>" "<code>{ground}</code>
            </td>
            {number(ratio)}
            {number(pairing.needed)}
            <td>{t(verdict)}</td>
        </tr>
    }
    .into_any()
}

/// The colour that a token has on this page now.
fn measured(token: &str) -> String {
    document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value(&format!("--{token}")).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}
