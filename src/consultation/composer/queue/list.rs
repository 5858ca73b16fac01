//! What waits, in sight of who wrote it.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{ConsultationId, Person};

use super::{
    super::{DraftKeeper, Place, TakeComment, failure::failure_words},
    Services, Waiting,
    draining::{Standing, Wish, back_to_draft, changes, drain, standing, take_in, tell},
    kept::{NeedsPress, remove, waiting},
    title_id,
};
use crate::{
    accessibility::focus_by_id_when_there,
    clock::now,
    consultation::{ASKED_FOR_STYLE, writing_words::in_words},
    locale::{Message, m, t, use_language, writing as w},
    navigation::use_navigation,
    reactive::{derived, memo},
    ui::{self, Button, ButtonKind, Prose, Rows},
};

/// The place where what waits is seen: in a form, or where one was.
#[derive(Clone)]
pub struct Waitlist {
    /// What sending needs.
    pub services: Services,
    /// The consultation.
    pub consultation: ConsultationId,
    /// What is written in the form: under the form for comments everything of the consultation is
    /// seen, elsewhere what was written there.
    pub place: Place,
    /// What takes the focus when nothing waits any more.
    pub next_id: String,
    /// The form, if there is one.
    pub form: Option<WaitlistForm>,
}

/// A form that sends, and takes back what waits.
#[derive(Clone)]
pub struct WaitlistForm {
    /// Takes what was sent into the thread.
    pub on_sent: TakeComment,
    /// Puts a text back into it.
    pub fill: Callback<Waiting>,
    /// Whether it is empty, so that nothing in it is overwritten.
    pub is_free: Signal<bool>,
    /// Leaves for signing in, to come back to it.
    pub sign_in: Callback<()>,
}

impl Waitlist {
    fn shows(&self, one: &Waiting) -> bool {
        one.consultation == self.consultation
            && (self.place == Place::Top || self.place == one.place())
    }
}

/// What waits, with the ways to send it now, take it back or discard it; nothing, where nothing
/// does.
pub fn list(waitlist: Waitlist) -> AnyView {
    if let Some(form) = &waitlist.form {
        take_in(waitlist.consultation.clone(), Arc::clone(&form.on_sent));
    }
    let changes = changes();
    let of_this = waitlist.clone();
    let items = memo(move || {
        changes.track();
        let mut items = waiting();
        items.retain(|one| of_this.shows(one));
        items
    });
    let is_any = memo(move || items.with(|items| !items.is_empty()));
    view! {
        {move || {
            let waitlist = waitlist.clone();
            is_any.get().then(|| {
                in_words(Arc::new(move || {
                    view! { <Queue waitlist=waitlist.clone() items/> }.into_any()
                }))
            })
        }}
    }
    .into_any()
}

#[component]
fn Queue(waitlist: Waitlist, items: Memo<Vec<Waiting>>) -> impl IntoView {
    let title_id = title_id(&waitlist.place);
    let own_words = use_language();
    let services = waitlist.services.clone();
    let session = services.session;
    let standing = standing();
    let stands = derived(move || standing.get());
    let each = {
        let waitlist = waitlist.clone();
        derived(move || {
            let row = |one: Waiting| {
                let waitlist = waitlist.clone();
                let refused = one.refused.as_ref().map(|problem| problem.code.as_str());
                let key = format!("{} {}", one.sent.key.as_str(), refused.unwrap_or_default());
                ui::Row::new(key, move || {
                    let (one, waitlist) = (one.clone(), waitlist.clone());
                    view! { <Row one waitlist stands/> }.into_any()
                })
            };
            items.get().into_iter().map(row).collect()
        })
    };
    let consultation = waitlist.consultation.clone();
    let send = Callback::new(move |()| {
        if !window().navigator().on_line() {
            let words = untrack(|| own_words.say(&w::queue_waits()));
            services.announcer.say(words);
        }
        drain(services.clone(), Wish::Pressed(consultation.clone()));
    });
    let is_sending = derived(move || matches!(stands.get(), Standing::OnItsWay(_)));
    let sending = waitlist.form.map(|form| {
        move || {
            let is_own =
                |one: &Waiting| one.refused.is_none() && !is_of_other(one, session.person());
            items.with(|items| items.iter().any(is_own)).then(|| {
                match session.person().is_none() && stands.get() == Standing::SignIn {
                    true => view! { <Button label=m::sign_in() on_press=form.sign_in/> }.into_any(),
                    false => view! {
                        <Button label=w::queue_send_now() busy=is_sending on_press=send/>
                    }
                    .into_any(),
                }
            })
        }
    });
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <section class="composer__aside queue" aria-labelledby=title_id.clone()>
            <h4 id=title_id.clone() tabindex="-1">{t(w::queue_title())}</h4>
            <ol class="composer__aside-list" role="list"><Rows each/></ol>
            {sending}
        </section>
    }
}

