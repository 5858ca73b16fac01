//! Speaks the native contract (`api/openapi.json`). One file a resource.

mod attachments;
mod comments;
mod consultations;
mod moderation;
mod outcomes;
mod session;

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, ready},
};

use leptos::logging::warn;
use muloqot_domain::{Cursor, FromJson, Page, Problem, ProblemCode, Session};
use send_wrapper::SendWrapper;
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{
    Answer, IdempotencyKey,
    address::Address,
    answer::decode,
    http::{Asker, Request, TIME_OUT_MS, send},
    retry::Method,
};

/// A platform that speaks the native contract.
pub struct Muloqot {
    base: String,
    /// As it was last told. In memory only: its token must not outlive the page.
    session: Mutex<Option<Session>>,
}

impl Muloqot {
    /// The platform at an address, without a slash at the end.
    pub fn new(base: &str) -> Self {
        Self { base: base.to_owned(), session: Mutex::default() }
    }

    fn address(&self, path: &[&str]) -> Address {
        path.iter().fold(Address::under(&self.base), |address, step| address.segment(step))
    }
}

fn with_cursor(address: Address, cursor: Option<&Cursor>) -> Address {
    match cursor {
        Some(Cursor(cursor)) => address.parameter("cursor", cursor),
        None => address,
    }
}

fn read<T: FromJson + 'static>(address: Address) -> Answer<T> {
    decoded(fetched(Asker::current(), address), decode)
}

fn read_page<T: FromJson + 'static>(address: Address) -> Answer<Page<T>> {
    read_page_for(Asker::current(), address)
}

fn read_page_for<T: FromJson + 'static>(asker: Asker, address: Address) -> Answer<Page<T>> {
    decoded(fetched(asker, address), |value| {
        let page: Page<T> = decode(value)?;
        tell_unreadable(page.unreadable);
        Ok(page)
    })
}

fn tell_unreadable(count: usize) {
    if count > 0 {
        warn!("{count} items of a list cannot be read");
    }
}

fn write<T: FromJson + 'static>(platform: &Arc<Muloqot>, request: Write<'_>) -> Answer<T> {
    decoded(Box::pin(Arc::clone(platform).send_signed(request.sealed())), decode)
}

fn fetched(asker: Asker, address: Address) -> Answer<Value> {
    Box::pin(send(Request::get(address), asker))
}

fn decoded<T: 'static>(
    coming: Answer<Value>,
    decode: fn(&mut Value) -> Result<T, Problem>,
) -> Answer<T> {
    Box::pin(Decoded { coming, decode })
}

/// What an answer says, once it has come. An `async` block in its place would be a machine of
/// its own for every type there is, a kilobyte each.
struct Decoded<T> {
    coming: Answer<Value>,
    decode: fn(&mut Value) -> Result<T, Problem>,
}

impl<T> Future for Decoded<T> {
    type Output = Result<T, Problem>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let value = ready!(self.coming.as_mut().poll(context));
        Poll::Ready(value.and_then(|mut value| (self.decode)(&mut value)))
    }
}

/// A write before it is signed with the session.
struct Write<'a> {
    method: Method,
    address: Address,
    body: Option<serde_json::Result<String>>,
    key: &'a IdempotencyKey,
}

impl Write<'_> {
    fn sealed(self) -> Result<Request, Problem> {
        // None of the contract's bodies can fail to be written.
        let body = self.body.transpose().map_err(|_| Problem::new(ProblemCode::Other))?;
        let mut headers = Vec::new();
        let body = body.map(|text| {
            headers.push(("Content-Type", "application/json".to_owned()));
            SendWrapper::new(JsValue::from_str(&text))
        });
        let (method, address, key) = (self.method, self.address, Some(self.key.clone()));
        Ok(Request { method, address, key, headers, body, time_out_ms: TIME_OUT_MS })
    }
}

fn json(body: &impl Serialize) -> Option<serde_json::Result<String>> {
    Some(serde_json::to_string(body))
}
