//! Sending what waits: in order, each once, from one tab at a time.

use std::{
    future::Future,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use js_sys::{Function, Promise, Reflect};
use leptos::{ev, prelude::*};
use muloqot_domain::{
    Comment, ConsultationId, NewComment, NewQuote, Person, Problem, ProblemCode, Stance,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{
    super::{DraftKeeper, TakeComment, Written, draft::Draft, failure::failure_words},
    STORAGE_KEY, Services, Waiting,
    kept::{keep, refuse, remove, waiting},
    waits_for_connection,
};
use crate::{
    backend::IdempotencyKey,
    clock::now,
    consultation::{
        about::count_own,
        writing_words::{are_words_there, bring_words},
    },
    locale::{Message, writing as w},
    reactive::spawn,
};

/// How long after a failure it is tried again by itself, while the device says it is online.
const PAUSE: Duration = Duration::from_secs(60);

/// What what waits is waiting for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The connection.
    Connection,
    /// Nothing: the one with that key is on its way.
    OnItsWay(IdempotencyKey),
    /// Somebody who signs in.
    SignIn,
}

/// Who wants it sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Nobody in particular: the connection came back, or time has passed.
    ByItself,
    /// The person who is there and pressed for it where what waits for that consultation is seen.
    Pressed(ConsultationId),
}

/// What keeps what was not sent.
struct Rest {
    standing: Standing,
    /// When it is tried again by itself, if it is.
    pause: Option<Duration>,
}

/// Tells of every change of what waits, here or in another tab.
pub fn changes() -> ArcRwSignal<u32> {
    static CHANGES: OnceLock<ArcRwSignal<u32>> = OnceLock::new();
    CHANGES.get_or_init(|| ArcRwSignal::new(0)).clone()
}

/// What it is waiting for.
pub fn standing() -> ArcRwSignal<Standing> {
    static STANDING: OnceLock<ArcRwSignal<Standing>> = OnceLock::new();
    STANDING.get_or_init(|| ArcRwSignal::new(Standing::Connection)).clone()
}

/// The threads on the page that take in what was sent, with the numbers they gave.
static TAKERS: Mutex<Vec<(u32, ConsultationId, TakeComment)>> = Mutex::new(Vec::new());

/// A thread takes in what is sent, until it is gone.
pub fn take_in(consultation: ConsultationId, take: TakeComment) {
    let mut takers = TAKERS.lock().unwrap_or_else(PoisonError::into_inner);
    let number = takers.last().map_or(0, |(number, ..)| number + 1);
    takers.push((number, consultation, take));
    on_cleanup(move || {
        let mut takers = TAKERS.lock().unwrap_or_else(PoisonError::into_inner);
        takers.retain(|(other, ..)| *other != number);
    });
}

/// Sends what waits now, and whenever the connection comes back.
pub fn start(services: Services) {
    static IS_STARTED: AtomicBool = AtomicBool::new(false);
    if !IS_STARTED.swap(true, Ordering::Relaxed) {
        // For as long as the app runs.
        let again = services.clone();
        let _ = window_event_listener(ev::online, move |_| drain(again.clone(), Wish::ByItself));
        let _ = window_event_listener(ev::storage, |event| {
            if event.key().is_none_or(|key| key == STORAGE_KEY) {
                tell();
            }
        });
    }
    drain(services, Wish::ByItself);
}

/// Takes in one more, and says that it waits; `false` where the device does not keep it, or has
/// not got the words to say so.
pub fn put(services: Services, one: Waiting) -> bool {
    let mut all = waiting();
    all.retain(|waiting| waiting.sent.key != one.sent.key);
    all.push(one);
    if !are_words_there(untrack(|| services.language.locale())) || !keep(&all) {
        return false;
    }
    tell();
    let told = services.clone();
    spawn(async move {
        if let Some(words) = said(&told, &w::queue_put()).await {
            told.announcer.say(words);
        }
    });
    start(services);
    true
}

