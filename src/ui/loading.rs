//! Something is on its way.

use leptos::prelude::*;

use super::fixture::Fixture;
use crate::locale::{m, t};

/// Says that something is on its way, in words, and holds its place so that the page does
/// not jump. A status, so that a screen reader says it without the focus moving
/// (WCAG 4.1.3); the bars are decoration and rest when motion is off.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="loading">
            <p class="loading__words" role="status">{t(m::loading())}</p>
            <div class="loading__bars" aria-hidden="true"><span></span><span></span><span></span></div>
        </div>
    }
}

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("waiting", || view! { <Loading/> }.into_any())]
}
