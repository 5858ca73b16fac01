//! Why a request is not answered as asked: a problem of the contract, or a fault of ours.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::{FieldCode, Problem, ProblemCode};

use crate::words::{Saying, Words};

/// What every handler fails with; it becomes an `application/problem+json` answer in the
/// language of who asked.
#[derive(Debug)]
pub enum Failure {
    /// Told to the caller.
    Problem {
        /// What is wrong, not worded yet.
        problem: Box<Problem>,
        /// More about this time.
        detail: Option<Words>,
    },
    /// A fault of the server: written to its log, told without its reason.
    Internal(anyhow::Error),
}

impl Failure {
    /// A problem with nothing but its code and what is said about it.
    pub fn of(code: ProblemCode, detail: Words) -> Self {
        Self::told(Problem::new(code), detail)
    }

    /// A problem whose status says more than its code does.
    pub fn with_status(code: ProblemCode, status: StatusCode, detail: Words) -> Self {
        Self::told(Problem { status: status.as_u16(), ..Problem::new(code) }, detail)
    }

    /// A problem and what is said about it.
    pub fn told(problem: Problem, detail: Words) -> Self {
        Self::Problem { problem: Box::new(problem), detail: Some(detail) }
    }

    /// One field that cannot be accepted.
    pub fn field(pointer: &str, code: FieldCode) -> Self {
        Self::from(Problem::new(ProblemCode::Validation).with_field(pointer, code, &[]))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem { problem: Box::new(problem), detail: None }
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) {
            let problem =
                Problem { retry_after_seconds: Some(1), ..Problem::new(ProblemCode::Unavailable) };
            return Self::told(problem, Words::DatabaseBusy);
        }
        Self::Internal(error.into())
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<getrandom::Error> for Failure {
    fn from(error: getrandom::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (problem, detail) = match self {
            Self::Problem { problem, detail } => (problem, detail),
            Self::Internal(error) => {
                eprintln!("internal error: {error:#}");
                let status = StatusCode::INTERNAL_SERVER_ERROR.as_u16();
                let problem = Problem { status, ..Problem::new(ProblemCode::Unavailable) };
                (Box::new(problem), Some(Words::OwnFault))
            }
        };
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = problem.retry_after_seconds.map(HeaderValue::from);
        let mut response = Saying::Problem(problem, detail).answer(status);
        response.headers_mut().extend(retry_after.map(|seconds| (header::RETRY_AFTER, seconds)));
        response
    }
}
