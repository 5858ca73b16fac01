//! Reporting a comment, and appealing against what became of one's own.

use leptos::prelude::*;
use muloqot_domain::{
    CommentAction, NewAppeal, NewReport, ReportReason, Thread, accept_note, accept_report_note,
};

use super::{
    Case,
    filing::{Filing, Taken, Wrong},
    form::{FilingForm, Reasons, Wording},
    standing::standing,
    words::in_words,
};
use crate::{
    accessibility::focus_by_id_when_there,
    consultation::composer::Written,
    graphemes::graphemes,
    locale::{moderation as s, t, text_refusal_words},
    ui::{Notice, NoticeKind},
};

/// What a reader may do about a comment, and what its author is told.
#[component]
pub fn Reporting(
    /// The comment.
    case: Case,
) -> impl IntoView {
    fn shown(case: Case) -> AnyView {
        let told = standing(&case.comment);
        let form = case.is_open.get_untracked().then(|| match case.comment.author.is_reader {
            true => view! { <AppealForm case/> }.into_any(),
            false => view! { <ReportForm case/> }.into_any(),
        });
        view! { {told}{form} }.into_any()
    }
    in_words(shown, case)
}

/// Says what is wrong with a comment. Once it has arrived, it says so in its place.
#[component]
fn ReportForm(case: Case) -> impl IntoView {
    let filing = Filing::new(&case, "report");
    let done_id = format!("done-{}", filing.slug);
    let Case { store, is_done, comment, .. } = case.clone();
    let language = filing.language;
    let on_send = Callback::new({
        let (filing, done_id) = (filing.clone(), done_id.clone());
        move |()| {
            let reason = filing.reason.get_untracked().parse::<ReportReason>().ok();
            let note = filing.note.get_untracked();
            let told = reason.unwrap_or(ReportReason::Insult);
            let note = accept_report_note(told, &note, graphemes).map_err(text_refusal_words);
            let (reason, note) = match (reason, note) {
                (Some(reason), Ok(note)) => (reason, note.map(str::to_owned)),
                (reason, note) => {
                    let missing = reason.is_none().then(s::reason_missing);
                    let wrong = Wrong { reason: missing, note: note.err(), ..Wrong::default() };
                    return filing.refuse(wrong);
                }
            };
            let new = NewReport { reason, note };
            let answer = filing.backend.report_comment(&filing.id, &new, &filing.key());
            let (announcer, done_id) = (filing.announcer, done_id.clone());
            let mut comment = comment.clone();
            filing.send(answer, move |Taken { has_focus, .. }| {
                announcer.say(language.say(&s::report_done()));
                // Told to the thread without making the row anew: it is the same comment.
                comment.can.retain(|action| *action != CommentAction::Report);
                store.thread.try_update_untracked(|thread: &mut Thread| thread.replace(comment));
                is_done.try_set(true);
                if has_focus {
                    focus_by_id_when_there(&done_id);
                }
            });
        }
    });
    move || {
        if is_done.get() {
            return view! {
                <div id=done_id.clone() tabindex="-1">
                    <Notice kind=NoticeKind::Done><p>{t(s::report_done())}</p></Notice>
                </div>
            }
            .into_any();
        }
        let (filing, case) = (filing.clone(), case.clone());
        let wording = Wording {
            heading: s::report_title(),
            note: s::report_note(),
            note_hint: s::report_note_hint(),
            send: s::report_send(),
            conflict: s::report_conflict(),
        };
        let reasons = ReportReason::ALL.to_vec();
        view! {
            <FilingForm filing=filing.clone() case wording on_send>
                <p class="composer__guidance">{t(s::report_lead())}</p>
                <Reasons filing legend=s::report_reason() reasons/>
            </FilingForm>
        }
        .into_any()
    }
}

/// Says why a comment of one's own should be read.
#[component]
fn AppealForm(case: Case) -> impl IntoView {
    let filing = Filing::new(&case, "appeal");
    let (store, language) = (case.store, filing.language);
    let on_send = Callback::new({
        let filing = filing.clone();
        move |()| {
            let note = filing.note.get_untracked();
            let text = match accept_note(&note, graphemes) {
                Ok(text) => text.to_owned(),
                Err(refusal) => {
                    let note = Some(text_refusal_words(refusal));
                    return filing.refuse(Wrong { note, ..Wrong::default() });
                }
            };
            let answer = filing.backend.appeal(&filing.id, &NewAppeal { text }, &filing.key());
            let (announcer, session) = (filing.announcer, filing.session);
            filing.send(answer, move |Taken { made: comment, is_form_there, has_focus }| {
                announcer.say(language.say(&s::appeal_done()));
                if !store.replace_own(Written { comment, is_form_there, has_focus }) {
                    session.show_anew();
                }
            });
        }
    });
    let wording = Wording {
        heading: s::appeal_title(),
        note: s::appeal_text(),
        note_hint: s::appeal_text_hint(),
        send: s::appeal_send(),
        conflict: s::appeal_conflict(),
    };
    view! {
        <FilingForm filing case wording on_send>
            <p class="composer__guidance">{t(s::appeal_lead())}</p>
        </FilingForm>
    }
}
