//! The addresses where faults are asked for.

use axum::{
    Json, Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    routing::{post, put},
};
use muloqot_domain::{ProblemCode, Timestamp};
use serde::{Deserialize, de::DeserializeOwned};

use super::rule::Rule;
use crate::{app::App, failure::Failure, store::sessions, words::Words};

#[derive(Deserialize)]
struct ClockSetting {
    now: Timestamp,
}

/// `PUT` and `DELETE /faults`, `POST /faults/expire-sessions`, `PUT /clock`.
pub fn control() -> Router<App> {
    Router::new()
        .route("/faults", put(set).delete(clear))
        .route("/faults/expire-sessions", post(expire_sessions))
        .route("/clock", put(set_clock))
}

async fn set(State(app): State<App>, body: Bytes) -> Result<StatusCode, Failure> {
    let rules: Vec<Rule> = read(&body)?;
    if let Some(faults) = &app.faults {
        faults.set(rules);
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn clear(State(app): State<App>) -> StatusCode {
    if let Some(faults) = &app.faults {
        faults.set(Vec::new());
    }
    StatusCode::NO_CONTENT
}

async fn expire_sessions(State(app): State<App>) -> Result<StatusCode, Failure> {
    app.store.write(|db| Ok(sessions::end_all(db)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn set_clock(
    State(app): State<App>,
    body: Bytes,
) -> Result<Json<serde_json::Value>, Failure> {
    let setting: ClockSetting = read(&body)?;
    app.clock.set(setting.now);
    Ok(Json(serde_json::json!({ "now": setting.now })))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body).map_err(|error| {
        let why = Words::BodyUnreadable { why: error.to_string() };
        Failure::of(ProblemCode::Validation, why)
    })
}
