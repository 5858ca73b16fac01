//! Days and moments.

use leptos::prelude::*;
use muloqot_domain::Timestamp;

use super::fixture::Fixture;
use crate::locale::{moment, use_language};

/// A day in the reader's words, with the exact moment for machines.
#[component]
pub fn DayText(
    /// When.
    at: Timestamp,
) -> impl IntoView {
    let language = use_language();
    view! { <time datetime=at.to_string()>{move || language.day(at)}</time> }
}

/// A day and hour of Tashkent in the reader's words, with the exact moment for machines.
#[component]
pub fn MomentText(
    /// When.
    at: Timestamp,
) -> impl IntoView {
    let language = use_language();
    view! { <time datetime=at.to_string()>{move || language.say(&moment(at))}</time> }
}

/// Both.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("a day", || view! { <DayText at=Timestamp(1_770_000_000)/> }.into_any()),
        Fixture::new("a moment", || view! { <MomentText at=Timestamp(1_770_000_000)/> }.into_any()),
    ]
}
