//! The form a comment is written in.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{Comment, CommentState, Problem, Stance};

use super::{
    Place,
    attaching::{Attached, attaching},
    check::Refusal,
    draft::{Draft, DraftKeeper},
    failure::Failure,
    preview::{Draught, preview},
    queue::{QUEUE, Services, Waitlist, WaitlistForm},
    quoting::{Quoting, quotation, quoting},
    sending::{Sending, stance_group},
    shown_as::{ShownAsChoice, first_shown_as},
    similar::{Likeness, similar},
    writing::Writing,
};
use crate::{
    accessibility::{focus_by_id, has_focus_in, hold_focus_in_place, use_announcer},
    backend::IdempotencyKey,
    consultation::{ASKED_FOR_STYLE, writing_words::bring_words},
    locale::{Message, m, stance_name, t, use_language},
    reactive::{derived, effect, spawn_while_owned},
    session::use_session,
    ui::{Button, ButtonKind, Notice, RadioGroup, RadioOption, TextArea, stance_icon},
};

/// The form for a comment, a reply or another wording of either.
///
/// What is typed is kept on the device at every change. A visitor writes first and signs in
/// on sending. When sending fails the text stays, the reason is said (WCAG 3.3.1, 4.1.3) and
/// the same press tries again, under the same key, so that it is posted once. An error moves
/// the focus to the first field that needs correcting. While it is on its way the text can be
/// read and not changed, so that no word comes too late to be sent.
///
/// The text comes first, where it stands before the rest of the form is there, so that nothing
/// moves under who is writing.
#[component]
pub fn CommentForm(
    /// What is written, and what becomes of it.
    writing: Writing,
) -> impl IntoView {
    let Writing { consultation, place, heading, original, parent, on_sent, on_cancel, begun } =
        writing;
    let (session, backend) = use_session();
    let (language, announcer) = (use_language(), use_announcer());
    let slug = place.slug();
    let keeper = DraftKeeper::new(&consultation, &place);
    let begun = begun.with_untracked(|text| begun_draft(text));
    let kept = if begun.is_some() { None } else { keeper.kept() };
    let is_restored = RwSignal::new(kept.is_some());
    let is_return = keeper.is_marked_for_return();
    let is_kept = RwSignal::new(begun.as_ref().is_none_or(|draft| keeper.keep(draft)));
    let lasting_quote = original.as_ref().and_then(|comment| comment.quote.clone());
    let start = begun.or(kept).unwrap_or_else(|| first_draft(&place, original.as_ref()));

    let text = RwSignal::new(start.text);
    let stance = RwSignal::new(start.stance);
    let shown_as = match start.shown_as {
        unchosen if unchosen.is_empty() => first_shown_as(original.as_ref()).to_owned(),
        chosen => chosen,
    };
    let shown_as = RwSignal::new(shown_as);
    let sign_in = Callback::new({
        let (keeper, place, consultation) = (keeper.clone(), place.clone(), consultation.clone());
        let backend = backend.clone();
        move |()| {
            keeper.mark_for_return();
            let path = place.address(&consultation).path();
            session.leave_to_sign_in(&backend, &path, untrack(|| language.locale()));
        }
    });
    let services = (session, backend.clone());
    let is_busy = RwSignal::new(false);
    let attached = Attached::restored(&consultation, &place, original.as_ref(), services, is_busy);
    let quote = RwSignal::new(start.quote);
    let refusal = RwSignal::new(Refusal::default());
    let failure = RwSignal::new(None::<Problem>);
    let stance_error = derived(move || refusal.with(|refusal| refusal.stance.clone()));
    let text_error = derived(move || refusal.with(|refusal| refusal.text.clone()));
    let (text_id, stance_group) = (place.text_id(), stance_group(&place));

    if is_return {
        keeper.unmark();
    }
    let sending = Sending {
        backend,
        session,
        language,
        announcer,
        consultation,
        place: place.clone(),
        keeper,
        text,
        stance,
        shown_as,
        sign_in,
        attached: attached.clone(),
        quote,
        key: StoredValue::new(start.key.unwrap_or_else(IdempotencyKey::fresh)),
        sent: StoredValue::new(start.sent),
        refusal,
        failure,
        is_busy,
        is_kept,
        is_restored,
        is_emptied: StoredValue::new(false),
        on_sent,
    };
    effect({
        let sending = sending.clone();
        let mut before = None::<(String, String, Option<String>, String)>;
        move || {
            let typed = (text.get(), stance.get(), quote.get(), shown_as.get());
            if let Some(before) = before.as_ref().filter(|before| **before != typed) {
                if !sending.is_emptied.try_update_value(std::mem::take).unwrap_or_default() {
                    sending.keep();
                }
                // What was wrong is being put right.
                refusal.update(|refusal| {
                    if before.0 != typed.0 {
                        refusal.text = None;
                    }
                    if before.1 != typed.1 {
                        refusal.stance = None;
                    }
                    if before.2 != typed.2 {
                        refusal.quote = false;
                    }
                });
            }
            before = Some(typed);
        }
    });
    let submit = {
        let sending = sending.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            sending.send();
        }
    };
    let send_label = {
        let place = place.clone();
        derived(move || match (is_busy.get(), session.person(), &place) {
            (true, ..) => m::compose_sending(),
            (_, None, _) => m::compose_sign_in_and_send(),
            (_, Some(_), Place::Top | Place::Answer(_)) => m::compose_send(),
            (_, Some(_), Place::Reply(_)) => m::compose_send_reply(),
            (_, Some(_), Place::Edit(_)) => m::compose_send_edit(),
        })
    };
    let sign_in_unless_lost = Callback::new({
        let sending = sending.clone();
        move |()| sending.sign_in_unless_lost()
    });
    let is_edit = matches!(place, Place::Edit(_));
    let files = attaching(&attached, sign_in_unless_lost);
    let given_up = attached.clone();
    let author_place = place.clone();
    let draught = Draught {
        place: place.clone(),
        text,
        stance,
        shown_as,
        quote: quotation(quote, parent.as_ref()),
        lasting_quote,
        attached,
        is_shown: RwSignal::new(false),
        last_field: StoredValue::new(text_id.clone()),
    };
    let choice = parent.map(|parent| {
        let quoted = Quoting {
            place: place.clone(),
            parent: StoredValue::new(parent),
            quoted: quote,
            is_refused: derived(move || refusal.with(|refusal| refusal.quote)),
            is_open: RwSignal::new(false),
        };
        quoting(quoted).into_any()
    });
    let others = place.is_top().then(|| {
        let (consultation, question) = (sending.consultation.clone(), place.question());
        similar(Likeness { consultation, question, text, is_kept }).into_any()
    });
    // A change does not wait: its time runs out.
    let queue = (!is_edit).then(|| {
        let (coming, sending) = (QUEUE.coming(), sending.clone());
        // Wanted when there is no connection, it has come before.
        coming.bring();
        move || {
            let queue = coming.is_there.get().then(|| QUEUE.get()).flatten();
            queue.map(|queue| (queue.list)(waitlist(&sending, sign_in_unless_lost)))
        }
    });
    let shown = draught.clone();
    let look = Callback::new({
        let draught = draught.clone();
        move |()| draught.toggle()
    });
    // Words that are wanted without a connection have come before it goes.
    effect(move || {
        let locale = language.locale();
        spawn_while_owned(async move {
            // Whatever needs them asks again, and says why they do not come.
            let _ = bring_words(locale).await;
        });
    });
    let (form_id, heading_id) = (place.form_id(), place.heading_id());
    if !has_focus_in(&form_id) {
        // The whole form is higher than what stood in its place, and whoever has gone on from
        // there, by a key faster than the form came, must still see where they are.
        hold_focus_in_place();
    }
    let text_label = match place {
        Place::Reply(_) => m::compose_reply_text(),
        Place::Top | Place::Answer(_) | Place::Edit(_) => m::compose_text(),
    };
    let send_id = format!("send-{slug}");
    let retry = Callback::new({
        let send_id = send_id.clone();
        move |()| {
            // The button that was pressed goes with the notice it stands in.
            focus_by_id(&send_id);
            sending.send();
        }
    });
    view! {
        <form
            id=form_id
            class="composer"
            novalidate
            aria-labelledby=heading_id.clone()
            on:submit=submit
            on:focusin=move |event| draught.note_field(&event)
        >
            <link rel="stylesheet" href=ASKED_FOR_STYLE/>
            <h3 id=heading_id.clone() class="composer__heading">{t(heading)}</h3>
            {move || is_restored.get().then(|| {
                let words = move || {
                    let name = session.person().map(|person| person.name);
                    language.say(&restored_words(is_return, name))
                };
                view! { <Notice><p>{move || words()}</p></Notice> }.into_any()
            })}
            <p class="composer__guidance">{t(m::compose_guidance())}</p>
            {choice}
            <TextArea id=text_id label=text_label text error=text_error busy=is_busy/>
            {others}
            <RadioGroup
                name=stance_group
                legend=m::compose_stance()
                options=stance_options()
                chosen=stance
                error=stance_error
            />
            {files}
            <ShownAsChoice place=author_place shown_as/>
            {queue}
            {preview(shown.clone())}
            <div role="alert">
                {move || failure.get().map(|problem| {
                    view! { <Failure problem on_retry=retry on_sign_in=sign_in/> }.into_any()
                })}
            </div>
            <p class="composer__kept">
                {move || language.say(&kept_words(session.person().is_some(), is_kept.get()))}
            </p>
            <div class="composer__actions">
                <Button
                    label=send_label
                    kind=ButtonKind::Primary
                    busy=is_busy
                    id=send_id
                    r#type="submit"
                />
                <Button label=m::compose_preview() expanded=shown.is_shown on_press=look/>
                {on_cancel.map(|on_cancel| {
                    // A change that is being made cannot be left: the text would be forgotten.
                    let on_press = Callback::new(move |()| {
                        if is_edit && is_busy.get_untracked() {
                            return;
                        }
                        if is_edit {
                            given_up.give_up();
                        }
                        on_cancel.run(());
                    });
                    view! { <Button label=m::cancel() kind=ButtonKind::Quiet on_press/> }.into_any()
                })}
            </div>
        </form>
    }
}

