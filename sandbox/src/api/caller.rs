//! Who asks, as far as the request's headers tell.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use muloqot_domain::{Person, Timestamp};
use rusqlite::Connection;

use crate::store::sessions::{self, LiveSession, TokenHash};

/// The name of the session's cookie.
pub const COOKIE: &str = "muloqot_session";

/// Who asks. Whether the session still lives, only the database knows.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The hash of the token in the cookie.
    pub token: Option<TokenHash>,
}

impl Caller {
    /// The caller's session, unless there is none or it ended.
    pub fn session(
        &self,
        db: &Connection,
        now: Timestamp,
    ) -> rusqlite::Result<Option<LiveSession>> {
        match &self.token {
            Some(token) => sessions::find(db, token, now),
            None => Ok(None),
        }
    }

    /// The person who is signed in, if anybody is.
    pub fn person(&self, db: &Connection, now: Timestamp) -> rusqlite::Result<Option<Person>> {
        Ok(self.session(db, now)?.map(|session| session.person))
    }

    pub(super) fn of(headers: &HeaderMap) -> Self {
        let token = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE)
            .map(|(_, token)| sessions::hash(token));
        Self { token }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}
