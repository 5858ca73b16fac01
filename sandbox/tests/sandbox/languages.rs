//! Problems in the language of who asks.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header},
};
use muloqot_domain::{Locale, Problem, ProblemCode};
use serde_json::{Value, json};

use crate::client::{Answer, BASE, Server, fresh_key, reply_to, words};

/// Cyrillic letters.
pub fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&c)
}

/// Whether an answer says that it depends on the language asked for.
pub fn varies_by_language(answer: &Answer) -> bool {
    answer.headers.get_all(header::VARY).iter().any(|value| {
        value.to_str().unwrap().split(',').any(|name| name.trim() == "Accept-Language")
    })
}

async fn title_for(server: &Server, accept_language: &HeaderValue) -> (String, String) {
    let request = Request::get(format!("{BASE}/nowhere"))
        .header(header::ACCEPT_LANGUAGE, accept_language)
        .body(Body::empty())
        .unwrap();
    let answer = server.ask(request).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    (answer.header("content-language").to_owned(), answer.json::<Problem>().title)
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_the_browser_likes_best() {
    let server = Server::new();
    for (asked, tag, title) in [
        ("", "uz-Latn", "Topilmadi"),
        ("uz", "uz-Latn", "Topilmadi"),
        ("uz-Cyrl", "uz-Cyrl", "Топилмади"),
        ("kaa, uz;q=0.5", "kaa-Latn", "Tabılmadı"),
        ("de, ru-RU;q=0.8, en;q=0.7", "ru", "Не найдено"),
        ("en-GB,en;q=0.9", "en", "There is no such thing"),
        ("zh, de", "uz-Latn", "Topilmadi"),
    ] {
        let found = title_for(&server, &HeaderValue::from_static(asked)).await;
        assert_eq!(found, (tag.to_owned(), title.to_owned()), "{asked}");
    }
}

#[tokio::test]
async fn whatever_a_browser_says_of_languages_is_answered() {
    let server = Server::new();
    let default = ("uz-Latn".to_owned(), "Topilmadi".to_owned());
    for hostile in [
        "x".repeat(64 * 1024),
        ",".repeat(64 * 1024),
        ";q=".repeat(20 * 1024),
        "*;q=0,".repeat(10 * 1024),
        "\"\\'<script>{header}%00".to_owned(),
        "ruen".to_owned(),
        "en;q=1e400".to_owned(),
    ] {
        let hostile = HeaderValue::from_str(&hostile).unwrap();
        assert_eq!(title_for(&server, &hostile).await, default);
    }
    for bytes in ["ўзбекча".as_bytes(), &[0xFF, 0xFE, 0x80], b"ru\xFF"] {
        let bytes = HeaderValue::from_bytes(bytes).unwrap();
        assert_eq!(title_for(&server, &bytes).await, default);
    }
    let long = format!("{}ru;q=0.1", "de;q=0.9,".repeat(7 * 1024));
    let long = HeaderValue::from_str(&long).unwrap();
    assert_eq!(title_for(&server, &long).await.0, "ru");
}

/// An answer for every problem that travels, to one who reads that language.
async fn every_problem(locale: Locale) -> Vec<Answer> {
    let server = Server::with_options(|options| {
        options.faults = true;
        options.comments_per_minute = 2;
    });
    let (open, closed) = (server.consultation("open").await, server.consultation("answered").await);
    let visitor = server.visitor().reading(locale.tag());
    let writer = server.signed_in("dilnoza").await.reading(locale.tag());
    let mut forger = server.signed_in("dilnoza").await.reading(locale.tag());
    forger.csrf = None;
    let path = format!("/consultations/{}/comments", open.id);
    let mut answers = vec![
        visitor.post(&open, &words("x")).await,
        forger.post(&open, &words("x")).await,
        visitor.get("/consultations/none").await,
        writer.post(&closed, &words("x")).await,
        writer.write("POST", &path, Some(&fresh_key()), &json!("no object")).await,
    ];
    let first = writer.write("POST", &path, Some("k"), &words("once")).await;
    answers.push(writer.write("POST", &path, Some("k"), &words("twice")).await);
    let taken_back = first.json();
    writer.withdraw(&taken_back).await;
    answers.push(writer.post(&open, &reply_to(&taken_back, "x")).await);
    writer.comment(&open, &words("the second")).await;
    answers.push(writer.post(&open, &words("the third")).await);
    let rule = json!([{ "path": "/api/v1/agencies", "status": 503 }]);
    let put = Request::put(format!("{BASE}/faults")).body(Body::from(rule.to_string())).unwrap();
    server.ask(put).await;
    answers.push(visitor.get("/agencies").await);
    answers
}

#[tokio::test]
async fn every_problem_is_worded_in_every_language() {
    let travelling: BTreeSet<String> = ProblemCode::ALL
        .iter()
        .filter(|code| code.status() != 0)
        .map(|code| code.to_string())
        .collect();
    let mut titles: BTreeSet<(String, String)> = BTreeSet::new();
    let mut details: BTreeSet<(String, String)> = BTreeSet::new();
    let mut with_details = BTreeSet::new();
    for locale in Locale::ALL {
        let mut met = BTreeSet::new();
        for answer in every_problem(locale).await {
            assert_eq!(answer.header("content-language"), locale.tag());
            assert!(varies_by_language(&answer));
            assert_eq!(answer.header("content-length"), answer.body.len().to_string());
            let problem: Problem = answer.json();
            let code = problem.code.to_string();
            assert_ne!(problem.title, code);
            let is_in_cyrillic = matches!(locale, Locale::Ru | Locale::UzCyrl);
            assert_eq!(problem.title.contains(is_cyrillic), is_in_cyrillic, "{problem:?}");
            if let Some(detail) = problem.detail {
                assert_eq!(detail.contains(is_cyrillic), is_in_cyrillic, "{detail}");
                assert!(!detail.contains(['{', '}', '_']), "{detail}");
                with_details.insert(code.clone());
                details.insert((code.clone(), detail));
            }
            titles.insert((code.clone(), problem.title));
            met.insert(code);
        }
        assert_eq!(met, travelling, "{}", locale.tag());
    }
    // Each in five languages, and no two the same.
    assert_eq!(titles.len(), travelling.len() * Locale::ALL.len(), "{titles:#?}");
    assert_eq!(details.len(), with_details.len() * Locale::ALL.len(), "{details:#?}");
    assert!(with_details.len() >= 7, "{with_details:?}");
}

#[tokio::test]
async fn what_people_wrote_depends_on_no_language() {
    let server = Server::new();
    let tag_for = async |language| {
        let answer = server.visitor().reading(language).get("/consultations").await;
        assert_eq!(answer.header("content-language"), "");
        assert!(!varies_by_language(&answer));
        answer.header("etag").to_owned()
    };
    assert_eq!(tag_for("ru").await, tag_for("en").await);
}

#[tokio::test]
async fn head_tells_how_long_a_problem_is_and_in_which_language() {
    let server = Server::new();
    for path in ["/api/v1/consultations/none", "/api/v1/nowhere", "/nothing-is-served"] {
        let ask = async |method: &str| {
            let request = Request::builder().method(method).uri(path);
            let request = request.header(header::ACCEPT_LANGUAGE, "ru");
            server.ask(request.body(Body::empty()).unwrap()).await
        };
        let (get, head) = (ask("GET").await, ask("HEAD").await);
        assert_eq!(get.header("content-language"), "ru", "{path}");
        assert!(get.text().contains(is_cyrillic), "{path}");
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
        assert_eq!(head.header("content-language"), "ru", "{path}");
    }
}

#[tokio::test]
async fn a_problem_that_is_cut_short_stays_so() {
    let server = Server::with_options(|options| options.faults = true);
    let rule = json!([{ "path": "/api/v1/consultations/none", "body": "cut" }]);
    let put = Request::put(format!("{BASE}/faults")).body(Body::from(rule.to_string())).unwrap();
    server.ask(put).await;
    let request = Request::get(format!("{BASE}/consultations/none")).body(Body::empty()).unwrap();
    let body = server.raw(request).await.into_body();
    assert!(axum::body::to_bytes(body, usize::MAX).await.is_err());
}

#[tokio::test]
async fn what_a_parser_says_stands_in_the_sentence_of_the_language() {
    let server = Server::with_options(|options| options.faults = true);
    let put = Request::put(format!("{BASE}/clock")).header(header::ACCEPT_LANGUAGE, "ru");
    let answer = server.ask(put.body(Body::from("{")).unwrap()).await;
    let detail = answer.json::<Value>()["detail"].as_str().unwrap().to_owned();
    assert!(detail.starts_with("Не удалось прочитать отправленные данные: EOF"), "{detail}");
}
