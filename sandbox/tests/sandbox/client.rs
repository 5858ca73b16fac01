//! The one client of all tests, and the server it speaks to.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt;
use muloqot_domain::{Comment, Consultation, Page, Problem, Timestamp};
use muloqot_sandbox::{App, Clock, Options, Place, Store};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::checker;

/// When all tests begin.
pub const NOW: &str = "2026-06-15T09:00:00Z";
pub const BASE: &str = "/api/v1";
const DATABASE: &str = "db.sqlite";

/// A server with the seeds in it.
pub struct Server {
    pub clock: Clock,
    router: Router,
    folder: Option<tempfile::TempDir>,
}

/// Somebody with a browser: remembers the cookie and the token, and asks for a language.
pub struct Browser<'a> {
    server: &'a Server,
    pub cookie: Option<String>,
    pub csrf: Option<String>,
    language: Option<&'static str>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

impl Server {
    pub fn new() -> Self {
        Self::with(Place::Memory, |_| {})
    }

    pub fn with_options(change: impl FnOnce(&mut Options)) -> Self {
        Self::with(Place::Memory, change)
    }

    pub fn in_a_file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Self::with(Place::File(folder.path().join(DATABASE)), |_| {});
        server.folder = Some(folder);
        server
    }

    fn with(place: Place, change: impl FnOnce(&mut Options)) -> Self {
        let clock = Clock::fixed(at(NOW));
        let store = Store::open(&place).unwrap();
        muloqot_sandbox::seed_if_empty(&store, clock.now(), 1).unwrap();
        Self::of(store, clock, change)
    }

    pub fn of(store: Store, clock: Clock, change: impl FnOnce(&mut Options)) -> Self {
        let mut options =
            Options { clock: clock.clone(), comments_per_minute: 0, ..Options::default() };
        change(&mut options);
        let router = muloqot_sandbox::router(App::new(store, options));
        Self { clock, router, folder: None }
    }

    /// Does to a server in a file what no address of the contract does.
    pub fn moderate(&self, sql: &str, id: &str) {
        let path = self.folder.as_ref().unwrap().path().join(DATABASE);
        let database = rusqlite::Connection::open(path).unwrap();
        assert_eq!(database.execute(sql, [id]).unwrap(), 1);
    }

    /// The same server in a file, started again.
    pub fn started_again(self) -> Self {
        let Self { clock, router, folder } = self;
        drop(router);
        let path = folder.as_ref().unwrap().path().join(DATABASE);
        let server = Self::of(Store::open(&Place::File(path)).unwrap(), clock, |_| {});
        Self { folder, ..server }
    }

    /// How many rows of a server in a file are about something, whatever anybody is told.
    pub fn rows(&self, from: &str, id: &str) -> u32 {
        let path = self.folder.as_ref().unwrap().path().join(DATABASE);
        let database = rusqlite::Connection::open(path).unwrap();
        let sql = format!("SELECT COUNT(*) FROM {from}");
        database.query_row(&sql, [id], |row| row.get(0)).unwrap()
    }

    pub fn with_dist(dist: PathBuf) -> Self {
        Self::with_options(|options| options.dist = Some(dist))
    }

    /// Asks as it is. `path` is the whole path.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (method, path) = (request.method().clone(), request.uri().to_string());
        let response = self.raw(request).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        assert!(parts.headers.contains_key(header::CONTENT_SECURITY_POLICY), "{path}");
        let encoded = parts.headers.get(header::CONTENT_ENCODING).map(|value| value.to_str());
        if let Some(path) = path.strip_prefix(BASE)
            && !is_control(path)
        {
            let plain = match encoded {
                None => body.clone(),
                Some(encoding) => decoded(encoding.unwrap(), &body),
            };
            // The body of an answer to HEAD is what GET would have answered.
            if method != "HEAD" {
                checker::check(method.as_str(), path, parts.status, &parts.headers, &plain);
            }
        }
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Asks past the checker.
    pub async fn raw(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub fn visitor(&self) -> Browser<'_> {
        Browser { server: self, cookie: None, csrf: None, language: None }
    }

    pub async fn signed_in(&self, person: &str) -> Browser<'_> {
        let mut browser = self.visitor();
        browser.sign_in(person).await;
        browser
    }

    /// The last consultation of that status in the order of the list: an open one stays so longest.
    pub async fn consultation(&self, status: &str) -> Consultation {
        let page: Page<Consultation> =
            self.visitor().read(&format!("/consultations?limit=100&status={status}")).await;
        page.items.into_iter().next_back().unwrap()
    }
}

