//! The one error type, from the wire to the screen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{FromJson, from_json, open_enum::open_enum};

open_enum! {
    /// What went wrong, as a stable name that the app has words for.
    ///
    /// The first group travels (RFC 9457 `type`); the second arises in the browser.
    pub enum ProblemCode {
        /// The request needs somebody to be signed in (401).
        NotSignedIn = "not-signed-in",
        /// The person may not do this (403).
        NotAllowed = "not-allowed",
        /// The consultation takes no words any more, or not yet (409).
        Closed = "closed",
        /// There is no such thing (404).
        NotFound = "not-found",
        /// It was there and is not any more (410).
        Gone = "gone",
        /// Something in what was sent cannot be accepted; `errors` says what (422).
        Validation = "validation",
        /// It contradicts what is there already (409).
        Conflict = "conflict",
        /// Too many requests; `retry_after_seconds` says how long to wait (429).
        RateLimited = "rate-limited",
        /// The platform cannot answer now (503 and other 5xx).
        Unavailable = "unavailable",

        /// The device has no connection.
        Offline = "offline",
        /// No answer came in time.
        TimedOut = "timed-out",
        /// An answer came that is not in the contract's form.
        Unreadable = "unreadable",
        /// A part of the app itself did not come.
        PartMissing = "part-missing",
        /// Somebody else is signed in than the person who wrote.
        OtherPerson = "other-person",
    }
}

open_enum! {
    /// Why one field cannot be accepted.
    pub enum FieldCode {
        /// There is nothing in it.
        Empty = "empty",
        /// It has more graphemes than `max`.
        TooLong = "too_long",
        /// It is over the size in bytes, which only piled-up marks reach.
        TooHeavy = "too_heavy",
        /// It holds a control character.
        ControlCharacter = "control_character",
        /// It names a value that is not in the contract.
        UnknownValue = "unknown_value",
        /// It names something that does not exist.
        NoSuch = "no_such",
        /// There are more of them than `max`.
        TooMany = "too_many",
        /// It was used for something else, which was done.
        AlreadyUsed = "already_used",
    }
}

/// Named numbers. A list, since few are ever looked for; a map of its own type would cost every
/// phone the code of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, i64>", into = "BTreeMap<String, i64>")]
pub struct Params(Vec<(String, i64)>);

impl Params {
    /// The number of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<i64> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<BTreeMap<String, i64>> for Params {
    fn from(params: BTreeMap<String, i64>) -> Self {
        Self(params.into_iter().collect())
    }
}

impl From<Params> for BTreeMap<String, i64> {
    fn from(params: Params) -> Self {
        params.0.into_iter().collect()
    }
}

impl FromJson for Params {
    fn from_json(value: &Value) -> Option<Self> {
        let mut params = Vec::new();
        for (name, value) in value.as_object()? {
            params.push((name.clone(), value.as_i64()?));
        }
        Some(Self(params))
    }
}

/// One field that cannot be accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Which field: a JSON Pointer (RFC 6901) into the body, or `?name` for a query parameter.
    pub pointer: String,
    /// Why.
    pub code: FieldCode,
    /// Numbers that the words need, such as `max`.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, i64>))]
    pub params: Params,
}

from_json!(FieldError { pointer: required, code: required, params: optional });

/// Why something could not be done (RFC 9457, `application/problem+json`).
///
/// `title` and `detail` are for developers; the app words a problem by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// What went wrong.
    #[serde(rename = "type")]
    pub code: ProblemCode,
    /// The same in a few words, in a language that the server chose.
    #[serde(default)]
    pub title: String,
    /// The HTTP status. In the browser, 0 where no answer came.
    #[serde(default)]
    pub status: u16,
    /// More about this occurrence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The fields that cannot be accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// From the `Retry-After` header, in seconds.
    #[serde(skip)]
    pub retry_after_seconds: Option<u32>,
}

from_json!(Problem {
    code: required as "type",
    title: optional,
    status: optional,
    detail: optional,
    errors: optional,
    retry_after_seconds: unsent,
});

impl Problem {
    /// A problem with nothing but its code.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            code,
            title: code.as_str().to_owned(),
            status: code.status(),
            detail: None,
            errors: Vec::new(),
            retry_after_seconds: None,
        }
    }

    /// The problem that a bare HTTP status tells, for answers without a readable body.
    #[must_use]
    pub fn from_status(status: u16) -> Self {
        let code = match status {
            401 => ProblemCode::NotSignedIn,
            403 => ProblemCode::NotAllowed,
            404 => ProblemCode::NotFound,
            409 => ProblemCode::Conflict,
            410 => ProblemCode::Gone,
            422 => ProblemCode::Validation,
            429 => ProblemCode::RateLimited,
            408 | 504 => ProblemCode::TimedOut,
            500..=599 => ProblemCode::Unavailable,
            _ => ProblemCode::Unreadable,
        };
        Self { status, ..Self::new(code) }
    }

    /// The same problem, with one more field that cannot be accepted.
    #[must_use]
    pub fn with_field(mut self, pointer: &str, code: FieldCode, params: &[(&str, i64)]) -> Self {
        let mut params: Vec<(String, i64)> =
            params.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
        // As they come back from JSON, so that the same problem is equal to itself.
        params.sort();
        let params = Params(params);
        self.errors.push(FieldError { pointer: pointer.to_owned(), code, params });
        self
    }

    /// Whether there is nothing there, or not any more.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.code, ProblemCode::NotFound | ProblemCode::Gone)
    }

    /// Whether the same request may well succeed a little later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self.code,
            ProblemCode::RateLimited
                | ProblemCode::Unavailable
                | ProblemCode::Offline
                | ProblemCode::TimedOut
                | ProblemCode::PartMissing
        )
    }
}

impl ProblemCode {
    /// The HTTP status the code travels with; 0 for those that arise in the browser.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::NotSignedIn => 401,
            Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::Closed | Self::Conflict => 409,
            Self::Gone => 410,
            Self::Validation => 422,
            Self::RateLimited => 429,
            Self::Unavailable => 503,
            Self::Offline
            | Self::TimedOut
            | Self::Unreadable
            | Self::PartMissing
            | Self::OtherPerson
            | Self::Other => 0,
        }
    }
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.code, self.status)?;
        match &self.detail {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_of_a_newer_server_still_decodes() {
        let json = r#"{"type":"on-holiday","title":"?","status":418,"moon":"full"}"#;
        let problem: Problem = serde_json::from_str(json).unwrap();
        assert_eq!((problem.code, problem.status), (ProblemCode::Other, 418));
    }

    #[test]
    fn a_field_and_its_numbers_come_back_as_they_went() {
        let problem = Problem::new(ProblemCode::Validation).with_field(
            "/text",
            FieldCode::TooLong,
            &[("over", 7), ("max", 2_000)],
        );
        let sent = serde_json::to_value(&problem).unwrap();
        assert_eq!(Problem::from_json(&sent), Some(problem.clone()));
        assert_eq!(serde_json::from_value::<Problem>(sent).unwrap(), problem);
    }

    #[test]
    fn every_code_that_travels_comes_back_from_its_status_or_its_sibling() {
        for code in ProblemCode::ALL.iter().copied().filter(|code| code.status() != 0) {
            let expected = if code == ProblemCode::Closed { ProblemCode::Conflict } else { code };
            assert_eq!(Problem::from_status(code.status()).code, expected);
        }
    }
}