/// One of them: its words, what it waits for, and what can be done.
#[component]
fn Row(one: Waiting, waitlist: Waitlist, stands: Signal<Standing>) -> impl IntoView {
    let (language, navigation) = (use_language(), use_navigation());
    let Services { session, announcer, .. } = waitlist.services.clone();
    let key = one.sent.key.clone();
    let title = title_id(&waitlist.place);
    let id = format!("{title}-{}", key.as_str());
    let is_going = {
        let key = key.clone();
        memo(move || stands.with(|it| matches!(it, Standing::OnItsWay(going) if *going == key)))
    };
    let state = {
        let one = one.clone();
        move || language.say(&state_words(&one, session.person(), is_going.get(), &stands.get()))
    };
    let is_asking = RwSignal::new(false);
    let is_full = RwSignal::new(false);
    let done = {
        let waitlist = waitlist.clone();
        move || {
            remove(&key);
            tell();
            match waiting().iter().any(|one| waitlist.shows(one)) {
                true => focus_by_id_when_there(&title),
                false => focus_by_id_when_there(&waitlist.next_id),
            }
        }
    };
    // In the form it would be sent in the name of whoever is there.
    let is_others = {
        let one = one.clone();
        memo(move || is_of_other(&one, session.person()))
    };
    let take_back = waitlist.form.clone().map(|form| {
        let (one, waitlist, done) = (one.clone(), waitlist.clone(), done.clone());
        Callback::new(move |()| {
            let place = one.place();
            if place == waitlist.place {
                if !form.is_free.get_untracked() {
                    return is_full.set(true);
                }
                form.fill.run(one.clone());
                done();
                return focus_by_id_when_there(&place.text_id());
            }
            if !back_to_draft(&one) {
                return is_full.set(true);
            }
            remove(&one.sent.key);
            tell();
            // The form of the reply opens where it stands, and takes the focus.
            DraftKeeper::new(&waitlist.consultation, &place).mark_for_return();
            navigation.go(&place.address(&waitlist.consultation));
        })
    });
    let question_id = format!("{id}-question");
    let ask = Callback::new({
        let question_id = question_id.clone();
        move |()| {
            is_asking.set(true);
            focus_by_id_when_there(&question_id);
        }
    });
    let discard = Callback::new(move |()| {
        announcer.say(untrack(|| language.say(&m::compose_discarded())));
        done();
    });
    let ask_id = format!("{id}-discard");
    let leave = Callback::new({
        let ask_id = ask_id.clone();
        move |()| {
            is_asking.set(false);
            focus_by_id_when_there(&ask_id);
        }
    });
    let (text, lang) = (one.sent.text.clone(), one.sent.language.clone());
    let described_by = Some(id.clone());
    // What is on its way is not called back.
    let actions = move || {
        match (is_going.get(), is_asking.get()) {
        (true, _) => ().into_any(),
        (false, true) => view! {
            <div
                role="group"
                class="withdrawal"
                aria-labelledby=question_id.clone()
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        leave.run(());
                    }
                }
            >
                <p id=question_id.clone() tabindex="-1"><strong>{t(w::queue_discard_question())}</strong></p>
                <div class="composer__actions">
                    <Button label=m::compose_discard() on_press=discard/>
                    <Button label=m::cancel() kind=ButtonKind::Quiet on_press=leave/>
                </div>
            </div>
        }
        .into_any(),
        (false, false) => view! {
            <div class="composer__actions">
                {take_back.filter(|_| !is_others.get()).map(|take_back| view! {
                    <Button
                        label=w::queue_take_back()
                        kind=ButtonKind::Quiet
                        described_by=described_by.clone()
                        on_press=take_back
                    />
                }
                .into_any())}
                <Button
                    label=m::compose_discard()
                    kind=ButtonKind::Quiet
                    id=ask_id.clone()
                    described_by=described_by.clone()
                    on_press=ask
                />
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <li>
            <div id=id><Prose text lang class="comment__text prose"/></div>
            <p class="composer__guidance">{state}</p>
            <div role="alert">
                {move || is_full.get().then(|| view! { <p>{t(w::queue_form_full())}</p> }.into_any())}
            </div>
            {actions}
        </li>
    }
}

/// Whether somebody else than the one who is there wrote it.
fn is_of_other(one: &Waiting, person: Option<Person>) -> bool {
    one.person.as_ref().zip(person).is_some_and(|(author, it)| *author != it.id)
}

/// What one waits for, or why it was not taken.
fn state_words(
    one: &Waiting,
    person: Option<Person>,
    is_going: bool,
    stands: &Standing,
) -> Message {
    if let Some(problem) = &one.refused {
        let (kept, why) = failure_words(problem);
        return w::queue_refused(why.unwrap_or(kept));
    }
    if is_going {
        return m::compose_sending();
    }
    if is_of_other(one, person.clone()) {
        return w::queue_of_other();
    }
    match (person, one.needs_press(now()), stands) {
        (Some(person), Some(NeedsPress::Unsigned), _) => w::queue_unsigned(person.name),
        (Some(_), Some(NeedsPress::Old), _) => w::queue_old(),
        (None, _, Standing::SignIn) => w::queue_sign_in(),
        _ => w::queue_waits(),
    }
}
