//! What an officer decides about a comment.

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentAction, CommentState, Moderation, ModerationDecision, NewModeration,
    ProblemCode, Report, Thread, accept_optional_note,
};

use super::{
    super::{asking::Asking, store::ThreadStore},
    filing::{Filing, Taken, Wrong},
    form::{FilingForm, Reasons, Wording, reason_words, removal_reasons},
};
use crate::{
    consultation::composer::Written,
    fetched::{Fetched, Load},
    graphemes::graphemes,
    locale::{Message, moderation as s, t, text_refusal_words, tombstone_words},
    reactive::{derived, effect, memo},
    ui::{Loading, RadioGroup, RadioOption},
};

/// The form of an officer. It shows what waits for a decision as it was when the form was
/// opened; when something has happened since, it shows that instead, and keeps what is typed.
#[component]
pub fn Moderating(
    /// The form.
    asking: Asking,
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let filing = Filing::new(&comment, "moderation");
    let moderation = RwSignal::new(None::<Moderation>);
    let (backend, id) = (filing.backend.clone(), filing.id.clone());
    let fetched = Fetched::new(move || {
        let answer = backend.moderation(&id);
        Box::pin(async move {
            moderation.set(Some(answer.await?));
            Ok(())
        })
    });
    let on_send = send(&filing, asking.store, moderation);
    refetch_on_conflict(&filing, asking.store, moderation);
    let state = memo(move || matches!(fetched.state(), Load::Ready(())));
    move || {
        if state.get() {
            let (filing, asking) = (filing.clone(), asking.clone());
            return view! { <DecisionForm filing asking moderation on_send/> }.into_any();
        }
        match fetched.state() {
            Load::Failed(problem) => fetched.problem_notice(problem, ""),
            Load::Waiting | Load::Ready(()) => view! { <Loading/> }.into_any(),
        }
    }
}

#[component]
fn DecisionForm(
    filing: Filing,
    asking: Asking,
    moderation: RwSignal<Option<Moderation>>,
    on_send: Callback<()>,
) -> impl IntoView {
    let decision = filing.decision;
    let needs_reason = memo(move || asks_reason(decision.with(|text| text.parse().ok())));
    let wording = Wording {
        heading: s::moderate_title(),
        note: s::moderate_note(),
        note_hint: s::moderate_note_hint(),
        send: s::moderate_send(),
        conflict: s::moderate_conflict(),
    };
    let choices = {
        let filing = filing.clone();
        move || {
            let filing = filing.clone();
            moderation.get().map(|moderation| {
                view! { <Waiting moderation=moderation.clone()/><Decisions filing moderation/> }
                    .into_any()
            })
        }
    };
    let reasons = {
        let filing = filing.clone();
        move || {
            let filing = filing.clone();
            let (legend, reasons) = (s::moderate_reason(), removal_reasons());
            let hint = (decision.get_untracked() == ModerationDecision::Hold.as_str())
                .then(s::moderate_reason_hint);
            needs_reason.get().map(|()| view! { <Reasons filing legend hint reasons/> }.into_any())
        }
    };
    view! {
        <FilingForm filing asking wording on_send>
            {move || choices()}
            {move || reasons()}
        </FilingForm>
    }
}

/// How the comment stands, and what waits for a decision about it.
#[component]
fn Waiting(moderation: Moderation) -> impl IntoView {
    let Moderation { comment, reports, appeal, .. } = moderation;
    let state = match comment.state {
        CommentState::Visible => s::state_visible(),
        _ => tombstone_words(&comment),
    };
    let report = |Report { reason, note, .. }: Report| {
        let note = note.map(|note| view! { <span dir="auto">" — " {note}</span> }.into_any());
        view! { <li>{t(reason_words(reason))}{note}</li> }.into_any()
    };
    let title = s::reports_count(reports.len() as u64);
    let reports = (!reports.is_empty()).then(|| {
        let items = reports.into_iter().map(report).collect_view();
        view! { <p><strong>{t(title)}</strong></p><ul>{items}</ul> }.into_any()
    });
    let note = comment.moderation_note.map(|note| {
        view! { <p><strong>{t(s::note_title())}</strong>" "<span dir="auto">{note}</span></p> }
            .into_any()
    });
    let appeal = appeal.map(|appeal| {
        view! {
            <p><strong>{t(s::appeal_of_author())}</strong>" "<span dir="auto">{appeal.text}</span></p>
        }
        .into_any()
    });
    view! { <div class="moderation__facts prose"><p>{t(state)}</p>{note}{reports}{appeal}</div> }
}

