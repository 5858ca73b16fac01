//! The field for files, in its own words.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{
    ATTACHMENT_LIMITS, DESCRIPTION_GRAPHEMES_MAX, ProblemCode, TextRefusal, accept_attachment,
};

use super::{detail::Step, file::Attached};
use crate::{
    accessibility::{Announcer, focus_by_id_when_there, use_announcer},
    consultation::part_words::PartWords,
    locale::{
        Language, Message, attaching as a, file_kinds, isolated, problem_words, t,
        text_refusal_words, use_language,
    },
    reactive::{derived, effect, memo},
    ui::{
        Button, ChosenFile, FILE_STYLE, FileField, JudgeContent, Notice, NoticeKind, TextInput,
        UnderFile,
    },
};

/// The field, said in these words together with all others, once they are there.
pub fn in_words(attached: Attached, sign_in: Callback<()>) -> AnyView {
    let words = PartWords::fetch("/attaching");
    let first_id = attached.files.with_untracked(Vec::is_empty).then(|| attached.first_id());
    let content = move || match words.are_there.get() {
        true => {
            provide_context(words.language);
            // The button that asked for it is gone.
            first_id.iter().for_each(|first_id| focus_by_id_when_there(first_id));
            view! { <AttachingField attached=attached.clone() sign_in/> }.into_any()
        }
        false => words.notice(),
    };
    view! {
        <link rel="stylesheet" href=FILE_STYLE/>
        <div class="attaching">{move || content()}</div>
    }
    .into_any()
}

/// The files of a comment, each with what is to be seen in it (WCAG 1.1.1), and how far it has
/// come, in words and announced (4.1.3). Whoever is not signed in is asked to sign in first, since
/// no browser keeps a chosen file while another page is there.
#[component]
fn AttachingField(
    /// The files.
    attached: Attached,
    /// Leaves for signing in, to come back to the form.
    sign_in: Callback<()>,
) -> impl IntoView {
    let session = attached.session;
    let (language, announcer) = (use_language(), use_announcer());
    effect({
        let attached = attached.clone();
        move || attached.follow()
    });
    let refused = RwSignal::new(Vec::new());
    let under: UnderFile = Arc::new({
        let attached = attached.clone();
        move |file| {
            let attached = attached.clone();
            view! { <AboutFile file attached/> }.into_any()
        }
    });
    let (files, id) = (attached.files, attached.id.clone());
    let (sign_in_id, is_signed_in) =
        (attached.sign_in_id(), memo(move || session.person().is_some()));
    let is_any = memo(move || files.with(|files| !files.is_empty()));
    let mut was_signed_in = is_signed_in.get_untracked();
    effect(move || {
        let is_signed_in = is_signed_in.get();
        if was_signed_in && !is_signed_in && is_any.get_untracked() {
            announcer.say(untrack(|| language.say(&a::attach_left_behind())));
        }
        was_signed_in = is_signed_in;
    });
    const JUDGE: JudgeContent = |content| accept_attachment(content).map(drop);
    let left_behind = move || {
        let is_left = !is_signed_in.get() && is_any.get();
        is_left.then(|| {
            let words = t(a::attach_left_behind());
            view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
        })
    };
    view! {
        {move || match is_signed_in.get() || is_any.get() {
            false => {
                let id = sign_in_id.clone();
                view! {
                    <Notice>
                        <p>{t(a::attach_sign_in_first())}</p>
                        <Button label=a::attach_sign_in() id on_press=sign_in/>
                    </Notice>
                }
                .into_any()
            }
            true => view! {
                {left_behind}
                <FileField
                    id=id.clone()
                    legend=a::attach_title()
                    limits=ATTACHMENT_LIMITS
                    files
                    refused
                    judge=JUDGE
                    under=Arc::clone(&under)
                />
                <p class="composer__guidance">{t(a::attach_lead())}</p>
            }
            .into_any(),
        }}
    }
}

/// What is to be seen in a file, and how far it has come.
#[component]
fn AboutFile(
    /// The file.
    file: ChosenFile,
    /// All of them.
    attached: Attached,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let number = file.number;
    let detail = attached.detail(number);
    let (step, wrong) = (detail.step.clone(), detail.wrong.clone());
    let text = RwSignal::from(detail.description);
    let error = derived({
        let (wrong, step, name) = (wrong.clone(), step.clone(), isolated(&file.name));
        move || match wrong.get() {
            _ if step.get() == Step::Lost => Some(a::upload_lost()),
            Some(TextRefusal::Empty) => Some(a::describe_missing(name.clone())),
            wrong => wrong.map(text_refusal_words),
        }
    });
    let mut before = text.get_untracked();
    effect({
        let attached = attached.clone();
        move || {
            let typed = text.get();
            if typed != before {
                // What was wrong is being put right.
                wrong.set(None);
                attached.keep();
                before = typed;
            }
        }
    });
    let mut last = step.get_untracked();
    effect({
        let (name, step) = (file.name.clone(), step.clone());
        move || {
            let now = step.get();
            if now != last {
                tell(&now, &name, language, announcer);
                last = now;
            }
        }
    });
    let name = isolated(&file.name);
    let id = attached.description_id(number);
    let hint = a::describe_hint(DESCRIPTION_GRAPHEMES_MAX as u64);
    let again = {
        let attached = attached.clone();
        Callback::new(move |()| {
            let file = attached
                .files
                .with_untracked(|files| files.iter().find(|file| file.number == number).cloned());
            // The button goes with the failure it stands beside.
            focus_by_id_when_there(&attached.description_id(number));
            if let Some(file) = file {
                attached.send(&file);
            }
        })
    };
    let again_name = a::upload_again_it(name.clone());
    let is_busy = attached.is_busy;
    view! {
        <div class="attaching__about">
            <TextInput id label=a::describe(name) text hint error required=true busy=is_busy/>
            <div class="attaching__step">
                {move || {
                    let step = step.get();
                    let words = t(step_words(&step));
                    let name = again_name.clone();
                    match step {
                        Step::Failed(_) => view! {
                            <Notice kind=NoticeKind::Problem>
                                <p>{words}</p>
                                <Button label=a::upload_again() name on_press=again/>
                            </Notice>
                        }
                        .into_any(),
                        // That is what is wrong with the field.
                        Step::Lost => ().into_any(),
                        // Everybody sees it, and nothing is happening to it.
                        Step::There(id) if attached.is_public(&id) => ().into_any(),
                        _ => view! { <p>{words}</p> }.into_any(),
                    }
                }}
            </div>
        </div>
    }
}

fn step_words(step: &Step) -> Message {
    match step {
        Step::Waiting | Step::Going => a::upload_going(),
        Step::There(_) => a::upload_done(),
        Step::Failed(problem) if problem.code == ProblemCode::Validation => {
            a::upload_refused(file_kinds(&ATTACHMENT_LIMITS))
        }
        Step::Failed(problem) => a::upload_failed(problem_words(problem)),
        Step::Lost => a::upload_lost(),
    }
}

fn tell(step: &Step, name: &str, language: Language, announcer: Announcer) {
    let name = isolated(name);
    let words = match step {
        Step::There(_) => a::upload_done_of(name),
        Step::Failed(_) => a::upload_failed_of(name),
        Step::Waiting | Step::Going | Step::Lost => return,
    };
    announcer.say(untrack(|| language.say(&words)));
}
