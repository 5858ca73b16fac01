//! Answers that are words: what is said stays with the answer until the language is known.

use axum::{
    Json,
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use muloqot_domain::{Locale, Problem};

use super::{Language, Words, add_language};
use crate::api::reads;

/// What an answer says.
#[derive(Clone, Debug)]
pub enum Saying {
    /// Why something could not be done, and more about this time.
    Problem(Box<Problem>, Option<Words>),
    /// A plain text.
    Text(Words),
}

impl Saying {
    fn body(&self, locale: Locale) -> Body {
        match self {
            Self::Text(words) => Body::from(words.say(locale)),
            Self::Problem(problem, detail) => {
                let said = Problem {
                    title: Words::title_of(problem.code).say(locale),
                    detail: detail.as_ref().map(|words| words.say(locale)),
                    ..(**problem).clone()
                };
                Json(said).into_response().into_body()
            }
        }
    }

    fn media_type(&self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Problem(..) => "application/problem+json",
            Self::Text(_) => "text/plain; charset=utf-8",
        })
    }

    /// The answer. It is in the default language until [`word`] has seen it, and never kept by
    /// a cache.
    pub fn answer(self, status: StatusCode) -> Response {
        let headers = [
            (header::CONTENT_TYPE, self.media_type()),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        let mut response = (status, headers, self.body(Locale::default())).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Finds out the language of a request, and says in it what its answer has to say.
pub async fn word(mut request: Request, next: Next) -> Response {
    let language = Language::of(request.uri(), request.headers());
    let is_head = request.method() == Method::HEAD;
    request.extensions_mut().insert(language);
    let mut response = next.run(request).await;
    let Some(saying) = response.extensions_mut().remove::<Saying>() else { return response };
    let body = saying.body(language.0);
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.extend(body.size_hint().exact().map(|size| (header::CONTENT_LENGTH, size.into())));
    add_language(headers, language.0);
    *response.body_mut() = body;
    if is_head { reads::without_body(response).await } else { response }
}
