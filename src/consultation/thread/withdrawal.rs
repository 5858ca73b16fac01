//! Taking a comment back.

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

use super::asking::Asking;
use crate::{
    accessibility::{focus_by_id_when_there, has_focus_in, use_announcer},
    backend::IdempotencyKey,
    consultation::{ASKED_FOR_STYLE, composer::Written},
    locale::{m, problem_words, t, use_language},
    reactive::spawn,
    session::use_session,
    ui::{Button, ButtonKind, Notice, NoticeKind},
};

/// Asks whether the comment is really to be taken back, since that cannot be undone
/// (WCAG 3.3.4), and does it. The question takes the focus when it appears.
#[component]
pub fn Withdrawal(
    /// About which comment.
    asking: Asking,
) -> impl IntoView {
    let Asking { id, store, .. } = asking.clone();
    let (session, backend) = use_session();
    let (language, announcer) = (use_language(), use_announcer());
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Problem>);
    let key = IdempotencyKey::fresh();
    let question_id = format!("withdraw-{id}");
    focus_by_id_when_there(&question_id);
    let group_id = format!("withdrawal-{id}");
    let group = group_id.clone();
    let withdraw = Callback::new(move |()| {
        failure.set(None);
        is_busy.set(true);
        let (backend, group) = (backend.clone(), group.clone());
        let answer = backend.withdraw_comment(&id, &key);
        spawn(async move {
            let answer = answer.await;
            let is_form_there = is_busy.try_set(false).is_none();
            let has_focus = is_form_there && has_focus_in(&group);
            match answer {
                Ok(comment) => {
                    announcer.say(language.say(&m::withdrawn_done()));
                    if !store.replace_own(Written { comment, is_form_there, has_focus }) {
                        session.show_anew();
                    }
                }
                Err(problem) => {
                    session.heed(&problem, &backend);
                    if problem.code == ProblemCode::OtherPerson {
                        // The page becomes that person's, and this question goes with it.
                        announcer.say_now(language.say(&problem_words(&problem)));
                    } else if !is_form_there {
                        announcer.say_now(language.say(&m::withdraw_failed()));
                    }
                    failure.try_set(Some(problem));
                }
            }
        });
    });
    // What is being done cannot be left any more.
    let cancel = Callback::new(move |()| {
        if !is_busy.get_untracked() {
            asking.leave();
        }
    });
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <div
            id=group_id
            class="withdrawal"
            role="group"
            aria-labelledby=question_id.clone()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    cancel.run(());
                }
            }
        >
            <p id=question_id.clone() tabindex="-1"><strong>{t(m::withdraw_question())}</strong></p>
            <p>{t(m::withdraw_note())}</p>
            <div role="alert">
                {move || failure.get().map(|problem| {
                    let words = t(problem_words(&problem));
                    view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
                })}
            </div>
            <div class="composer__actions">
                <Button label=m::withdraw_confirm() busy=is_busy on_press=withdraw/>
                <Button label=m::cancel() kind=ButtonKind::Quiet on_press=cancel/>
            </div>
        </div>
    }
}