fn is_control(path: &str) -> bool {
    ["/faults", "/clock", "/session/login.css"].iter().any(|control| path.starts_with(control))
}

pub fn decoded(encoding: &str, body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &*body, &mut plain).unwrap(),
        "gzip" => {
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(body), &mut plain)
                .unwrap();
        }
        other => panic!("{other} was not asked for"),
    }
    plain
}

/// A key nobody used before.
pub fn fresh_key() -> String {
    static KEYS: AtomicU32 = AtomicU32::new(0);
    format!("key-{}", KEYS.fetch_add(1, Ordering::Relaxed))
}

/// A comment that can be written.
pub fn words(text: &str) -> Value {
    json!({ "stance": "for", "text": text, "language": "en" })
}

pub fn reply_to(parent: &Comment, text: &str) -> Value {
    let mut body = words(text);
    body["parent_id"] = json!(parent.id);
    body
}

impl Browser<'_> {
    /// The same, who asks for answers in a language.
    pub fn reading(self, language: &'static str) -> Self {
        Self { language: Some(language), ..self }
    }

    pub async fn sign_in(&mut self, person: &str) {
        let request = Request::post(format!("{BASE}/session/login"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(format!("person={person}&return_to=%2F")))
            .unwrap();
        let answer = self.server.ask(request).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let cookie = answer.header("set-cookie");
        self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        let session: Value = self.read("/session").await;
        self.csrf = Some(session["csrf_token"].as_str().unwrap().to_owned());
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(format!("{BASE}{path}"));
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(language) = self.language {
            request = request.header(header::ACCEPT_LANGUAGE, language);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.server.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Reads what must be there.
    pub async fn read<T: DeserializeOwned>(&self, path: &str) -> T {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.json()
    }

    /// Reads a list to its end.
    pub async fn read_all<T: DeserializeOwned>(&self, path: &str) -> Vec<T> {
        let mut items = Vec::new();
        let mut cursor = String::new();
        loop {
            let page: Page<T> = self.read(&format!("{path}{cursor}")).await;
            assert_eq!(page.unreadable, 0);
            items.extend(page.items);
            match page.next_cursor {
                Some(next) => cursor = format!("&cursor={}", next.0),
                None => return items,
            }
        }
    }

    pub async fn write(&self, method: &str, path: &str, key: Option<&str>, body: &Value) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("{BASE}{path}"));
        let headers = [
            ("cookie", self.cookie.as_deref()),
            ("x-csrf-token", self.csrf.as_deref()),
            ("idempotency-key", key),
            ("accept-language", self.language),
            ("content-type", (!body.is_null()).then_some("application/json")),
        ];
        for (name, value) in headers {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.server.ask(request.body(body).unwrap()).await
    }

    pub async fn post(&self, consultation: &Consultation, body: &Value) -> Answer {
        let path = format!("/consultations/{}/comments", consultation.id);
        self.write("POST", &path, Some(&fresh_key()), body).await
    }

    /// Writes a comment that must be taken.
    pub async fn comment(&self, consultation: &Consultation, body: &Value) -> Comment {
        let answer = self.post(consultation, body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.json()
    }

    pub async fn edit(&self, comment: &Comment, text: &str) -> Answer {
        let body = json!({ "stance": "against", "text": text });
        self.write("PATCH", &format!("/comments/{}", comment.id), Some(&fresh_key()), &body).await
    }

    pub async fn withdraw(&self, comment: &Comment) -> Answer {
        let path = format!("/comments/{}", comment.id);
        self.write("DELETE", &path, Some(&fresh_key()), &Value::Null).await
    }
}

impl Answer {
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The status and the problem's name.
    pub fn problem(&self) -> (u16, String) {
        let problem: Problem = self.json();
        assert_eq!(problem.status, self.status.as_u16());
        (problem.status, problem.code.to_string())
    }

    /// What is wrong with which field, as `pointer code`.
    pub fn refused_fields(&self) -> Vec<String> {
        let problem: Problem = self.json();
        problem.errors.iter().map(|error| format!("{} {}", error.pointer, error.code)).collect()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}
