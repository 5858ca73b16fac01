//! The form that all of it is sent by.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{NOTE_GRAPHEMES_MAX, Problem, ProblemCode, RemovalReason, ReportReason};

use super::{super::asking::Asking, filing::Filing};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there},
    consultation::composer::is_uncertain,
    locale::{Message, m, moderation as s, problem_words, t},
    reactive::derived,
    ui::{Button, ButtonKind, Notice, NoticeKind, RadioGroup, RadioOption, TextArea},
};

/// What differs from form to form.
pub struct Wording {
    /// What it is for.
    pub heading: Message,
    /// Over the note.
    pub note: Message,
    /// What to know before writing the note.
    pub note_hint: Message,
    /// On the button.
    pub send: Message,
    /// What it means when something else happened meanwhile.
    pub conflict: Message,
}

/// A form about a comment, in place under it. It takes the focus at its heading (WCAG 2.4.3).
/// What is wrong stands at its field, and the first such field takes the focus (3.3.1); when
/// sending fails, what is typed stays, and the reason is said (4.1.3). What is typed is kept
/// when the form is closed.
#[component]
pub fn FilingForm(
    /// What is typed in it.
    filing: Filing,
    /// What it is for.
    asking: Asking,
    /// What differs from form to form.
    wording: Wording,
    /// What to know before, and what is to be chosen.
    children: Children,
    /// Checks what is typed and sends it.
    on_send: Callback<()>,
) -> impl IntoView {
    let Wording { heading, note, note_hint, send, conflict } = wording;
    let (heading_id, send_id) = (filing.heading_id(), format!("send-{}", filing.slug));
    let (session, wrong, failure, is_busy) =
        (filing.session, filing.wrong, filing.failure, filing.is_busy);
    focus_by_id_when_there(&heading_id);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !is_busy.get_untracked() {
            on_send.run(());
        }
    };
    let retry = Callback::new({
        let send_id = send_id.clone();
        move |()| {
            // The button that was pressed goes with the notice it stands in.
            focus_by_id(&send_id);
            on_send.run(());
        }
    });
    let sign_in = Callback::new({
        let filing = filing.clone();
        move |()| filing.leave_to_sign_in(Problem::new(ProblemCode::NotSignedIn))
    });
    let label = derived(move || match (is_busy.get(), session.person()) {
        (true, _) => m::compose_sending(),
        (false, None) => m::compose_sign_in_and_send(),
        (false, Some(_)) => send.clone(),
    });
    let is_return = asking.is_return;
    let on_cancel = Callback::new(move |()| {
        // What is being sent cannot be left any more.
        if !is_busy.get_untracked() {
            asking.leave();
        }
    });
    let welcome = move || {
        let name = session.person().filter(|_| is_return)?.name;
        let words = t(m::compose_welcome_back(name));
        Some(view! { <Notice><p>{words}</p></Notice> }.into_any())
    };
    let hint = move || {
        let is_visitor = session.person().is_none();
        let hint = || view! { <p class="composer__kept">{t(m::compose_sign_in_hint())}</p> };
        is_visitor.then(|| hint().into_any())
    };
    let note_error = derived(move || wrong.with(|wrong| wrong.note.clone()));
    view! {
        <form
            id=filing.form_id()
            class="composer"
            novalidate
            aria-labelledby=heading_id.clone()
            on:submit=submit
        >
            <h3 id=heading_id.clone() class="composer__heading" tabindex="-1">{t(heading)}</h3>
            {move || welcome()}
            {children()}
            <TextArea
                id=filing.note_id()
                label=note
                hint=note_hint
                limit=NOTE_GRAPHEMES_MAX
                text=filing.note
                error=note_error
                busy=is_busy
            />
            <div role="alert">
                {move || failure.get().map(|problem| {
                    let conflict = conflict.clone();
                    view! { <Failure problem conflict on_retry=retry on_sign_in=sign_in/> }.into_any()
                })}
            </div>
            {move || hint()}
            <div class="composer__actions">
                <Button label kind=ButtonKind::Primary busy=is_busy id=send_id r#type="submit"/>
                <Button label=m::cancel() kind=ButtonKind::Quiet on_press=on_cancel/>
            </div>
        </form>
    }
}

/// Why it was not sent, and what to do now.
#[component]
fn Failure(
    problem: Problem,
    conflict: Message,
    on_retry: Callback<()>,
    on_sign_in: Callback<()>,
) -> impl IntoView {
    let why = match problem.code {
        ProblemCode::Conflict => conflict,
        _ => problem_words(&problem),
    };
    let became = match is_uncertain(&problem) {
        true => s::perhaps_arrived(),
        false => m::compose_failed_kept(),
    };
    let is_signed_out = problem.code == ProblemCode::NotSignedIn;
    let can_retry = problem.is_transient()
        || matches!(problem.code, ProblemCode::Unreadable | ProblemCode::Other);
    view! {
        <div data-problem=problem.code.as_str()>
            <Notice kind=NoticeKind::Problem>
                <p><strong>{t(became)}</strong></p>
                <p>{t(why)}</p>
                {is_signed_out
                    .then(|| view! { <Button label=m::sign_in_again() on_press=on_sign_in/> }.into_any())}
                {can_retry
                    .then(|| view! { <Button label=m::try_again() on_press=on_retry/> }.into_any())}
            </Notice>
        </div>
    }
}

/// The reasons to choose from, with what may be none of them where that is an answer.
#[component]
pub fn Reasons(
    /// The form they stand in.
    filing: Filing,
    /// What is asked.
    legend: Message,
    /// What to know before choosing.
    #[prop(optional_no_strip)]
    hint: Option<Message>,
    /// The reasons.
    reasons: Vec<ReportReason>,
) -> impl IntoView {
    let option = |reason: ReportReason| RadioOption::new(reason.as_str(), reason_words(reason));
    let options = reasons.into_iter().map(option).collect();
    let wrong = filing.wrong;
    let error = derived(move || wrong.with(|wrong| wrong.reason.clone()));
    let name = filing.choice_name("reason");
    view! { <RadioGroup name legend options chosen=filing.reason hint error/> }
}

/// A reason in words.
pub fn reason_words(reason: ReportReason) -> Message {
    match reason {
        ReportReason::Insult => s::reason_insult(),
        ReportReason::PersonalData => s::reason_personal_data(),
        ReportReason::Spam => s::reason_spam(),
        ReportReason::OffTopic => s::reason_off_topic(),
        ReportReason::Advertising => s::reason_advertising(),
        ReportReason::SomethingElse | ReportReason::Other => s::reason_something_else(),
    }
}

/// Every reason that a comment can be removed for.
pub fn removal_reasons() -> Vec<ReportReason> {
    RemovalReason::ALL.iter().map(|reason| ReportReason::from(*reason)).collect()
}
