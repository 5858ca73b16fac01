//! An officer's word that a comment has been answered.

use leptos::prelude::*;
use muloqot_domain::{AnsweredMark, Comment, Problem};

use super::super::{section::comment_element_id, store::ThreadStore};
use crate::{
    accessibility::use_announcer,
    backend::IdempotencyKey,
    locale::{m, problem_words, t, use_language},
    reactive::{derived, spawn},
    session::use_session,
    ui::{Button, ButtonKind, IconName, Notice, NoticeKind},
};

/// A button that says so, and takes it back. What it changes is shown once the platform has it;
/// when that refuses, the reason is said and stands beside the button (WCAG 3.3.1, 4.1.3).
#[component]
pub fn Answering(
    /// The comment.
    comment: Comment,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    let (language, announcer, (session, backend)) =
        (use_language(), use_announcer(), use_session());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let id = comment.id;
    let described_by = Some(format!("{}-author", comment_element_id(&id)));
    let pressed = {
        let id = id.clone();
        derived(move || store.comment(&id).is_some_and(|comment| comment.is_answered))
    };
    let on_press = Callback::new(move |()| {
        busy.set(true);
        failure.set(None);
        let mark = AnsweredMark { is_answered: !pressed.get_untracked() };
        let answer = backend.mark_answered(&id, mark, &IdempotencyKey::fresh());
        let backend = backend.clone();
        spawn(async move {
            let answer = answer.await;
            // The page may be another one by now.
            busy.try_set(false);
            match answer {
                Ok(comment) => store.show(comment),
                Err(problem) => {
                    session.heed(&problem, &backend);
                    announcer.say(language.say(&problem_words(&problem)));
                    failure.try_set(Some(problem));
                }
            }
        });
    });
    let (label, kind, icon) = (m::mark_answered(), ButtonKind::Quiet, IconName::For);
    view! {
        <Button label kind icon pressed busy described_by on_press/>
        {move || failure.get().map(|problem| {
            let words = t(problem_words(&problem));
            view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
        })}
    }
}
