//! A word or two that tell a status or a stance.

use leptos::prelude::*;
use muloqot_domain::{Decision, Stance, Status};

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture},
};
use crate::locale::{decision_name, stance_name, status_name, t};

/// Where a consultation stands, told by the word; shape and colour come after it
/// (WCAG 1.4.1).
#[component]
pub fn StatusTag(
    /// Where it stands.
    status: Status,
) -> impl IntoView {
    view! { <span class=format!("tag tag--{status}")>{t(status_name(status))}</span> }
}

/// The side a comment takes, told by picture and word before colour (WCAG 1.4.1).
#[component]
pub fn StanceTag(
    /// The side.
    stance: Stance,
) -> impl IntoView {
    view! {
        <span class=format!("tag tag--{stance}")>
            <Icon name=stance_icon(stance)/>
            {t(stance_name(stance))}
        </span>
    }
}

/// What an agency made of what people said, told by word and picture before colour (WCAG 1.4.1).
#[component]
pub fn DecisionTag(
    /// What it made of it.
    decision: Decision,
) -> impl IntoView {
    let icon = match decision {
        Decision::TakenUp => IconName::For,
        Decision::NotTaken => IconName::Against,
        Decision::Later => IconName::Clock,
        Decision::InPart | Decision::Other => IconName::Neutral,
    };
    view! {
        <span class=format!("tag tag--{decision}")>
            <Icon name=icon/>
            {t(decision_name(decision))}
        </span>
    }
}

/// The picture of a side.
#[must_use]
pub fn stance_icon(stance: Stance) -> IconName {
    match stance {
        Stance::For => IconName::For,
        Stance::Against => IconName::Against,
        Stance::Question => IconName::Question,
        Stance::Neutral | Stance::Other => IconName::Neutral,
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.4.1"], keyboard: &[] };

/// Every status, every stance and every decision.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("statuses", || {
            Status::ALL
                .iter()
                .map(|status| view! { <StatusTag status=*status/> })
                .collect_view()
                .into_any()
        }),
        Fixture::new("stances", || {
            Stance::ALL
                .iter()
                .map(|stance| view! { <StanceTag stance=*stance/> })
                .collect_view()
                .into_any()
        }),
        Fixture::new("decisions", || {
            Decision::ALL
                .iter()
                .chain([&Decision::Other])
                .map(|decision| view! { <DecisionTag decision=*decision/> })
                .collect_view()
                .into_any()
        }),
        Fixture::new("unknown ones", || {
            view! { <StatusTag status=Status::Other/><StanceTag stance=Stance::Other/> }.into_any()
        }),
    ]
}