/// Tells that something else waits now.
pub fn tell() {
    changes().update(|count| *count += 1);
}

/// Sends what waits, unless that is being done.
pub fn drain(services: Services, wish: Wish) {
    static IS_UNDER_WAY: AtomicBool = AtomicBool::new(false);
    if !window().navigator().on_line() || IS_UNDER_WAY.swap(true, Ordering::Relaxed) {
        return;
    }
    spawn(async move {
        alone(async move {
            let rest = send_all(&services, &wish).await;
            standing().set(rest.standing);
            if let Some(pause) = rest.pause {
                try_again_after(pause, services);
            }
        })
        .await;
        IS_UNDER_WAY.store(false, Ordering::Relaxed);
    });
}

/// Tries again after a while, unless that is to be done already.
fn try_again_after(pause: Duration, services: Services) {
    static IS_EXPECTED: AtomicBool = AtomicBool::new(false);
    if !IS_EXPECTED.swap(true, Ordering::Relaxed) {
        set_timeout(
            move || {
                IS_EXPECTED.store(false, Ordering::Relaxed);
                drain(services, Wish::ByItself);
            },
            pause,
        );
    }
}

/// Sends one after another; gives what keeps the rest.
async fn send_all(services: &Services, wish: &Wish) -> Rest {
    let later = |wait: Option<u32>| {
        let asked = Duration::from_secs(wait.unwrap_or_default().into());
        Rest { standing: Standing::Connection, pause: Some(asked.max(PAUSE)) }
    };
    let mut left: Vec<IdempotencyKey> = Vec::new();
    loop {
        let stays = |one: &Waiting| {
            let is_pressed = matches!(wish, Wish::Pressed(of) if *of == one.consultation);
            one.refused.is_some()
                || left.contains(&one.sent.key)
                || !is_pressed && one.needs_press(now()).is_some()
        };
        let next = || waiting().into_iter().find(|one| !stays(one));
        if next().is_none() {
            let is_unsigned =
                waiting().iter().any(|one| one.person.is_none() && one.refused.is_none());
            return match is_unsigned && untrack(|| services.session.person()).is_none() {
                true => ask_to_sign_in(services).await,
                false => Rest { standing: Standing::Connection, pause: None },
            };
        }
        let person = match who_is_there(services).await {
            Ok(person) => person,
            Err(problem) => return later(problem.retry_after_seconds),
        };
        let Some(person) = person else { return ask_to_sign_in(services).await };
        // Meanwhile it may have been taken back.
        let Some(next) = next() else { continue };
        if next.person.as_ref().is_some_and(|author| *author != person.id) {
            left.push(next.sent.key);
            continue;
        }
        standing().set(Standing::OnItsWay(next.sent.key.clone()));
        match send(services, &next).await {
            Ok(comment) => {
                remove(&next.sent.key);
                count_own(&comment);
                tell();
                take(services, &next, comment).await;
            }
            Err(problem) if waits_for_connection(&problem) || problem.is_transient() => {
                return later(problem.retry_after_seconds);
            }
            Err(problem) if problem.code == ProblemCode::NotSignedIn => {
                services.session.expire();
                return ask_to_sign_in(services).await;
            }
            Err(problem) if problem.code == ProblemCode::OtherPerson => {
                services.session.heed(&problem, &services.backend);
                return later(None);
            }
            Err(problem) => give_back(services, &next, &problem).await,
        }
    }
}

async fn ask_to_sign_in(services: &Services) -> Rest {
    if let Some(words) = said(services, &w::queue_sign_in()).await {
        services.announcer.say_now(words);
    }
    Rest { standing: Standing::SignIn, pause: None }
}

async fn who_is_there(services: &Services) -> Result<Option<Person>, Problem> {
    let known = untrack(|| services.session.person());
    if known.is_some() {
        return Ok(known);
    }
    let session = services.backend.session().await?;
    services.session.know(session.clone());
    Ok(session.person)
}