/// What can be decided about the comment as it stands.
#[component]
fn Decisions(filing: Filing, moderation: Moderation) -> impl IntoView {
    let comment = moderation.comment;
    let is_visible = comment.state == CommentState::Visible;
    let option = |action: &CommentAction| {
        let (decision, label, hint) = match action {
            CommentAction::Hold => {
                (ModerationDecision::Hold, s::decide_hold(), s::decide_hold_hint())
            }
            CommentAction::Remove => {
                (ModerationDecision::Remove, s::decide_remove(), s::decide_remove_hint())
            }
            CommentAction::Restore if is_visible => {
                (ModerationDecision::Restore, s::decide_leave(), s::decide_leave_hint())
            }
            CommentAction::Restore => {
                (ModerationDecision::Restore, s::decide_restore(), s::decide_restore_hint())
            }
            _ => return None,
        };
        let hint = Some(hint);
        Some(RadioOption { hint, ..RadioOption::new(decision.as_str(), label) })
    };
    let options: Vec<_> = comment.can.iter().filter_map(option).collect();
    let (wrong, chosen) = (filing.wrong, filing.decision);
    // What cannot be decided any more is not chosen either.
    if chosen.with_untracked(|chosen| options.iter().all(|option| option.value != chosen)) {
        chosen.set(String::new());
    }
    let error = derived(move || wrong.with(|wrong| wrong.decision.clone()));
    let (name, legend) = (filing.choice_name("decision"), s::moderate_decision());
    view! { <RadioGroup name legend options chosen error/> }
}

fn asks_reason(decision: Option<ModerationDecision>) -> Option<()> {
    matches!(decision, Some(ModerationDecision::Remove | ModerationDecision::Hold)).then_some(())
}

/// Checks what is typed and sends it.
fn send(
    filing: &Filing,
    store: ThreadStore,
    moderation: RwSignal<Option<Moderation>>,
) -> Callback<()> {
    let filing = filing.clone();
    Callback::new(move |()| {
        let Some(version) = moderation.with_untracked(|it| it.as_ref().map(|it| it.version)) else {
            return;
        };
        let decision = filing.decision.get_untracked().parse().ok();
        let reason = filing.reason.get_untracked().parse().ok();
        let reason = reason.filter(|_| asks_reason(decision).is_some());
        let typed = filing.note.get_untracked();
        let note = accept_optional_note(&typed, graphemes).map_err(text_refusal_words);
        let is_reason_missing = decision == Some(ModerationDecision::Remove) && reason.is_none();
        let (decision, note) = match (decision, note) {
            (Some(decision), Ok(note)) if !is_reason_missing => (decision, note.map(str::to_owned)),
            (decision, note) => {
                return filing.refuse(Wrong {
                    decision: decision.is_none().then(s::decision_missing),
                    reason: is_reason_missing.then(s::reason_missing),
                    note: note.err(),
                });
            }
        };
        let new = NewModeration { decision, version, reason, note };
        let answer = filing.backend.moderate_comment(&filing.id, &new, &filing.key());
        let (announcer, session, language) = (filing.announcer, filing.session, filing.language);
        filing.send(answer, move |Taken { made: comment, is_form_there, has_focus }| {
            announcer.say(language.say(&done_words(decision)));
            if !store.replace_own(Written { comment, is_form_there, has_focus }) {
                session.show_anew();
            }
        });
    })
}

/// Shows how the comment stands once something else has happened to it.
fn refetch_on_conflict(
    filing: &Filing,
    store: ThreadStore,
    moderation: RwSignal<Option<Moderation>>,
) {
    let (failure, backend, id) = (filing.failure, filing.backend.clone(), filing.id.clone());
    effect(move || {
        let is_conflict = failure
            .with(|it| it.as_ref().is_some_and(|problem| problem.code == ProblemCode::Conflict));
        if !is_conflict {
            return;
        }
        let answer = backend.moderation(&id);
        crate::reactive::spawn_while_owned(async move {
            // Where it does not come either, the next try is refused once more.
            if let Ok(now) = answer.await {
                let comment = now.comment.clone();
                store.thread.try_update_untracked(|thread: &mut Thread| thread.replace(comment));
                moderation.set(Some(now));
            }
        });
    });
}

fn done_words(decision: ModerationDecision) -> Message {
    match decision {
        ModerationDecision::Hold => s::held_done(),
        ModerationDecision::Remove => s::removed_done(),
        ModerationDecision::Restore | ModerationDecision::Other => s::restored_done(),
    }
}
