//! The language of who asks, and what an answer says about the one it is in.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, Uri, header, request::Parts},
};
use muloqot_domain::Locale;

use super::choice;
use crate::api::{BASE, LOGIN_PATH};

/// The query parameter that names the languages of the sign-in page, as in OpenID Connect.
const UI_LOCALES: &str = "ui_locales";

/// The language of who asks: on the sign-in page what its address says, else what the browser
/// says, else the default one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Language(pub Locale);

impl Language {
    /// The language of a request.
    pub(super) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let is_sign_in = uri.path().strip_prefix(BASE) == Some(LOGIN_PATH);
        let by_address = is_sign_in.then(|| named_in(uri.query().unwrap_or_default())).flatten();
        Self(by_address.or_else(|| choice::by_header(headers)).unwrap_or_default())
    }
}

fn named_in(query: &str) -> Option<Locale> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == UI_LOCALES)
        .and_then(|(_, tags)| choice::by_list(&tags))
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().copied().unwrap_or_default())
    }
}

/// Says which language an answer is in, and that another asker may get another.
pub fn add_language(headers: &mut HeaderMap, locale: Locale) {
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
}
