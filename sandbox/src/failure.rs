//! Why a request is not answered as asked: a problem of the contract, or a fault of ours.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::{FieldCode, Problem, ProblemCode};

/// What every handler fails with; it becomes an `application/problem+json` answer.
#[derive(Debug)]
pub enum Failure {
    /// Told to the caller as it is.
    Problem(Box<Problem>),
    /// A fault of the server: written to its log, told without its reason.
    Internal(anyhow::Error),
}

impl Failure {
    /// A problem with a word to developers.
    pub fn of(code: ProblemCode, detail: &str) -> Self {
        Self::from(Problem { detail: Some(detail.to_owned()), ..Problem::new(code) })
    }

    /// A problem whose status says more than its code does.
    pub fn with_status(code: ProblemCode, status: StatusCode, detail: &str) -> Self {
        let detail = Some(detail.to_owned());
        Self::from(Problem { status: status.as_u16(), detail, ..Problem::new(code) })
    }

    /// One field that cannot be accepted.
    pub fn field(pointer: &str, code: FieldCode) -> Self {
        Self::from(Problem::new(ProblemCode::Validation).with_field(pointer, code, &[]))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) {
            let problem = Problem {
                detail: Some("another program holds the database".to_owned()),
                retry_after_seconds: Some(1),
                ..Problem::new(ProblemCode::Unavailable)
            };
            return problem.into();
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
        match self {
            Self::Problem(problem) => problem_response(&problem),
            Self::Internal(error) => {
                eprintln!("internal error: {error:#}");
                problem_response(&Problem {
                    status: StatusCode::INTERNAL_SERVER_ERROR.as_u16(),
                    detail: Some("the server's own fault".to_owned()),
                    ..Problem::new(ProblemCode::Unavailable)
                })
            }
        }
    }
}

/// A problem as it travels. Never kept by a cache.
pub fn problem_response(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = problem.retry_after_seconds {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
