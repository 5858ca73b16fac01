//! What every write has: somebody who is signed in, a proof that they meant it, and a key
//! under which it happens once however often it is sent.

use std::time::Duration;

use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::StreamExt;
use muloqot_domain::{COMMENT_BYTES_MAX, FieldCode, Person, Problem, ProblemCode, Timestamp};
use rusqlite::{Connection, Transaction};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::sync::OwnedSemaphorePermit;

use super::{caller::Caller, comments, outcomes};
use crate::{
    app::App,
    failure::Failure,
    store::{
        idempotency::{self, Answer, Before, Shows, WriteKey},
        sessions::LiveSession,
    },
    words::Words,
};

/// The greatest size of a body that is JSON, in bytes: room for four of the heaviest texts. What a
/// comment has besides its text comes near that only with piled-up marks.
const BODY_BYTES_MAX: usize = 4 * COMMENT_BYTES_MAX;
/// How much of a body that is not read is let by, in bytes: what people send by mistake.
const LET_BY_BYTES_MAX: usize = 16_000_000;
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
    /// The room that a large body takes, until it is dealt with.
    _room: Option<OwnedSemaphorePermit>,
}

impl<S: Sync> FromRequest<S> for Write {
    type Rejection = std::convert::Infallible;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        let too_large = || {
            let why = Words::BodyTooLarge { kilobytes: BODY_BYTES_MAX / 1000 };
            refused(StatusCode::PAYLOAD_TOO_LARGE, why)
        };
        Ok(UnreadWrite::of(request).read(BODY_BYTES_MAX, BODY_TIME_MAX, too_large).await)
    }
}

/// A write whose body is still on its way: for one that is so large that it is not kept for just
/// anybody.
pub struct UnreadWrite {
    write: Write,
    body: Body,
}

impl UnreadWrite {
    /// The write that a request asks for.
    pub fn of(request: Request) -> Self {
        let (parts, body) = request.into_parts();
        let write = Write {
            caller: Caller::of(&parts.headers),
            headers: parts.headers,
            route: format!("{} {}", parts.method, parts.uri.path()),
            body: Ok(Bytes::new()),
            _room: None,
        };
        Self { write, body }
    }

    /// Who writes, once all but the body is found right and there is room for it.
    ///
    /// # Errors
    /// As for [`Write::person`]; when the key is missing, the body is too large by its own word, or
    /// too many bodies are on their way.
    pub async fn admitted(
        mut self,
        app: &App,
        bytes_max: usize,
        too_large: impl FnOnce() -> Failure,
    ) -> Result<(Person, Self), Failure> {
        match self.write.admit(app, bytes_max, too_large).await {
            Ok(person) => Ok((person, self)),
            Err(failure) => {
                let_by(&mut self.body.into_data_stream(), self.write.promised_length()).await;
                Err(failure)
            }
        }
    }

    /// Reads the body, to be used only if all of it came in time and it was not too large.
    pub async fn read(
        self,
        bytes_max: usize,
        time_max: Duration,
        too_large: impl FnOnce() -> Failure,
    ) -> Write {
        let Self { mut write, body } = self;
        let promised = write.promised_length();
        let mut parts = body.into_data_stream();
        let reading = gathered(&mut parts, bytes_max);
        write.body = match tokio::time::timeout(time_max, reading).await {
            Ok(Some(Ok(body))) if promised.is_none_or(|length| length == body.len()) => Ok(body),
            Ok(Some(_)) => Err(refused(StatusCode::REQUEST_TIMEOUT, Words::BodyCut)),
            Ok(None) => {
                let_by(&mut parts, promised).await;
                Err(too_large())
            }
            Err(_) => Err(refused(StatusCode::REQUEST_TIMEOUT, Words::BodyTooLate)),
        };
        write
    }
}

/// All of a body; nothing when it has more bytes than may be.
async fn gathered(
    parts: &mut BodyDataStream,
    bytes_max: usize,
) -> Option<Result<Bytes, axum::Error>> {
    let mut whole = Vec::new();
    while let Some(part) = parts.next().await {
        match part {
            Ok(part) if whole.len() + part.len() > bytes_max => return None,
            Ok(part) => whole.extend_from_slice(&part),
            Err(error) => return Some(Err(error)),
        }
    }
    Some(Ok(whole.into()))
}

