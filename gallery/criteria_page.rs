//! What the last audit came to, criterion by criterion.

use leptos::prelude::*;
use muloqot::{
    locale::{Message, fetch_text, gallery as g, t, use_language},
    reactive::{derived, spawn},
    ui::PageHeading,
};
use serde_json::Value;

use crate::{
    address::Address,
    criteria::{Criterion, criteria},
    place::Place,
};

/// As `cargo xtask audit` wrote it.
const SUMMARY: &str = "/accessibility/summary.json";

/// Every criterion with what engines, checks and persons found. The names are W3C's own.
#[component]
pub fn CriteriaPage() -> impl IntoView {
    let (place, language) = (Place::provided(), use_language());
    let heading = derived(move || language.say(&g::criteria_title()));
    let summary = RwSignal::new(Value::Null);
    spawn(async move {
        // Without it the page lists the criteria alone.
        if let Ok(text) = fetch_text(SUMMARY).await {
            let read: Value = serde_json::from_str(&text).unwrap_or_default();
            let numbers = read.get("full").or_else(|| read.get("quick"));
            summary.set(numbers.cloned().unwrap_or_default());
        }
    });
    let rows = move || {
        let summary = summary.get();
        criteria().into_iter().map(|criterion| row(criterion, &summary)).collect_view()
    };
    view! {
        <nav class="breadcrumb" aria-label=t(g::gallery_back())>
            <a href=move || place.link(&Address::Index)>{t(g::gallery_back())}</a>
        </nav>
        <PageHeading text=heading/>
        <p class="lead">{t(g::criteria_lead())}</p>
        <table class="gallery-table">
            <thead>
                <tr>
                    <th scope="col">{t(g::criteria_criterion())}</th>
                    <th scope="col">{t(g::criteria_level())}</th>
                    <th scope="col">{t(g::tokens_verdict())}</th>
                    <th scope="col">{t(g::criteria_checks())}</th>
                    <th scope="col">{t(g::criteria_failures())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(criterion: Criterion, summary: &Value) -> AnyView {
    let language = use_language();
    let found = summary.get("criteria").and_then(|all| all.get(&criterion.number));
    let number = |name: &str| {
        let number = found.and_then(|found| found.get(name)).and_then(Value::as_u64);
        number.map(|number| language.number(number))
    };
    let verdict = found.and_then(|found| found.get("verdict")).and_then(Value::as_str);
    view! {
        <tr>
            <th scope="row">
                {criterion.number}" "
                <a href=criterion.href lang="en" hreflang="en" rel="external">{criterion.name}</a>
            </th>
            <td>{criterion.level}</td>
            <td>{verdict.map(|verdict| t(verdict_words(verdict)))}</td>
            <td>{number("checks")}</td>
            <td>{number("failures")}</td>
        </tr>
    }
    .into_any()
}

/// As the audit names them (`tests/e2e/audit/verdict.js`).
fn verdict_words(verdict: &str) -> Message {
    match verdict {
        "failed" => g::verdict_failed(),
        "met" => g::verdict_met(),
        "not-applicable" => g::verdict_not_applicable(),
        "no-failure-found" => g::verdict_no_failure(),
        _ => g::verdict_needs_person(),
    }
}
