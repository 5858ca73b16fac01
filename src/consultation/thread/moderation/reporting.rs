//! Reporting a comment, and appealing against what became of one's own.

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentAction, NewAppeal, NewReport, ReportReason, Thread, accept_note,
    accept_report_note,
};

use super::{
    super::asking::Asking,
    filing::{Filing, Taken, Wrong},
    form::{FilingForm, Reasons, Wording},
};
use crate::{
    accessibility::focus_by_id_when_there,
    consultation::composer::Written,
    graphemes::graphemes,
    locale::{moderation as s, t, text_refusal_words},
    ui::{Notice, NoticeKind},
};

/// Says what is wrong with a comment. Once it has arrived, it says so in its place.
#[component]
pub fn ReportForm(
    /// The form.
    asking: Asking,
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let filing = Filing::new(&comment, "report");
    let done_id = format!("done-{}", filing.slug);
    let store = asking.store;
    let is_done = RwSignal::new(!comment.can.contains(&CommentAction::Report));
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
        let (filing, asking) = (filing.clone(), asking.clone());
        let wording = Wording {
            heading: s::report_title(),
            note: s::report_note(),
            note_hint: s::report_note_hint(),
            send: s::report_send(),
            conflict: s::report_conflict(),
        };
        let reasons = ReportReason::ALL.to_vec();
        view! {
            <FilingForm filing=filing.clone() asking wording on_send>
                <p class="composer__guidance">{t(s::report_lead())}</p>
                <Reasons filing legend=s::report_reason() reasons/>
            </FilingForm>
        }
        .into_any()
    }
}

/// Says why a comment of one's own should be read.
#[component]
pub fn AppealForm(
    /// The form.
    asking: Asking,
    /// The comment.
    comment: Comment,
) -> impl IntoView {
    let filing = Filing::new(&comment, "appeal");
    let (store, language) = (asking.store, filing.language);
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
        <FilingForm filing asking wording on_send>
            <p class="composer__guidance">{t(s::appeal_lead())}</p>
        </FilingForm>
    }
}
