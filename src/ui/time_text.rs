//! Days and moments.

use leptos::prelude::*;
use muloqot_domain::Timestamp;

use super::fixture::{Contract, Fixture};
use crate::{
    clock::now,
    locale::{time_ago_words, use_language},
};

/// A day in the reader's words, with the exact moment for machines.
#[component]
pub fn DayText(
    /// When.
    at: Timestamp,
) -> impl IntoView {
    let language = use_language();
    view! { <time datetime=at.to_string()>{move || language.day(at)}</time> }
}

/// When something was, in the reader's words: how long ago within a week, else the day, with the
/// hour of Tashkent, and the exact moment for machines.
#[component]
pub fn MomentText(
    /// When.
    at: Timestamp,
) -> impl IntoView {
    let language = use_language();
    view! {
        <time datetime=at.to_string()>{move || language.say(&time_ago_words(at, now()))}</time>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.3.1"], keyboard: &[] };

/// Both.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("a day", || view! { <DayText at=Timestamp(1_770_000_000)/> }.into_any()),
        Fixture::new("a moment", || view! { <MomentText at=Timestamp(1_760_000_000)/> }.into_any()),
        Fixture::new("not long ago", || {
            view! { <MomentText at=Timestamp(now().0 - 7_300)/> }.into_any()
        }),
    ]
}
