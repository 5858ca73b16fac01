//! The reports that wait for a decision of the agency's officers.

use leptos::prelude::*;
use muloqot_domain::{Consultation, Report};

use super::form::reason_words;
use crate::{
    backend::use_backend,
    consultation::{ASKED_FOR_STYLE, part_words::PartWords, view::Linked},
    fetched::{Fetched, Load},
    locale::{moderation as s, t},
    routes::Address,
    ui::{Loading, MomentText},
};

/// The identifier of the list's heading.
const HEADING_ID: &str = "reports-heading";

/// A list of them, the oldest first, each with what is wrong, when that was said, and the way to
/// the comment, where it is decided. Fetched anew then: who comes back from there finds it as it is.
#[component]
pub fn Reports(
    /// Of which consultation.
    consultation: Consultation,
) -> impl IntoView {
    let words = PartWords::fetch("/moderation");
    provide_context(words.language);
    let backend = use_backend();
    let linked = use_context::<Linked>();
    let fetched = Fetched::new(move || {
        linked.iter().for_each(|linked| linked.0.track());
        backend.waiting_reports(&consultation.id)
    });
    let is_said = words.are_there;
    let content = move || match (fetched.state(), is_said.get()) {
        (Load::Ready(reports), true) => shown(reports),
        (Load::Failed(problem), _) => fetched.problem_notice(problem, HEADING_ID),
        _ => match words.fetched.state() {
            Load::Failed(problem) => words.fetched.problem_notice(problem, HEADING_ID),
            _ => view! { <Loading/> }.into_any(),
        },
    };
    view! { {move || content()} }
}

fn shown(reports: Vec<Report>) -> AnyView {
    let items = reports.into_iter().map(item).collect::<Vec<_>>();
    let title = s::reports_waiting(items.len() as u64);
    let list = match items.is_empty() {
        true => view! { <p>{t(s::reports_none())}</p> }.into_any(),
        false => view! { <ul class="reports__items">{items}</ul> }.into_any(),
    };
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <section class="reports" aria-labelledby=HEADING_ID>
            <h2 id=HEADING_ID tabindex="-1">{t(title)}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn item(report: Report) -> AnyView {
    let Report { reason, note, created_at, consultation_id, comment_id, .. } = report;
    let note = note.map(|note| view! { <span dir="auto">" — " {note}</span> }.into_any());
    let comment = Address::Comment(consultation_id, comment_id).path();
    view! {
        <li>
            {t(reason_words(reason))}
            {note}
            <span class="reports__way">
                <MomentText at=created_at/>
                " "
                <a href=comment>{t(s::reports_comment())}</a>
            </span>
        </li>
    }
    .into_any()
}