/// What waits, as the form shows it.
fn waitlist(sending: &Sending, sign_in: Callback<()>) -> Waitlist {
    let (text, quote, again) = (sending.text, sending.quote, sending.clone());
    let form = WaitlistForm {
        on_sent: sending.on_sent.clone(),
        fill: Callback::new(move |waiting| again.fill(waiting)),
        is_free: derived(move || text.with(String::is_empty) && quote.with(Option::is_none)),
        sign_in,
    };
    Waitlist {
        services: Services::current(),
        consultation: sending.consultation.clone(),
        place: sending.place.clone(),
        next_id: sending.place.text_id(),
        form: Some(form),
    }
}

/// What stands in the form before anything is typed. A reply takes no side unless its author
/// says so; a comment of its own asks for one.
pub fn first_draft(place: &Place, original: Option<&Comment>) -> Draft {
    let stance = match (original, place) {
        (Some(comment), _) => comment.stance.as_str(),
        (None, Place::Reply(_)) => Stance::Neutral.as_str(),
        (None, Place::Top | Place::Answer(_) | Place::Edit(_)) => "",
    };
    let text = original.and_then(|comment| comment.text.clone()).unwrap_or_default();
    Draft { text, stance: stance.to_owned(), ..Draft::default() }
}

/// What was typed before the form was there, if anything.
fn begun_draft(text: &str) -> Option<Draft> {
    (!text.is_empty()).then(|| Draft { text: text.to_owned(), ..Draft::default() })
}

fn stance_options() -> Vec<RadioOption> {
    let option = |stance: &Stance| RadioOption {
        value: stance.as_str(),
        label: stance_name(*stance),
        icon: Some(stance_icon(*stance)),
        hint: None,
    };
    Stance::ALL.iter().map(option).collect()
}

fn restored_words(is_return: bool, person: Option<String>) -> Message {
    match person.filter(|_| is_return) {
        Some(name) => m::compose_welcome_back(name),
        None => m::compose_draft_from_before(),
    }
}

fn kept_words(is_signed_in: bool, is_kept: bool) -> Message {
    match (is_signed_in, is_kept) {
        (_, false) => m::compose_draft_not_kept(),
        (false, true) => m::compose_sign_in_hint(),
        (true, true) => m::compose_draft_kept(),
    }
}

pub fn sent_words(place: &Place, comment: &Comment) -> Message {
    match (place, comment.state) {
        (_, CommentState::Held) => m::compose_sent_held(),
        (Place::Top | Place::Answer(_), _) => m::compose_sent(),
        (Place::Reply(_), _) => m::compose_reply_sent(),
        (Place::Edit(_), _) => m::compose_edit_sent(),
    }
}
