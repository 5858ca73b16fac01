//! The built app: files with their types, in the form the browser takes, and `index.html`
//! for every address that is the app's own.

use std::path::{Path, PathBuf};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use muloqot_domain::ProblemCode;
use tokio::fs;

use crate::{
    api::{self, reads},
    app::App,
    encoding,
    failure::Failure,
    words::{Saying, Words},
};

/// Files whose names change with what is in them.
const HASHED_FOLDER: &str = "assets";
const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";
const INDEX: &str = "index.html";
/// The gallery of components is an app of its own: every address below its folder is its.
const GALLERY_FOLDER: [&str; 2] = ["accessibility", "components"];
/// Every visit waits for it, and a phone takes a quarter of a second to ask whether it is still
/// the same. It changes once in years, so a change may take a minute to be seen, or one visit.
const CONFIG: &str = "config.json";
const AT_ONCE_AND_ASK_BEHIND: &str = "max-age=60, stale-while-revalidate=86400";

/// Answers what is not the contract's.
pub async fn answer(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return api::no_such_address().await.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let status = StatusCode::METHOD_NOT_ALLOWED;
        let failure = Failure::with_status(ProblemCode::NotFound, status, Words::FilesAreOnlyRead);
        return ([(header::ALLOW, "GET,HEAD")], failure).into_response();
    }
    let response = match &app.dist {
        Some(dist) => file_or_app(dist, path, request.headers()).await,
        None => missing(Words::AppNotServed { option: "--dist" }),
    };
    if request.method() == Method::HEAD { reads::without_body(response).await } else { response }
}

async fn file_or_app(dist: &Path, path: &str, asked: &HeaderMap) -> Response {
    let segments = safe_segments(path);
    if let Some(segments) = &segments {
        let is_hashed = segments.first().is_some_and(|first| first == HASHED_FOLDER);
        let file: PathBuf = dist.join(segments.iter().collect::<PathBuf>());
        let keep = match segments.as_slice() {
            _ if is_hashed => FOR_A_YEAR,
            [only] if only == CONFIG => AT_ONCE_AND_ASK_BEHIND,
            _ => ASK_EACH_TIME,
        };
        if let Some(response) = send(&file, asked, keep).await {
            return response;
        }
        // An app that is older than this build asks for a piece that is gone: a page in its
        // place would be taken for a script.
        if is_hashed {
            return missing(Words::FileGone);
        }
    }
    let is_gallery =
        segments.is_some_and(|segments| segments.starts_with(&GALLERY_FOLDER.map(str::to_owned)));
    let app = if is_gallery { dist.join(GALLERY_FOLDER.join("/")) } else { dist.to_owned() };
    match send(&app.join(INDEX), asked, ASK_EACH_TIME).await {
        Some(response) => response,
        None => missing(Words::AppNotBuilt { file: INDEX }),
    }
}

/// The segments of a path, decoded; `None` when one of them could lead out of the folder or
/// into what is hidden.
fn safe_segments(path: &str) -> Option<Vec<String>> {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| {
            let segment = decoded(segment)?;
            let leads_away = segment.starts_with('.')
                || segment.contains(['/', '\\', ':'])
                || segment.chars().any(char::is_control);
            (!leads_away).then_some(segment)
        })
        .collect()
}

fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(rest.next())?, digit(rest.next())?);
        bytes.push((high * 16 + low) as u8);
    }
    String::from_utf8(bytes).ok()
}

/// A file, in a smaller form when there is one beside it; `None` when there is no such file.
async fn send(file: &Path, asked: &HeaderMap, keep: &'static str) -> Option<Response> {
    let kind = kind_of(file)?;
    let mut found = None;
    for encoding in encoding::accepted(asked) {
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(encoding.extension());
        if let Ok(body) = fs::read(PathBuf::from(name)).await {
            found = Some((body, Some(encoding)));
            break;
        }
    }
    let (body, encoding) = match found {
        // What is left from an older build beside a file that is gone is not sent.
        Some(found) if fs::try_exists(file).await.unwrap_or(false) => found,
        _ => (fs::read(file).await.ok()?, None),
    };
    let tag = reads::entity_tag(&body, encoding);
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).ok()?);
    if reads::is_known(asked, &tag) {
        return Some((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
    }
    Some((headers, body).into_response())
}

/// The media type of a file by its name; `None` for one that a browser has no use for.
fn kind_of(file: &Path) -> Option<&'static str> {
    Some(match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

fn missing(why: Words) -> Response {
    Saying::Text(why).answer(StatusCode::NOT_FOUND)
}

#[cfg(test)]
mod tests {
    use super::safe_segments;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        assert_eq!(safe_segments("/assets//a%20b.js").unwrap(), ["assets", "a b.js"]);
        for path in [
            "/../x",
            "/a/%2e%2e/x",
            "/%2E./x",
            "/a%2fb",
            "/a%5cb",
            "/.env",
            "/c:/x",
            "/a%00",
            "/%zz",
            "/%f",
            "/%ff",
        ] {
            assert_eq!(safe_segments(path), None, "{path}");
        }
    }
}
