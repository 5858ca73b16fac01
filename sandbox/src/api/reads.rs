//! What every read has: an entity tag, 304 for those who have it already, a small form
//! for those who take it, and a word to caches.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::{
    encoding::{self, Encoding},
    failure::Failure,
};

/// Below this a small form wins nothing: all of it fits into one packet.
const WORTH_ENCODING_BYTES: usize = 1_000;
/// How many small forms are kept; the same page is read again and again.
const ENCODED_KEPT: usize = 1_000;

type BodyHash = [u8; 16];

static ENCODED: LazyLock<Mutex<HashMap<(BodyHash, Encoding), Bytes>>> =
    LazyLock::new(Mutex::default);

/// Completes the answer to a read; leaves all else alone.
pub async fn complete(mut request: Request, next: Next) -> Response {
    let is_head = request.method() == Method::HEAD;
    if !is_head && request.method() != Method::GET {
        return next.run(request).await;
    }
    // The tag is of the body, so the body is made even when it is not sent.
    *request.method_mut() = Method::GET;
    let asked = request.headers().clone();
    let response = next.run(request).await;
    let is_json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    let response = if response.status() == StatusCode::OK && is_json {
        match tagged(&asked, response).await {
            Ok(response) => response,
            Err(failure) => failure.into_response(),
        }
    } else {
        response
    };
    if is_head { without_body(response).await } else { response }
}

async fn tagged(asked: &HeaderMap, response: Response) -> Result<Response, Failure> {
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(anyhow::Error::from)?;
    let hash = hash_of(&body);
    let worth_it = body.len() >= WORTH_ENCODING_BYTES;
    let encoding = encoding::accepted(asked).into_iter().next().filter(|_| worth_it);
    let tag = tag_of(&hash, encoding);
    let headers = &mut parts.headers;
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(anyhow::Error::from)?);
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Encoding"));
    if is_known(asked, &tag) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Ok(Response::from_parts(parts, Body::empty()));
    }
    let body = match encoding {
        None => body,
        Some(encoding) => {
            parts
                .headers
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
            encoded(hash, encoding, &body)?
        }
    };
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn encoded(hash: BodyHash, encoding: Encoding, body: &Bytes) -> Result<Bytes, Failure> {
    let kept = || ENCODED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept().get(&(hash, encoding)) {
        return Ok(known.clone());
    }
    let made = Bytes::from(encoding.encode(body).map_err(anyhow::Error::from)?);
    let mut kept = kept();
    if kept.len() >= ENCODED_KEPT {
        kept.clear();
    }
    kept.insert((hash, encoding), made.clone());
    Ok(made)
}

fn hash_of(body: &[u8]) -> BodyHash {
    let mut hash = BodyHash::default();
    let digest = Sha256::digest(body);
    let length = hash.len();
    hash.copy_from_slice(&digest[..length]);
    hash
}

/// The strong tag of a body: another form is other bytes, so it has another tag.
fn tag_of(hash: &BodyHash, encoding: Option<Encoding>) -> String {
    let mut tag = String::from("\"");
    for byte in hash {
        tag.push_str(&format!("{byte:02x}"));
    }
    if let Some(encoding) = encoding {
        tag.push('-');
        tag.push_str(encoding.name());
    }
    tag.push('"');
    tag
}

/// The tag of a body as it is.
pub fn entity_tag(body: &[u8], encoding: Option<Encoding>) -> String {
    tag_of(&hash_of(body), encoding)
}

/// Whether the asker has what that tag names (`If-None-Match`, compared weakly).
pub fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// The answer to `HEAD`: all of the answer to `GET` but its body.
pub async fn without_body(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    if let Ok(body) = to_bytes(body, usize::MAX).await
        && parts.status != StatusCode::NOT_MODIFIED
    {
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    Response::from_parts(parts, Body::empty())
}
