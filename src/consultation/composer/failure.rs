//! What became of words that were not posted.

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

use super::check::{is_sent_already, is_uncertain};
use crate::{
    locale::{Message, m, problem_words, t},
    ui::{Button, Notice, NoticeKind},
};

/// Why it was not sent, and what to do now.
#[component]
pub fn Failure(
    problem: Problem,
    on_retry: Callback<()>,
    on_sign_in: Callback<()>,
) -> impl IntoView {
    let is_signed_out = problem.code == ProblemCode::NotSignedIn;
    let code = problem.code.as_str();
    let is_final =
        matches!(problem.code, ProblemCode::Closed | ProblemCode::NotAllowed | ProblemCode::Gone);
    let is_there_already = is_sent_already(&problem);
    let (kept, why) = failure_words(&problem);
    view! {
        <div data-problem=code>
            <Notice kind=NoticeKind::Problem>
                <p><strong>{t(kept)}</strong></p>
                {why.map(|why| view! { <p>{t(why)}</p> }.into_any())}
                {is_signed_out
                    .then(|| view! { <Button label=m::sign_in_again() on_press=on_sign_in/> }.into_any())}
                {(!is_signed_out && !is_final && !is_there_already)
                    .then(|| view! { <Button label=m::try_again() on_press=on_retry/> }.into_any())}
            </Notice>
        </div>
    }
}

/// What became of the words, and why.
pub fn failure_words(problem: &Problem) -> (Message, Option<Message>) {
    if is_sent_already(problem) {
        return (m::compose_already_sent(), None);
    }
    let kept = match is_uncertain(problem) {
        true => m::compose_perhaps_sent(),
        false => m::compose_failed_kept(),
    };
    let is_answered_gone = problem
        .errors
        .iter()
        .any(|error| matches!(error.pointer.as_str(), "/parent_id" | "/question_id"));
    let why = if is_answered_gone { m::problem_gone() } else { problem_words(problem) };
    (kept, Some(why))
}