/// Lets the rest of a body by: an answer that comes before the end of a request is lost by some
/// browsers. Whoever sends far too much, or too slowly, does lose it.
async fn let_by(parts: &mut BodyDataStream, promised: Option<usize>) {
    if promised.is_some_and(|length| length > LET_BY_BYTES_MAX) {
        return;
    }
    let drain = async {
        let mut bytes = 0;
        while let Some(Ok(part)) = parts.next().await {
            bytes += part.len();
            if bytes > LET_BY_BYTES_MAX {
                break;
            }
        }
    };
    let _ = tokio::time::timeout(BODY_TIME_MAX, drain).await;
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

    /// Who writes, with all but the body found right, and room taken for that.
    async fn admit(
        &mut self,
        app: &App,
        bytes_max: usize,
        too_large: impl FnOnce() -> Failure,
    ) -> Result<Person, Failure> {
        let person = self.person(app).await?;
        self.key()?;
        let length = self.promised_length().unwrap_or(bytes_max);
        if length > bytes_max {
            return Err(too_large());
        }
        self._room = Some(app.body_room.take(length)?);
        Ok(person)
    }

    /// How many bytes the body has, by its own word.
    fn promised_length(&self) -> Option<usize> {
        self.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
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
        let body = self.body()?;
        serde_json::from_slice(&body).map_err(|error| {
            let why = Words::BodyUnreadable { why: error.to_string() };
            refused(StatusCode::UNPROCESSABLE_ENTITY, why)
        })
    }

    /// The body as it came.
    ///
    /// # Errors
    /// When not all of it came in time, or it is too large.
    pub fn body(&mut self) -> Result<Bytes, Failure> {
        let body = std::mem::replace(&mut self.body, Ok(Bytes::new()))?;
        self.body = Ok(body.clone());
        Ok(body)
    }

    /// Does it once: a repeat under the same key answers as the first did, with what was made or
    /// changed as the person may read it by then.
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
            body_hash: Sha256::digest(self.body()?).into(),
            route: self.route,
        };
        let now = app.clock.now();
        let person = person.clone();
        let (answer, body, is_replayed) = app
            .store
            .write(move |db| {
                let (answer, is_replayed) = match idempotency::look(db, &write, now)? {
                    Before::Answered(answer) => (answer, true),
                    Before::OtherBody => {
                        let why = Words::KeyAlreadyUsed { header: IDEMPOTENCY_KEY };
                        let problem = Problem::new(ProblemCode::Conflict);
                        let code = FieldCode::AlreadyUsed;
                        let problem = problem.with_field(IDEMPOTENCY_KEY, code, &[]);
                        return Err(Failure::told(problem, why));
                    }
                    Before::Never => {
                        let answer = work(db, now)?;
                        idempotency::keep(db, &write, &answer, now)?;
                        (answer, false)
                    }
                };
                let body = body_of(db, &answer, &person, now)?;
                Ok((answer, body, is_replayed))
            })
            .await?;
        respond(answer, body, is_replayed)
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

/// The answer of a write that shows a comment.
pub fn comment_answer(status: StatusCode, id: String) -> Answer {
    Answer { status: status.as_u16(), location: None, shows: Shows::Comment(id) }
}

/// The answer of a write that shows what nobody but the person ever reads.
///
/// # Errors
/// When that cannot be written as JSON, which all of the contract can.
pub fn own_answer(status: StatusCode, made: &impl Serialize) -> Result<Answer, Failure> {
    let shows = Shows::Own(serde_json::to_vec(made)?);
    Ok(Answer { status: status.as_u16(), location: None, shows })
}

/// What an answer shows to a person now.
fn body_of(
    db: &Connection,
    answer: &Answer,
    person: &Person,
    now: Timestamp,
) -> Result<Vec<u8>, Failure> {
    Ok(match &answer.shows {
        Shows::Comment(id) => serde_json::to_vec(&comments::shown(db, id, Some(person), now)?)?,
        Shows::OutcomeOf(id) => serde_json::to_vec(&outcomes::shown(db, id, Some(person), now)?)?,
        Shows::Own(body) => body.clone(),
    })
}

fn respond(answer: Answer, body: Vec<u8>, is_replayed: bool) -> Result<Response, Failure> {
    let status = StatusCode::from_u16(answer.status).map_err(anyhow::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(JSON)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let mut response = (status, headers, body).into_response();
    if let Some(location) = answer.location {
        let location = HeaderValue::from_str(&location).map_err(anyhow::Error::from)?;
        response.headers_mut().insert(header::LOCATION, location);
    }
    if is_replayed {
        response.headers_mut().insert(IDEMPOTENCY_REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}
