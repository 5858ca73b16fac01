//! Faults on demand. These requests go over a real connection where one must break.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use muloqot_domain::{Comment, Page};
use serde_json::{Value, json};

use crate::client::{Answer, BASE, Server, words};

fn faulty() -> Server {
    Server::with_options(|options| options.faults = true)
}

async fn control(server: &Server, method: &str, path: &str, body: Value) -> Answer {
    let request = Request::builder().method(method).uri(format!("{BASE}{path}"));
    server.ask(request.body(Body::from(body.to_string())).unwrap()).await
}

/// Asks past the checker, which such answers are meant to fail.
async fn get(server: &Server, path: &str) -> (StatusCode, String, Result<String, String>) {
    let request = Request::get(format!("{BASE}{path}")).body(Body::empty()).unwrap();
    let response = server.raw(request).await;
    let (parts, body) = response.into_parts();
    let retry = parts.headers.get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    let body = body.collect().await.map_err(|error| error.to_string());
    let body = body.map(|body| String::from_utf8(body.to_bytes().to_vec()).unwrap());
    (parts.status, retry.unwrap_or_default(), body)
}

#[tokio::test]
async fn without_the_flag_there_is_no_such_address() {
    let server = Server::new();
    for (method, path) in [("PUT", "/faults"), ("DELETE", "/faults"), ("PUT", "/clock")] {
        assert_eq!(control(&server, method, path, json!([])).await.problem().0, 404);
    }
}

#[tokio::test]
async fn a_route_fails_as_often_as_was_asked_for() {
    let server = faulty();
    let rule = json!([{ "method": "GET", "path": "/api/v1/consultations/*", "status": 503,
        "retry_after": 2, "times": 2 }]);
    assert_eq!(control(&server, "PUT", "/faults", rule).await.status, StatusCode::NO_CONTENT);
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}", consultation.id);
    for _ in 0..2 {
        let answer = server.visitor().get(&path).await;
        assert_eq!(answer.problem(), (503, "unavailable".into()));
        assert_eq!(answer.header("retry-after"), "2");
    }
    assert_eq!(server.visitor().get(&path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_route_lies() {
    let server = faulty();
    for (kind, status) in [("html", 200), ("html", 502), ("garbage", 200), ("empty", 200)] {
        let rule = json!([{ "path": "/api/v1/agencies", "body": kind, "status": status }]);
        control(&server, "PUT", "/faults", rule).await;
        let (answered, _, body) = get(&server, "/agencies").await;
        assert_eq!(answered.as_u16(), status);
        assert!(serde_json::from_str::<Value>(&body.unwrap()).is_err(), "{kind}");
    }
    let rule = json!([{ "path": "/api/v1/agencies", "body": "cut" }]);
    control(&server, "PUT", "/faults", rule).await;
    let (_, _, body) = get(&server, "/agencies").await;
    assert!(body.is_err(), "the connection breaks before the body is whole");
    control(&server, "DELETE", "/faults", Value::Null).await;
    assert_eq!(server.visitor().get("/agencies").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_lost_answer_leaves_the_write_done_and_a_repeat_finds_it() {
    let server = faulty();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let before = writer.read::<Page<Comment>>(&path).await.total;
    let rule = |after_write: bool| {
        json!([{ "method": "POST", "path": "/api/v1/consultations/*/comments", "status": 503,
            "after_write": after_write, "times": 1 }])
    };
    control(&server, "PUT", "/faults", rule(false)).await;
    writer.write("POST", &path, Some("a"), &words("never came")).await;
    assert_eq!(writer.read::<Page<Comment>>(&path).await.total, before);
    control(&server, "PUT", "/faults", rule(true)).await;
    let lost = writer.write("POST", &path, Some("b"), &words("came")).await;
    assert_eq!(lost.problem().0, 503);
    let again = writer.write("POST", &path, Some("b"), &words("came")).await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(writer.read::<Page<Comment>>(&path).await.total, before + 1);
}

#[tokio::test]
async fn the_clock_is_set_and_sessions_end_on_demand() {
    let server = faulty();
    let browser = server.signed_in("dilnoza").await;
    let set = json!({ "now": "2027-01-01T00:00:00Z" });
    assert_eq!(control(&server, "PUT", "/clock", set).await.status, StatusCode::OK);
    assert_eq!(server.clock.now().to_string(), "2027-01-01T00:00:00Z");
    control(&server, "PUT", "/clock", json!({ "now": crate::client::NOW })).await;
    assert_ne!(browser.read::<Value>("/session").await, json!({}));
    control(&server, "POST", "/faults/expire-sessions", Value::Null).await;
    assert_eq!(browser.read::<Value>("/session").await, json!({}));
}

#[tokio::test]
async fn a_rule_that_cannot_be_read_is_refused() {
    let server = faulty();
    for rule in [json!([{ "path": "/x", "body": "poem" }]), json!([{ "status": 500 }]), json!({})] {
        assert_eq!(control(&server, "PUT", "/faults", rule).await.problem().0, 422);
    }
}
