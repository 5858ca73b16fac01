//! How an agency keeps its word.

use leptos::prelude::*;
use muloqot_domain::AgencyNumbers;

use crate::{
    locale::{m, outcome as o, t, use_language},
    ui::{Fact, Facts},
};

/// How many consultations the agency owed an answer, how many it answered, how many of those
/// are settled by the people's own word, and how long it took. What "settled" means is said
/// beside it.
#[component]
pub fn Numbers(
    /// The agency's.
    numbers: AgencyNumbers,
) -> impl IntoView {
    let language = use_language();
    let fact = move |name, number: u64| {
        view! { <Fact name>{move || language.number(number)}</Fact> }.into_any()
    };
    let days = numbers.median_days.map(|days| {
        view! { <Fact name=o::numbers_days()>{t(m::lasts_days(days))}</Fact> }.into_any()
    });
    view! {
        <h3>{t(o::numbers_title())}</h3>
        <Facts>
            {fact(o::numbers_asked(), numbers.asked)}
            {fact(o::numbers_answered(), numbers.answered)}
            {fact(o::numbers_resolved(), numbers.resolved)}
            {days}
        </Facts>
        <p class="outcome__published">{t(o::numbers_note())}</p>
    }
}
