//! The form a comment is written in.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{
    Comment, CommentEdit, CommentState, ConsultationId, LanguageTag, NewComment, Problem,
    ProblemCode, Stance,
};

use super::{
    Place,
    check::{Refusal, check, refusal_of},
    draft::{Draft, DraftKeeper},
};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there, use_announcer, use_arrivals},
    backend::{Answer, Backend, IdempotencyKey},
    locale::{Message, m, problem_words, stance_name, t, use_language},
    reactive::{derived, effect, spawn},
    session::use_session,
    ui::{Button, ButtonKind, Notice, NoticeKind, RadioGroup, RadioOption, TextArea, stance_icon},
};

/// The form for a comment, a reply or another wording of either.
///
/// What is typed is kept on the device at every change. A visitor writes first and signs in
/// on sending. When sending fails the text stays, the reason is said (WCAG 3.3.1, 4.1.3) and
/// the same press tries again, under the same key, so that it is posted once. An error moves
/// the focus to the first field that needs correcting.
#[component]
pub fn Composer(
    /// The consultation it is about.
    consultation: ConsultationId,
    /// What is being written.
    place: Place,
    /// The heading over the form.
    heading: Message,
    /// The comment as it is now, when it is edited.
    #[prop(optional, into)]
    original: Option<Comment>,
    /// Called with what the platform made of it.
    on_sent: Callback<Comment>,
    /// Closes the form; absent for one that is always there.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let (session, backend) = use_session();
    let (language, announcer, arrivals) = (use_language(), use_announcer(), use_arrivals());
    let slug = place.slug();
    let keeper = DraftKeeper::new(&consultation, &place);
    let kept = keeper.kept();
    let is_restored = RwSignal::new(kept.is_some());
    let is_return = keeper.is_marked_for_return();
    let start = kept.unwrap_or_else(|| first_draft(&place, original.as_ref()));

    let text = RwSignal::new(start.text.clone());
    let stance = RwSignal::new(start.stance.clone());
    let sent_as = StoredValue::new(start);
    let refusal = RwSignal::new(Refusal::default());
    let failure = RwSignal::new(None::<Problem>);
    let is_busy = RwSignal::new(false);
    let is_kept = RwSignal::new(true);
    let stance_error = derived(move || refusal.with(|refusal| refusal.stance.clone()));
    let text_error = derived(move || refusal.with(|refusal| refusal.text.clone()));
    let (text_id, stance_name) = (format!("text-{slug}"), format!("stance-{slug}"));
    let first_stance_id = format!("{stance_name}-{}", Stance::For);

    let draft = move || {
        let (text, stance) = (text.get(), stance.get());
        let key = sent_as.with_value(|sent| {
            sent.key.clone().filter(|_| sent.text == text && sent.stance == stance)
        });
        Draft { text, stance, key }
    };
    effect({
        let keeper = keeper.clone();
        let mut before = None;
        move || {
            let draft = Some(draft());
            if let Some(draft) = draft.as_ref().filter(|_| before.is_some() && before != draft) {
                is_kept.set(keeper.keep(draft));
            }
            before = draft;
        }
    });
    if is_return {
        keeper.unmark();
        arrivals.keep_focus();
        focus_by_id_when_there(&text_id);
    } else if !matches!(place, Place::Top) {
        focus_by_id_when_there(&text_id);
    }

    let focus_first_error = {
        let (text_id, first_stance_id) = (text_id.clone(), first_stance_id.clone());
        move |refusal: &Refusal| {
            focus_by_id(if refusal.stance.is_some() { &first_stance_id } else { &text_id });
        }
    };
    let take_comment = Callback::new({
        let keeper = keeper.clone();
        let place = place.clone();
        move |comment: Comment| {
            keeper.forget();
            is_restored.try_set(false);
            failure.try_set(None);
            sent_as.try_set_value(Draft::default());
            text.try_set(String::new());
            stance.try_set(first_draft(&place, None).stance);
            announcer.say(language.say(&sent_words(&place, &comment)));
            on_sent.run(comment);
        }
    });
    let take_problem = Callback::new({
        let keeper = keeper.clone();
        let (backend, place, consultation) = (backend.clone(), place.clone(), consultation.clone());
        let focus_first_error = focus_first_error.clone();
        move |problem: Problem| {
            let found = refusal_of(&problem);
            if problem.code == ProblemCode::NotSignedIn && session.person().is_none() {
                keeper.mark_for_return();
                session.leave_to_sign_in(&backend, &place.address(&consultation).path());
            } else if !found.is_empty() {
                failure.set(None);
                refusal.set(found.clone());
                focus_first_error(&found);
            } else {
                failure.set(Some(problem));
            }
        }
    });
    let send = {
        let (keeper, backend) = (keeper.clone(), backend.clone());
        let (place, consultation) = (place.clone(), consultation.clone());
        move || {
            if is_busy.get_untracked() {
                return;
            }
            let checked = check(&stance.get_untracked(), &text.get_untracked());
            let (checked_stance, checked_text) = match checked {
                Ok(checked) => checked,
                Err(found) => {
                    failure.set(None);
                    refusal.set(found.clone());
                    return focus_first_error(&found);
                }
            };
            refusal.set(Refusal::default());
            let mut sent = untrack(draft);
            let key = sent.key.get_or_insert_with(IdempotencyKey::fresh).clone();
            is_kept.set(keeper.keep(&sent));
            sent_as.set_value(sent);
            is_busy.set(true);
            let written = Written {
                stance: checked_stance,
                language: LanguageTag::guess(&checked_text, language.locale()),
                text: checked_text,
            };
            let answer = written.send(&backend, &consultation, &place, &key);
            spawn(async move {
                let answer = answer.await;
                is_busy.try_set(false);
                match answer {
                    Ok(comment) => take_comment.run(comment),
                    Err(problem) => take_problem.run(problem),
                }
            });
        }
    };
    let submit = {
        let send = send.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            send();
        }
    };
    let send_label = {
        let place = place.clone();
        derived(move || match (is_busy.get(), session.person(), &place) {
            (true, ..) => m::compose_sending(),
            (_, None, _) => m::compose_sign_in_and_send(),
            (_, Some(_), Place::Top) => m::compose_send(),
            (_, Some(_), Place::Reply(_)) => m::compose_send_reply(),
            (_, Some(_), Place::Edit(_)) => m::compose_send_edit(),
        })
    };
    let sign_in_again = Callback::new({
        let (keeper, place) = (keeper.clone(), place.clone());
        move |()| {
            keeper.mark_for_return();
            session.leave_to_sign_in(&backend, &place.address(&consultation).path());
        }
    });
    let heading_id = format!("compose-{slug}");
    let text_label = match place {
        Place::Reply(_) => m::compose_reply_text(),
        Place::Top | Place::Edit(_) => m::compose_text(),
    };
    let send_id = format!("send-{slug}");
    let retry = Callback::new({
        let send_id = send_id.clone();
        move |()| {
            // The button that was pressed goes with the notice it stands in.
            focus_by_id(&send_id);
            send();
        }
    });
    view! {
        <form class="composer" novalidate aria-labelledby=heading_id.clone() on:submit=submit>
            <h3 id=heading_id.clone() class="composer__heading">{t(heading)}</h3>
            {move || is_restored.get().then(|| {
                let words = move || {
                    let name = session.person().map(|person| person.name);
                    language.say(&restored_words(is_return, name))
                };
                view! { <Notice><p>{move || words()}</p></Notice> }.into_any()
            })}
            <p class="composer__guidance">{t(m::compose_guidance())}</p>
            <RadioGroup
                name=stance_name
                legend=m::compose_stance()
                options=stance_options()
                chosen=stance
                error=stance_error
            />
            <TextArea id=text_id label=text_label text error=text_error/>
            <div role="alert">
                {move || failure.get().map(|problem| {
                    view! { <Failure problem on_retry=retry on_sign_in=sign_in_again/> }.into_any()
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
                {on_cancel.map(|on_cancel| {
                    view! { <Button label=m::cancel() kind=ButtonKind::Quiet on_press=on_cancel/> }
                        .into_any()
                })}
            </div>
        </form>
    }
}

/// Why it was not sent, and what to do now.
#[component]
fn Failure(problem: Problem, on_retry: Callback<()>, on_sign_in: Callback<()>) -> impl IntoView {
    let is_signed_out = problem.code == ProblemCode::NotSignedIn;
    let code = problem.code.as_str();
    let is_final = matches!(problem.code, ProblemCode::Closed | ProblemCode::NotAllowed);
    view! {
        <div data-problem=code>
            <Notice kind=NoticeKind::Problem>
                <p><strong>{t(m::compose_failed_kept())}</strong></p>
                <p>{t(problem_words(&problem))}</p>
                {is_signed_out
                    .then(|| view! { <Button label=m::sign_in_again() on_press=on_sign_in/> }.into_any())}
                {(!is_signed_out && !is_final)
                    .then(|| view! { <Button label=m::try_again() on_press=on_retry/> }.into_any())}
            </Notice>
        </div>
    }
}

/// What was written, checked and ready to be sent.
struct Written {
    stance: Stance,
    text: String,
    language: LanguageTag,
}

impl Written {
    fn send(
        self,
        backend: &Backend,
        consultation: &ConsultationId,
        place: &Place,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Self { stance, text, language } = self;
        let new = |parent_id| NewComment { parent_id, stance, text: text.clone(), language };
        match place {
            Place::Top => backend.post_comment(consultation, &new(None), key),
            Place::Reply(parent) => {
                backend.post_comment(consultation, &new(Some(parent.clone())), key)
            }
            Place::Edit(comment) => {
                backend.edit_comment(comment, &CommentEdit { stance, text: text.clone() }, key)
            }
        }
    }
}

/// What stands in the form before anything is typed. A reply takes no side unless its author
/// says so; a comment of its own asks for one.
fn first_draft(place: &Place, original: Option<&Comment>) -> Draft {
    let stance = match (original, place) {
        (Some(comment), _) => comment.stance.as_str(),
        (None, Place::Reply(_)) => Stance::Neutral.as_str(),
        (None, Place::Top | Place::Edit(_)) => "",
    };
    let text = original.and_then(|comment| comment.text.clone()).unwrap_or_default();
    Draft { text, stance: stance.to_owned(), key: None }
}

fn stance_options() -> Vec<RadioOption> {
    let option = |stance: &Stance| RadioOption {
        value: stance.as_str(),
        label: stance_name(*stance),
        icon: stance_icon(*stance),
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

fn sent_words(place: &Place, comment: &Comment) -> Message {
    match (place, comment.state) {
        (_, CommentState::Held) => m::compose_sent_held(),
        (Place::Top, _) => m::compose_sent(),
        (Place::Reply(_), _) => m::compose_reply_sent(),
        (Place::Edit(_), _) => m::compose_edit_sent(),
    }
}
