//! Something could not be shown.

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

use super::{
    Button, Notice, NoticeKind,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{gallery as g, m, problem_words, t};

/// Says what could not be shown, why, and what to do next. An alert inside a box that is
/// already there would be lost on some screen readers, so the box itself is the alert
/// (WCAG 4.1.3).
#[component]
pub fn ProblemNotice(
    /// What went wrong.
    problem: Problem,
    /// Tries again.
    on_retry: Callback<()>,
    /// Whether it is being tried again.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let can_help = problem.is_transient()
        || matches!(problem.code, ProblemCode::Unreadable | ProblemCode::Other);
    let code = problem.code.as_str();
    view! {
        <div role="alert" data-problem=code>
            <Notice kind=NoticeKind::Problem>
                <p><strong>{t(m::problem_when_reading())}</strong></p>
                <p>{t(problem_words(&problem))}</p>
                {can_help.then(|| view! { <Button label=m::try_again() busy on_press=on_retry/> }.into_any())}
            </Notice>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["3.3.1", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every problem there are words for.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(problem: Problem) -> AnyView {
        view! { <ProblemNotice problem on_retry=Callback::new(|()| ())/> }.into_any()
    }
    vec![
        Fixture::new("no connection", || shown(Problem::new(ProblemCode::Offline))),
        Fixture::new("nothing there", || shown(Problem::new(ProblemCode::NotFound))),
        Fixture::new("too many requests", || {
            shown(Problem {
                retry_after_seconds: Some(30),
                ..Problem::new(ProblemCode::RateLimited)
            })
        }),
        Fixture::new("something new", || shown(Problem::new(ProblemCode::Other))),
    ]
}