async fn send(services: &Services, waiting: &Waiting) -> Result<Comment, Problem> {
    let sent = &waiting.sent;
    let new = NewComment {
        parent_id: waiting.parent.clone(),
        question_id: waiting.question.clone(),
        stance: sent.stance.parse().unwrap_or(Stance::Neutral),
        text: sent.text.clone(),
        language: sent.language.clone(),
        quote: sent.quote.clone().map(|text| NewQuote { text }),
        shown_as: waiting.shown_as,
        attachments: Vec::new(),
    };
    services.backend.post_comment(&waiting.consultation, &new, &sent.key).await
}

/// It has arrived: a thread on the page takes it in, and whoever reads something else is told.
async fn take(services: &Services, waiting: &Waiting, comment: Comment) {
    let takers: Vec<TakeComment> = {
        let takers = TAKERS.lock().unwrap_or_else(PoisonError::into_inner);
        let of_this = takers.iter().filter(|(_, of, _)| *of == waiting.consultation);
        of_this.map(|(.., take)| take.clone()).collect()
    };
    let is_taken = takers
        .first()
        .is_some_and(|take| take(Written { comment, is_form_there: false, has_focus: false }));
    if !is_taken {
        services.session.show_anew();
    }
    if let Some(words) = said(services, &w::queue_sent()).await {
        match is_taken {
            true => services.announcer.say(words),
            false => services.announcer.say_now(words),
        }
    }
}

/// It was not taken. Where no form can be any more it becomes the text that is kept there; else
/// it stays in its list with the reason, to be taken back into the form.
async fn give_back(services: &Services, waiting: &Waiting, problem: &Problem) {
    let is_final =
        matches!(problem.code, ProblemCode::Closed | ProblemCode::NotAllowed | ProblemCode::Gone);
    if is_final && back_to_draft(waiting) {
        remove(&waiting.sent.key);
    } else {
        refuse(&waiting.sent.key, problem);
    }
    tell();
    let (kept, why) = failure_words(problem);
    if let Some(words) = said(services, &w::queue_refused(why.unwrap_or(kept))).await {
        services.announcer.say_now(words);
    }
    if is_final {
        // What can be done there has changed.
        services.session.show_anew();
    }
}

/// Makes what waits the draft of its place, unless there is one.
pub fn back_to_draft(waiting: &Waiting) -> bool {
    let keeper = DraftKeeper::new(&waiting.consultation, &waiting.place());
    let sent = &waiting.sent;
    let draft = Draft {
        text: sent.text.clone(),
        stance: sent.stance.clone(),
        shown_as: waiting.shown_as.map(|it| it.to_string()).unwrap_or_default(),
        quote: sent.quote.clone(),
        key: Some(sent.key.clone()),
        // Nobody knows whether it arrived: the same words go under the same key.
        sent: Some(sent.clone()),
    };
    keeper.kept().is_none() && keeper.keep(&draft)
}

/// A message in the words for writing, wherever in the app it is said; nothing, when they do not
/// come.
async fn said(services: &Services, message: &Message) -> Option<String> {
    let locale = untrack(|| services.language.locale());
    let words = bring_words(locale).await.ok()?;
    Some(services.language.together_with(words).say(message))
}

/// Works while no other tab does the same (Web Locks API, <https://www.w3.org/TR/web-locks/>).
/// Where a browser has no locks, the keys alone see to it that everything is posted once.
async fn alone(work: impl Future<Output = ()> + 'static) {
    let locks = Reflect::get(&window().navigator(), &"locks".into());
    let request = locks
        .as_ref()
        .ok()
        .and_then(|locks| Reflect::get(locks, &"request".into()).ok()?.dyn_into::<Function>().ok());
    let (Ok(locks), Some(request)) = (locks, request) else { return work.await };
    let held = Closure::once_into_js(move |_lock: JsValue| -> Promise {
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let asked = request.call2(&locks, &STORAGE_KEY.into(), &held);
    if let Some(done) = asked.ok().and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        // It fails only with the page.
        let _ = JsFuture::from(done).await;
    }
}
