//! What an answer says, whatever came back.

use muloqot_domain::{FieldError, FromJson, Problem, ProblemCode};
use serde_json::Value;

use crate::json::read_json;

/// An answer as it came.
#[derive(Clone, Debug, Default)]
pub struct RawAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type` header, empty when there was none.
    pub content_type: String,
    /// The `Retry-After` header, in seconds.
    pub retry_after_seconds: Option<u32>,
    /// The body.
    pub body: String,
}

impl RawAnswer {
    /// What was asked for, `null` where an answer has no body, or why it was not given.
    ///
    /// # Errors
    /// The problem that the answer tells, or that it is one that cannot be read.
    pub fn read(self) -> Result<Value, Problem> {
        if !(200..300).contains(&self.status) {
            return Err(self.problem());
        }
        if self.body.trim().is_empty() {
            return Ok(Value::Null);
        }
        read_json(&self.body).ok_or_else(|| unreadable(self.status))
    }

    fn problem(&self) -> Problem {
        let told = self.content_type.trim_start().starts_with("application/problem+json");
        let mut problem = told
            .then(|| told_problem(&self.body))
            .flatten()
            .unwrap_or_else(|| Problem::from_status(self.status));
        problem.status = self.status;
        problem.code = code_for(problem.code, self.status);
        problem.retry_after_seconds = self.retry_after_seconds;
        problem
    }
}

/// Makes what was asked for of an answer.
///
/// # Errors
/// The answer does not have the form that the contract gives it.
pub fn decode<T: FromJson>(value: &mut Value) -> Result<T, Problem> {
    T::from_own_json(value).ok_or_else(|| unreadable(200))
}

/// The problem in a body of `application/problem+json`. A field error that cannot be
/// read costs that field, not the problem.
fn told_problem(body: &str) -> Option<Problem> {
    let mut value = read_json(body)?;
    if let Some(errors) = value.get_mut("errors") {
        match errors {
            Value::Array(items) => {
                items.retain(|item| FieldError::from_json(item).is_some());
            }
            _ => *errors = Value::Array(Vec::new()),
        }
    }
    Problem::from_json(&value)
}

/// A type that is unknown, or that only the browser gives, says no more than the status
/// (RFC 9457 § 4.2.1); it stays unknown where the status says nothing either.
fn code_for(told: ProblemCode, status: u16) -> ProblemCode {
    if told.status() != 0 {
        return told;
    }
    match Problem::from_status(status).code {
        ProblemCode::Unreadable if told == ProblemCode::Other => told,
        code => code,
    }
}

fn unreadable(status: u16) -> Problem {
    Problem { status, ..Problem::new(ProblemCode::Unreadable) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::{FieldCode, Page, Session};

    const PROBLEM: &str = "application/problem+json; charset=utf-8";

    fn answer(status: u16, content_type: &str, body: &str) -> RawAnswer {
        RawAnswer {
            status,
            content_type: content_type.into(),
            retry_after_seconds: None,
            body: body.into(),
        }
    }

    #[test]
    fn every_failure_ends_as_a_problem_the_app_has_words_for() {
        use ProblemCode::{
            Closed, Conflict, NotAllowed, NotFound, Other, TimedOut, Unavailable, Unreadable,
            Validation,
        };
        let html = "<!doctype html><title>Oops</title>";
        for (status, content_type, body, code) in [
            (200, "text/html", html, Unreadable),
            (200, "application/json", html, Unreadable),
            (200, "application/json", r#"{"items":[{"id":"#, Unreadable),
            (302, "text/html", html, Unreadable),
            (404, "text/html", html, NotFound),
            (403, "text/html", html, NotAllowed),
            (502, "text/html", html, Unavailable),
            (504, "", "", TimedOut),
            (500, "application/json", r#"{"error":"boom"}"#, Unavailable),
            (409, PROBLEM, r#"{"type":"closed","status":409}"#, Closed),
            (409, PROBLEM, r#"{"type":"clos"#, Conflict),
            (409, PROBLEM, r#""closed""#, Conflict),
            (409, PROBLEM, "", Conflict),
            (404, PROBLEM, r#"{"type":"about:blank"}"#, NotFound),
            (422, PROBLEM, r#"{"type":"moon-is-full"}"#, Validation),
            (418, PROBLEM, r#"{"type":"moon-is-full"}"#, Other),
            (418, "text/plain", "short and stout", Unreadable),
            (403, PROBLEM, r#"{"type":"offline"}"#, NotAllowed),
        ] {
            let problem = answer(status, content_type, body).read().unwrap_err();
            assert_eq!((problem.code, problem.status), (code, status), "{status} {body}");
        }
    }

    #[test]
    fn the_status_of_the_answer_counts_not_the_one_in_its_body() {
        let body = r#"{"type":"not-found","status":200,"detail":"no such"}"#;
        let problem = answer(404, PROBLEM, body).read().unwrap_err();
        assert_eq!((problem.status, problem.detail.as_deref()), (404, Some("no such")));
    }

    #[test]
    fn a_field_error_that_cannot_be_read_costs_that_field_alone() {
        let body = r#"{"type":"validation","errors":[{"pointer":"/text","code":"too_long","params":{"max":2000}},{"code":7}]}"#;
        let problem = answer(422, PROBLEM, body).read().unwrap_err();
        let codes: Vec<_> = problem.errors.iter().map(|error| error.code).collect();
        assert_eq!(codes, [FieldCode::TooLong]);
        let odd = answer(422, PROBLEM, r#"{"type":"validation","detail":"d","errors":"text"}"#);
        assert_eq!(odd.read().unwrap_err().detail.as_deref(), Some("d"));
    }

    #[test]
    fn an_answer_without_a_body_is_enough_only_where_nothing_was_asked_for() {
        for status in [200, 204] {
            let mut nothing = answer(status, "", "").read().unwrap();
            assert_eq!(nothing, Value::Null);
            assert_eq!(decode::<Session>(&mut nothing).unwrap_err().code, ProblemCode::Unreadable);
        }
    }

    #[test]
    fn json_of_another_shape_is_unreadable_and_quotes_nobody() {
        let mut value = answer(200, "application/json", r#"{"items":"my secret"}"#).read().unwrap();
        let problem = decode::<Page<Session>>(&mut value).unwrap_err();
        assert_eq!(problem.code, ProblemCode::Unreadable);
        assert!(!format!("{problem:?}").contains("secret"));
    }

    #[test]
    fn an_answer_nested_without_end_is_unreadable() {
        let deep = "[".repeat(100_000);
        let problem = answer(200, "application/json", &deep).read().unwrap_err();
        assert_eq!(problem.code, ProblemCode::Unreadable);
    }
}
