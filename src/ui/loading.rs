//! Something is on its way.

use std::time::Duration;

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};
use crate::{
    locale::{m, use_language},
    reactive::effect,
};

/// After this long, waiting is called what it is.
const SLOW_AFTER: Duration = Duration::from_secs(6);

/// Says that something is on its way, in words, and holds its place so that the page does
/// not jump. A status, so that a screen reader says it without the focus moving
/// (WCAG 4.1.3), and says once more when it takes long; the bars are decoration and rest
/// when motion is off.
#[component]
pub fn Loading() -> impl IntoView {
    let language = use_language();
    let is_slow = RwSignal::new(false);
    effect(move || {
        // By then the part of the page may be gone, and the signal with it.
        set_timeout(
            move || {
                is_slow.try_set(true);
            },
            SLOW_AFTER,
        );
    });
    let words = move || match is_slow.get() {
        true => language.say(&m::loading_slow()),
        false => language.say(&m::loading()),
    };
    view! {
        <div class="loading">
            <p class="loading__words" role="status">{move || words()}</p>
            <div class="loading__bars" aria-hidden="true"><span></span><span></span><span></span></div>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["2.2.2", "4.1.3"], keyboard: &[] };

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("waiting", || view! { <Loading/> }.into_any())]
}
