//! Faults on demand, for tests: a given route is slow, fails, is cut short or lies.
//!
//! Only with `--faults`. No part of the contract.

mod control;
mod rule;

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use muloqot_domain::Problem;

pub use control::control;
pub use rule::Faults;

use crate::{api::BASE, app::App, failure::Failure, words::Saying};
use rule::{Lie, Rule};

/// Where faults are asked for; these addresses never suffer them.
const CONTROL: [&str; 3] = ["/faults", "/faults/expire-sessions", "/clock"];

/// How long the half of an answer takes to be on its way.
const SENDING: Duration = Duration::from_millis(50);

/// Does to an answer what was asked for.
pub async fn inject(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_control = path.strip_prefix(BASE).is_some_and(|rest| CONTROL.contains(&rest));
    let rule = match &app.faults {
        Some(faults) if !is_control => faults.take(request.method(), path),
        _ => None,
    };
    let Some(rule) = rule else { return next.run(request).await };
    tokio::time::sleep(Duration::from_millis(rule.delay_ms)).await;
    let is_write = !matches!(*request.method(), Method::GET | Method::HEAD);
    let is_lost = rule.status.is_some() || rule.body.is_some();
    let answer = if !is_lost || rule.after_write || !is_write {
        next.run(request).await
    } else {
        Response::default()
    };
    if is_lost { spoilt(&rule, answer).await } else { answer }
}

async fn spoilt(rule: &Rule, answer: Response) -> Response {
    let status = rule.status.and_then(|status| StatusCode::from_u16(status).ok());
    let mut response = match rule.body {
        None => {
            let mut problem = Problem::from_status(status.unwrap_or_default().as_u16());
            // The contract promises it with these two.
            problem.retry_after_seconds = matches!(problem.status, 429 | 503).then_some(1);
            Failure::from(problem).into_response()
        }
        Some(Lie::Html) => html(),
        Some(Lie::Garbage) => {
            ([(header::CONTENT_TYPE, "application/json")], "{\"items\": [{]").into_response()
        }
        Some(Lie::Empty) => StatusCode::OK.into_response(),
        Some(Lie::Cut) => cut(answer).await,
    };
    if let Some(status) = status {
        *response.status_mut() = status;
    }
    if let Some(seconds) = rule.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// What a proxy says when the server behind it does not.
fn html() -> Response {
    let page = "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>";
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

/// The first half of an answer that promises the whole, and then nothing.
async fn cut(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    // Worded anew it would be whole again.
    parts.extensions.remove::<Saying>();
    let mut body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if body.is_empty() {
        body = Bytes::from_static(b"{\"id\": \"cut short\"}");
    }
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    let half = body.slice(..body.len() / 2);
    let broken = async {
        // Broken at once, the connection would take with it what was not sent yet.
        tokio::time::sleep(SENDING).await;
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))
    };
    let stream = stream::iter([Ok(half)]).chain(stream::once(broken));
    Response::from_parts(parts, Body::from_stream(stream))
}
