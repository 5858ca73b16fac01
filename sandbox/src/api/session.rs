//! Who is signed in, and signing out.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::Session;

use super::{
    caller::{COOKIE, Caller},
    write::check_csrf,
};
use crate::{app::App, failure::Failure, store::sessions};

/// Say who is signed in
///
/// A visitor gets an empty object. The token goes into `X-CSRF-Token` of every write.
#[utoipa::path(
    get,
    path = "/session",
    operation_id = "get_session",
    tag = "session",
    responses((status = 200, description = "The session", body = Session)),
)]
pub async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Failure> {
    let now = app.clock.now();
    let session = app.store.read(move |db| Ok(caller.session(db, now)?)).await?;
    let session = session.map_or_else(Session::default, |session| Session {
        person: Some(session.person),
        csrf_token: Some(session.csrf_token),
    });
    Ok(([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(session))
        .into_response())
}

/// Sign out
///
/// A visitor may do so too: nothing happens.
#[utoipa::path(
    delete,
    path = "/session",
    operation_id = "delete_session",
    tag = "session",
    responses((status = 204, description = "Nobody is signed in any more")),
)]
pub async fn sign_out(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let session = app.store.read(move |db| Ok(caller.session(db, now)?)).await?;
    if let Some(session) = session {
        check_csrf(&headers, &session)?;
    }
    if let Some(token) = caller.token {
        app.store.write(move |db| Ok(sessions::end(db, &token)?)).await?;
    }
    Ok((
        StatusCode::NO_CONTENT,
        [
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::SET_COOKIE, cookie("", 0)?),
        ],
    )
        .into_response())
}

/// The session's cookie, for a number of seconds; 0 takes it away.
pub fn cookie(token: &str, seconds: i64) -> Result<HeaderValue, Failure> {
    let text = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&text).map_err(|error| anyhow::Error::from(error).into())
}
