//! What every write has: somebody who is signed in, a proof that they meant it, and a key
//! under which it happens once however often it is sent.

use std::time::Duration;

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::{FieldCode, Person, Problem, ProblemCode, Timestamp};
use rusqlite::Transaction;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::caller::Caller;
use crate::{
    app::App,
    failure::Failure,
    store::{
        idempotency::{self, Answer, Before, WriteKey},
        sessions::LiveSession,
    },
    words::Words,
};

/// The greatest size of a body, in bytes: four times the heaviest comment.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// How long a body may take to come.
const BODY_TIME_MAX: Duration = Duration::from_secs(15);
/// The greatest length of an idempotency key, in characters.
const KEY_CHARS_MAX: usize = 200;

const JSON: &str = "application/json";
const CSRF_TOKEN: &str = "X-CSRF-Token";
const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// A write as it came. What is wrong with it is told in order: who, whether meant, what.
pub struct Write {
    caller: Caller,
    headers: HeaderMap,
    route: String,
    body: Result<Bytes, Failure>,
}

impl<S: Sync> FromRequest<S> for Write {
    type Rejection = std::convert::Infallible;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        let (parts, body) = request.into_parts();
        let reading = to_bytes(body, BODY_BYTES_MAX);
        let body = match tokio::time::timeout(BODY_TIME_MAX, reading).await {
            Ok(Ok(body)) => Ok(body),
            Ok(Err(_)) => {
                let why = Words::BodyTooLarge { kilobytes: BODY_BYTES_MAX / 1024 };
                Err(refused(StatusCode::PAYLOAD_TOO_LARGE, why))
            }
            Err(_) => Err(refused(StatusCode::REQUEST_TIMEOUT, Words::BodyTooLate)),
        };
        Ok(Self {
            caller: Caller::of(&parts.headers),
            headers: parts.headers,
            route: format!("{} {}", parts.method, parts.uri.path()),
            body,
        })
    }
}

fn refused(status: StatusCode, why: Words) -> Failure {
    Failure::with_status(ProblemCode::Validation, status, why)
}

/// Whether a request carries its session's token, which another site cannot know.
///
/// # Errors
/// When it does not.
pub fn check_csrf(headers: &HeaderMap, session: &LiveSession) -> Result<(), Failure> {
    match headers.get(CSRF_TOKEN) {
        Some(token) if token.as_bytes() == session.csrf_token.as_bytes() => Ok(()),
        Some(_) => Err(Failure::of(
            ProblemCode::NotAllowed,
            Words::HeaderOfAnotherSession { header: CSRF_TOKEN },
        )),
        None => {
            Err(Failure::of(ProblemCode::NotAllowed, Words::HeaderMissing { header: CSRF_TOKEN }))
        }
    }
}

impl Write {
    /// Who writes.
    ///
    /// # Errors
    /// When nobody is signed in, or the request may be another site's.
    pub async fn person(&self, app: &App) -> Result<Person, Failure> {
        let (caller, now) = (self.caller, app.clock.now());
        let session = app
            .store
            .read(move |db| Ok(caller.session(db, now)?))
            .await?
            .ok_or_else(|| Failure::of(ProblemCode::NotSignedIn, Words::NoSession))?;
        check_csrf(&self.headers, &session)?;
        Ok(session.person)
    }

    /// The body as a JSON value.
    ///
    /// # Errors
    /// When it is none.
    pub fn json(&mut self) -> Result<Value, Failure> {
        let kind = self.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case(JSON) {
            let why = Words::HeaderWrong { header: "Content-Type", wanted: JSON };
            return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, why));
        }
        let body = self.take_body()?;
        serde_json::from_slice(&body).map_err(|error| {
            let why = Words::BodyUnreadable { why: error.to_string() };
            refused(StatusCode::UNPROCESSABLE_ENTITY, why)
        })
    }

    fn take_body(&mut self) -> Result<Bytes, Failure> {
        let body = std::mem::replace(&mut self.body, Ok(Bytes::new()))?;
        self.body = Ok(body.clone());
        Ok(body)
    }

    /// Does it once: a repeat under the same key answers what the first answered.
    ///
    /// Only what was done is remembered. A refusal changed nothing, so a repeat is judged
    /// anew, and a person who signed in again or shortened a text goes on under the same key.
    ///
    /// # Errors
    /// When the key is missing or was used for something else, or the work refuses.
    pub async fn once(
        mut self,
        app: &App,
        person: &Person,
        work: impl FnOnce(&Transaction<'_>, Timestamp) -> Result<Answer, Failure> + Send + 'static,
    ) -> Result<Response, Failure> {
        let write = WriteKey {
            person_id: person.id.0.clone(),
            key: self.key()?,
            body_hash: Sha256::digest(self.take_body()?).into(),
            route: self.route,
        };
        let now = app.clock.now();
        let (answer, is_replayed) = app
            .store
            .write(move |db| match idempotency::look(db, &write, now)? {
                Before::Answered(answer) => Ok((answer, true)),
                Before::OtherBody => {
                    let why = Words::KeyAlreadyUsed { header: IDEMPOTENCY_KEY };
                    let problem = Problem::new(ProblemCode::Conflict);
                    let code = FieldCode::AlreadyUsed;
                    Err(Failure::told(problem.with_field(IDEMPOTENCY_KEY, code, &[]), why))
                }
                Before::Never => {
                    let answer = work(db, now)?;
                    idempotency::keep(db, &write, &answer, now)?;
                    Ok((answer, false))
                }
            })
            .await?;
        respond(answer, is_replayed)
    }

    fn key(&self) -> Result<String, Failure> {
        let refused = |code| Failure::field(IDEMPOTENCY_KEY, code);
        let Some(key) = self.headers.get(IDEMPOTENCY_KEY) else {
            return Err(refused(FieldCode::Empty));
        };
        match key.to_str().map(str::trim) {
            Ok("") => Err(refused(FieldCode::Empty)),
            Ok(key) if key.len() <= KEY_CHARS_MAX => Ok(key.to_owned()),
            _ => Err(refused(FieldCode::TooLong)),
        }
    }
}

/// The answer of a write, with what it made or changed.
///
/// # Errors
/// When that cannot be written as JSON, which everything of the contract can.
pub fn answer_with(
    status: StatusCode,
    location: Option<String>,
    made: &impl Serialize,
) -> Result<Answer, Failure> {
    Ok(Answer { status: status.as_u16(), location, body: serde_json::to_vec(made)? })
}

fn respond(answer: Answer, is_replayed: bool) -> Result<Response, Failure> {
    let status = StatusCode::from_u16(answer.status).map_err(anyhow::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(JSON)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let mut response = (status, headers, answer.body).into_response();
    if let Some(location) = answer.location {
        let location = HeaderValue::from_str(&location).map_err(anyhow::Error::from)?;
        response.headers_mut().insert(header::LOCATION, location);
    }
    if is_replayed {
        response.headers_mut().insert(IDEMPOTENCY_REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}
