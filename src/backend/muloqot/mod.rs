//! Speaks the native contract (`api/openapi.json`). One file a resource.

mod comments;
mod consultations;
mod moderation;
mod outcomes;
mod session;

use std::sync::{Arc, Mutex};

use leptos::logging::warn;
use muloqot_domain::{Cursor, FromJson, Page, Problem, ProblemCode, Session};
use serde::Serialize;

use super::{
    Answer, IdempotencyKey,
    address::Address,
    answer::decode,
    http::{Asker, Request, send},
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

fn read<T: FromJson>(address: Address) -> Answer<T> {
    let answer = send(Request::get(address), Asker::current());
    Box::pin(async move { decode(&answer.await?) })
}

fn read_page<T: FromJson>(address: Address) -> Answer<Page<T>> {
    read_page_for(Asker::current(), address)
}

fn read_page_for<T: FromJson>(asker: Asker, address: Address) -> Answer<Page<T>> {
    Box::pin(async move {
        let path = address.path().to_owned();
        let page: Page<T> = decode(&send(Request::get(address), asker).await?)?;
        if page.unreadable > 0 {
            warn!("{path}: {} items cannot be read", page.unreadable);
        }
        Ok(page)
    })
}

fn write<T: FromJson>(platform: &Arc<Muloqot>, request: Write<'_>) -> Answer<T> {
    let answer = Arc::clone(platform).send_signed(request.sealed());
    Box::pin(async move { decode(&answer.await?) })
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
        let key = Some(self.key.clone());
        Ok(Request { method: self.method, address: self.address, key, headers: Vec::new(), body })
    }
}

fn json(body: &impl Serialize) -> Option<serde_json::Result<String>> {
    Some(serde_json::to_string(body))
}
