//! Whether the outcome settles the matter for the author of a comment it rests on.

use leptos::prelude::*;
use muloqot_domain::{
    CommentId, NOTE_GRAPHEMES_MAX, NewSettlement, Problem, Settlement, accept_optional_note,
};

use super::state::OutcomeState;
use crate::{
    accessibility::focus_by_id,
    backend::IdempotencyKey,
    graphemes::graphemes,
    locale::{Message, outcome as o, problem_words, t, text_refusal_words},
    reactive::{derived, memo, spawn},
    ui::{Button, ButtonKind, IconName, Notice, NoticeKind, TextArea},
};

/// The question, and two buttons to answer it. A press shows at once; when the platform refuses
/// it, what stood there comes back with the reason (WCAG 3.3.1, 4.1.3). The buttons stay where
/// they are throughout, with the focus (2.4.3). Who has answered may add a word.
#[component]
pub fn Settling(
    /// Whose author is asked: the reader.
    id: CommentId,
    /// The outcome that rests on it.
    state: OutcomeState,
) -> impl IntoView {
    let answer = Answering {
        id: id.clone(),
        state: state.clone(),
        is_sending: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    let said = {
        let (id, state) = (id.clone(), state.clone());
        move || state.said(&id).map(|said| said.settled)
    };
    let note = untrack(|| state.said(&id)).and_then(|said| said.note).unwrap_or_default();
    let note = RwSignal::new(note);
    let note_error = RwSignal::new(None::<Message>);
    let question_id = format!("settle-{id}");
    let say = {
        let answer = answer.clone();
        move |settled: bool| match accepted(note, note_error) {
            Some(note) => answer.say(Settlement { settled, note }),
            None => _ = focus_by_id(&note_id(&answer.id)),
        }
    };
    let button = |settled: bool, label, icon| {
        let say = say.clone();
        let on_press = Callback::new(move |()| say(settled));
        let said = said.clone();
        let pressed = derived(move || said() == Some(settled));
        let (kind, described_by) = (ButtonKind::Secondary, Some(question_id.clone()));
        view! { <Button label kind icon pressed described_by on_press/> }.into_any()
    };
    let buttons = view! {
        {button(true, o::settle_yes(), IconName::For)}
        {button(false, o::settle_no(), IconName::Against)}
    };
    // A field that is being written in stays while the answer changes.
    let has_said = memo({
        let said = said.clone();
        move || said().is_some()
    });
    let word = {
        let id = note_id(&id);
        let is_busy = answer.is_sending;
        move || {
            has_said.get().then(|| {
                let (say, said) = (say.clone(), said.clone());
                let on_press = Callback::new(move |()| {
                    if let Some(settled) = untrack(&said) {
                        say(settled);
                    }
                });
                let limit = NOTE_GRAPHEMES_MAX;
                let hint = o::settle_note_hint(limit as u64);
                view! {
                    <TextArea id=id.clone() label=o::settle_note() text=note limit hint error=note_error/>
                    <Button label=o::settle_note_send() busy=is_busy on_press/>
                }
                .into_any()
            })
        }
    };
    let failure = answer.failure;
    view! {
        <div class="settling" role="group" aria-labelledby=question_id.clone()>
            <p id=question_id.clone()><strong>{t(o::settle_question())}</strong></p>
            <p class="field__hint">{t(o::settle_hint())}</p>
            {move || failure.get().map(|problem| {
                let words = t(o::settle_failed(problem_words(&problem)));
                view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
            })}
            <div class="settling__answers">{buttons}</div>
            {word}
        </div>
    }
}

fn note_id(id: &CommentId) -> String {
    format!("settle-note-{id}")
}

/// The word as it will be kept; `None` when it cannot be, which is then told at the field.
fn accepted(note: RwSignal<String>, error: RwSignal<Option<Message>>) -> Option<Option<String>> {
    let typed = note.get_untracked();
    match accept_optional_note(&typed, graphemes) {
        Ok(note) => {
            error.set(None);
            Some(note.map(str::to_owned))
        }
        Err(refusal) => {
            error.set(Some(text_refusal_words(refusal)));
            None
        }
    }
}

/// An answer's way to the platform.
#[derive(Clone)]
struct Answering {
    id: CommentId,
    state: OutcomeState,
    is_sending: RwSignal<bool>,
    failure: RwSignal<Option<Problem>>,
}

impl Answering {
    /// Shows the answer at once and sends it, or lets the one that is on its way be followed
    /// by it.
    fn say(&self, wanted: Settlement) {
        let before = untrack(|| self.state.said(&self.id));
        self.failure.set(None);
        self.state.show(&self.id, Some(wanted));
        if !self.is_sending.get_untracked() {
            self.is_sending.set(true);
            spawn(self.clone().send(before));
        }
    }

    /// Sends what is shown until it is what the platform keeps. `told` is what it last kept.
    async fn send(self, mut told: Option<Settlement>) {
        let language = self.state.language;
        let wanted = || untrack(|| self.state.said(&self.id));
        while let Some(wanted) = wanted().filter(|wanted| told.as_ref() != Some(wanted)) {
            let new = NewSettlement { settled: wanted.settled, note: wanted.note.clone() };
            let key = IdempotencyKey::fresh();
            match self.state.backend.settle_comment(&self.id, &new, &key).await {
                Ok(_) => told = Some(wanted),
                Err(problem) => return self.fail(told, problem),
            }
        }
        self.is_sending.try_set(false);
        self.state.announcer.say(untrack(|| language.say(&o::settle_saved())));
    }

    /// Puts back what the platform keeps, and says why.
    fn fail(self, told: Option<Settlement>, problem: Problem) {
        let Self { id, state, is_sending, failure } = self;
        is_sending.try_set(false);
        state.show(&id, told);
        state.session.heed(&problem, &state.backend);
        let words = o::settle_failed(problem_words(&problem));
        let words = untrack(|| state.language.say(&words));
        match failure.try_set(Some(problem)) {
            None => state.announcer.say(words),
            Some(_) => state.announcer.say_now(words),
        }
    }
}
