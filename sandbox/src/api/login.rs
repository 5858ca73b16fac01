//! Signing in, in place of the identity provider: a page of test people to choose from.

use axum::{
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::{FieldCode, ProblemCode};

use super::{login_page, query::Query, session::cookie};
use crate::{
    app::App,
    failure::Failure,
    random,
    store::{
        agencies, people,
        sessions::{self, SESSION_SECONDS},
    },
    words::{Language, Words, add_language},
};

/// Where the page is, under the contract's base.
pub const LOGIN_PATH: &str = "/session/login";
/// Where the page's style sheet is, under the contract's base.
pub const STYLE_PATH: &str = "/session/login.css";

const FORM_BYTES_MAX: usize = 8 * 1024;

/// Leave for the identity provider
///
/// Not for `fetch`: the browser goes there, and comes back to `return_to` with the session's
/// cookie. Here it is a page of test people; in production, the state's identity provider.
/// `ui_locales` is as in OpenID Connect.
#[utoipa::path(
    get,
    path = "/session/login",
    operation_id = "login",
    tag = "session",
    params(
        ("return_to" = Option<String>, Query, description = "Where to come back to: an absolute path of this site. Anything else is `/`"),
        ("ui_locales" = Option<String>, Query, description = "The languages of the page: tags with spaces between, of which the first known one is taken. Goes before `Accept-Language`", example = "kaa-Latn uz-Latn"),
    ),
    responses((
        status = 200, description = "A page for a person", body = String, content_type = "text/html",
        headers(
            ("Content-Language" = String, description = "The language of the page"),
            ("Vary" = String, description = "What else the body depends on"),
        ),
    )),
)]
pub async fn choose(
    State(app): State<App>,
    Language(locale): Language,
    query: Query,
) -> Result<Response, Failure> {
    let return_to = safe_return(query.get("return_to").unwrap_or_default());
    let page = app
        .store
        .read(move |db| {
            let people = people::who_can_sign_in(db)?;
            Ok(login_page::html(locale, &people, &agencies::all(db)?, &return_to))
        })
        .await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let mut response = (headers, page).into_response();
    add_language(response.headers_mut(), locale);
    Ok(response)
}

/// Come back from the identity provider
///
/// The form of the sandbox's own page. No part of the contract that an app uses.
#[utoipa::path(
    post,
    path = "/session/login",
    operation_id = "login_as",
    tag = "session",
    params(("ui_locales" = Option<String>, Query, description = "The languages of a refusal, as on the page")),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "`person` and `return_to`"),
    responses((
        status = 303, description = "Signed in",
        headers(
            ("Location" = String, description = "Where to go on"),
            ("Set-Cookie" = String, description = "The session's cookie"),
        ),
    )),
)]
pub async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, Failure> {
    let (parts, body) = request.into_parts();
    if !is_own_page(&parts.headers) {
        return Err(Failure::of(ProblemCode::NotAllowed, Words::ForeignForm));
    }
    let form = to_bytes(body, FORM_BYTES_MAX)
        .await
        .map_err(|_| Failure::of(ProblemCode::Validation, Words::UnreadableForm))?;
    let person = field(&form, "person").ok_or_else(|| no_such("/person", FieldCode::Empty))?;
    let return_to = safe_return(&field(&form, "return_to").unwrap_or_default());
    let (token, csrf_token) = (random::secret()?, random::secret()?);
    let hash = sessions::hash(&token);
    let now = app.clock.now();
    app.store
        .write(move |db| {
            if !people::can_sign_in(db, &person)? {
                return Err(no_such("/person", FieldCode::NoSuch));
            }
            Ok(sessions::begin(db, &hash, &person, &csrf_token, now)?)
        })
        .await?;
    let location = HeaderValue::from_str(&return_to).map_err(anyhow::Error::from)?;
    let headers = [
        (header::LOCATION, location),
        (header::SET_COOKIE, cookie(&token, SESSION_SECONDS)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// The page's style sheet.
pub async fn style() -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, include_str!("login.css")).into_response()
}

fn no_such(pointer: &str, code: FieldCode) -> Failure {
    Failure::field(pointer, code)
}

fn field(form: &Bytes, name: &str) -> Option<String> {
    form_urlencoded::parse(form).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// Whether a form was sent from this site. Every browser says so in one of two headers; what
/// sends neither is no browser, and has no cookies of anybody's to misuse.
fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text("host").unwrap_or_default();
            !host.is_empty() && origin.strip_prefix("http://") == Some(host)
        }
        (None, None) => true,
    }
}

/// A path of this site to go on to; `/` in place of anything that may lead elsewhere.
fn safe_return(asked: &str) -> String {
    let is_path = asked.starts_with('/') && !asked.starts_with("//");
    if !is_path || asked.contains('\\') || asked.chars().any(char::is_control) {
        return "/".to_owned();
    }
    let mut path = String::with_capacity(asked.len());
    for byte in asked.bytes() {
        match byte {
            0x21..=0x7E => path.push(char::from(byte)),
            other => path.push_str(&format!("%{other:02X}")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::safe_return;

    #[test]
    fn only_a_path_of_this_site_is_gone_back_to() {
        for path in ["/", "/consultations/a?sort=newest#c1", "/a//b", "/?next=http://x"] {
            assert_eq!(safe_return(path), path);
        }
        assert_eq!(safe_return("/ў b"), "/%D1%9E%20b");
        for attack in [
            "",
            "a",
            "//evil.example",
            "http://evil.example",
            "/\\evil.example",
            "\\\\evil",
            "/a\r\nSet-Cookie: x=1",
            "/\u{0}",
            "/\t/evil.example",
            "javascript:alert(1)",
            " /a",
            "/\u{85}",
        ] {
            assert_eq!(safe_return(attack), "/", "{attack:?}");
        }
    }
}
