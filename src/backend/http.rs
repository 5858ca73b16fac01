//! Requests: time-outs, ending on leaving, retries, and every failure as a problem.
//!
//! The browser's `fetch` is called as it is. gloo-net appends an `&` to every query,
//! which would keep the browser from handing over what the loader asked for ahead, and
//! it traps where a browser extension rejects with something that is no `Error`.

use std::{
    cell::Cell,
    future::pending,
    rc::Rc,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use leptos::prelude::{Owner, on_cleanup};
use muloqot_domain::{Problem, ProblemCode};
use send_wrapper::SendWrapper;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response, Window};

use super::{
    address::Address,
    answer::RawAnswer,
    idempotency::IdempotencyKey,
    retry::{Method, wait_before_retry, wait_in_seconds},
};

/// How long one attempt may take until its whole answer is there.
pub const TIME_OUT_MS: u32 = 10_000;

/// What is asked of a platform.
#[derive(Clone, Debug)]
pub struct Request {
    /// What it does.
    pub method: Method,
    /// With what.
    pub address: Address,
    /// What a write is recognised by when it is sent again; a write without it is sent once.
    pub key: Option<IdempotencyKey>,
    /// Headers of the platform's own.
    pub headers: Vec<(&'static str, String)>,
    /// What it says: a text, or a file that the browser reads while it is sent.
    pub body: Option<SendWrapper<JsValue>>,
    /// How long one attempt may take until its whole answer is there.
    pub time_out_ms: u32,
}

impl Request {
    /// A request that reads. It carries no header, so that it is the very request that
    /// the loader made ahead.
    #[must_use]
    pub fn get(address: Address) -> Self {
        let (method, headers) = (Method::Get, Vec::new());
        Self { method, address, key: None, headers, body: None, time_out_ms: TIME_OUT_MS }
    }
}

/// Whether whoever asked is still there for the answer.
#[derive(Clone)]
pub struct Asker(Option<Arc<Presence>>);

#[derive(Default)]
struct Presence {
    has_left: AtomicBool,
    /// What ends the attempt that is under way. Only ever there in the browser.
    attempt: Mutex<Option<SendWrapper<AbortController>>>,
}

impl Asker {
    /// Whoever owns what runs now (a view, an effect, a resource), and holds the future.
    /// Where nothing owns it, only the future counts.
    #[must_use]
    pub fn current() -> Self {
        let presence = Arc::new(Presence::default());
        on_cleanup({
            let presence = Arc::clone(&presence);
            move || {
                presence.has_left.store(true, Ordering::Relaxed);
                if let Some(attempt) = presence.attempt().take() {
                    attempt.abort();
                }
            }
        });
        Self(Some(presence))
    }

    /// Somebody who waits for the answer to the end. A write is sent for one: leaving the
    /// page must not cut off what a person chose to send.
    #[must_use]
    pub fn patient() -> Self {
        Self(None)
    }

    fn has_left(&self) -> bool {
        self.0.as_ref().is_some_and(|presence| presence.has_left.load(Ordering::Relaxed))
    }
}

impl Presence {
    fn attempt(&self) -> MutexGuard<'_, Option<SendWrapper<AbortController>>> {
        self.attempt.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends an attempt when the future that waits for it is dropped.
struct EndOnDrop<'a> {
    controller: AbortController,
    presence: &'a Presence,
}

impl Drop for EndOnDrop<'_> {
    fn drop(&mut self) {
        self.presence.attempt().take();
        // Without effect on an attempt whose answer is there.
        self.controller.abort();
    }
}

/// Sends a request, as often as [`wait_before_retry`] allows, and gives what it was
/// answered.
///
/// When the asker leaves, the request is ended and its answer [`abandoned`].
///
/// # Errors
/// The problem of the last attempt.
pub async fn send(request: Request, asker: Asker) -> Result<Value, Problem> {
    let mut attempts = 0;
    loop {
        if asker.has_left() {
            return abandoned().await;
        }
        let answer = attempt(&request, &asker).await;
        attempts += 1;
        let problem = match answer {
            _ if asker.has_left() => return abandoned().await,
            Ok(value) => return Ok(value),
            Err(problem) => problem,
        };
        let jitter = js_sys::Math::random();
        let has_key = request.key.is_some();
        match wait_before_retry(attempts, &problem, request.method, has_key, jitter) {
            None => return Err(problem),
            Some(wait) => TimeoutFuture::new(wait.as_millis() as u32).await,
        }
    }
}

/// Instead of an answer that nobody is there for.
///
/// A task of its own stops here: it might write into something that has gone on without
/// it. A resource must end, or whatever waits for its loading to end waits for ever; what
/// it gets is thrown away with it. Only a resource is polled under an owner.
async fn abandoned() -> Result<Value, Problem> {
    if Owner::current().is_none() {
        return pending().await;
    }
    Err(no_answer(ProblemCode::Other))
}

async fn attempt(request: &Request, asker: &Asker) -> Result<Value, Problem> {
    let (Some(window), Ok(controller)) = (web_sys::window(), AbortController::new()) else {
        return Err(no_answer(ProblemCode::Unavailable));
    };
    let _end_on_drop = asker.0.as_deref().map(|presence| {
        *presence.attempt() = Some(SendWrapper::new(controller.clone()));
        EndOnDrop { controller: controller.clone(), presence }
    });
    let is_late = Rc::new(Cell::new(false));
    let _time_out = Timeout::new(request.time_out_ms, {
        let (controller, is_late) = (controller.clone(), Rc::clone(&is_late));
        move || {
            is_late.set(true);
            controller.abort();
        }
    });
    match exchange(&window, request, &controller).await {
        Ok(answer) => answer.read(),
        // What was thrown tells nothing that could be relied on.
        Err(_) => Err(no_answer(if is_late.get() {
            ProblemCode::TimedOut
        } else if window.navigator().on_line() {
            ProblemCode::Unavailable
        } else {
            ProblemCode::Offline
        })),
    }
}

async fn exchange(
    window: &Window,
    request: &Request,
    controller: &AbortController,
) -> Result<RawAnswer, JsValue> {
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_signal(Some(&controller.signal()));
    if request.method != Method::Get {
        init.set_headers(headers(request)?.as_ref());
    }
    if let Some(body) = &request.body {
        init.set_body(body);
    }
    let sent = window.fetch_with_str_and_init(request.address.as_str(), &init);
    let response: Response = JsFuture::from(sent).await?.dyn_into()?;
    let header = |name| response.headers().get(name).ok().flatten();
    Ok(RawAnswer {
        status: response.status(),
        content_type: header("content-type").unwrap_or_default(),
        retry_after_seconds: header("retry-after").and_then(|wait| {
            let milliseconds = |date: &str| js_sys::Date::parse(date);
            wait_in_seconds(&wait, header("date").as_deref(), milliseconds)
        }),
        body: JsFuture::from(response.text()?).await?.as_string().unwrap_or_default(),
    })
}

fn headers(request: &Request) -> Result<Headers, JsValue> {
    let headers = Headers::new()?;
    if let Some(key) = &request.key {
        headers.set("Idempotency-Key", key.as_str())?;
    }
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    Ok(headers)
}

fn no_answer(code: ProblemCode) -> Problem {
    Problem { status: 0, ..Problem::new(code) }
}
