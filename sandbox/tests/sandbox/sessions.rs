//! Signing in and out.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muloqot_domain::{Role, Session, Timestamp};
use serde_json::{Value, json};

use crate::client::{Answer, BASE, Server, words};

async fn post_login(server: &Server, body: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::post(format!("{BASE}/session/login"))
        .header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn a_visitor_is_nobody() {
    let server = Server::new();
    assert_eq!(server.visitor().read::<Value>("/session").await, json!({}));
}

#[tokio::test]
async fn a_person_signs_in_and_out() {
    let server = Server::new();
    let mut browser = server.signed_in("shahnoza").await;
    let session: Session = browser.read("/session").await;
    let person = session.person.unwrap();
    assert_eq!((person.id.as_str(), person.role), ("shahnoza", Role::Officer));
    assert!(person.agency_id.is_some());

    let token = browser.csrf.take();
    let refused = browser.write("DELETE", "/session", None, &Value::Null).await;
    assert_eq!(refused.problem(), (403, "not-allowed".into()));
    browser.csrf = token;
    let out = browser.write("DELETE", "/session", None, &Value::Null).await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(browser.read::<Value>("/session").await, json!({}));
    let again = browser.write("DELETE", "/session", None, &Value::Null).await;
    assert_eq!(again.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let server = Server::new();
    let form = "person=dilnoza&return_to=%2Fconsultations%3Fstatus%3Dopen";
    let answer = post_login(&server, form, &[("sec-fetch-site", "same-origin")]).await;
    assert_eq!(answer.header("location"), "/consultations?status=open");
    let cookie = answer.header("set-cookie");
    for part in ["muloqot_session=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let second = post_login(&server, form, &[]).await;
    assert_ne!(second.header("set-cookie"), cookie);
}

#[tokio::test]
async fn another_site_cannot_sign_anybody_in() {
    let server = Server::new();
    let refused: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "http://evil.example"), ("host", "127.0.0.1:8080")],
        &[("origin", "null"), ("host", "127.0.0.1:8080")],
        &[("origin", "http://127.0.0.1:8080")],
    ];
    for headers in refused {
        let answer = post_login(&server, "person=dilnoza", headers).await;
        assert_eq!(answer.problem(), (403, "not-allowed".into()), "{headers:?}");
        assert_eq!(answer.header("set-cookie"), "");
    }
    let own = [("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")];
    assert_eq!(post_login(&server, "person=dilnoza", &own).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_but_a_test_person_signs_in() {
    let server = Server::new();
    for (form, field) in [
        ("", "/person empty"),
        ("person=nobody", "/person no_such"),
        ("person=zulfiya", "/person no_such"),
    ] {
        let answer = post_login(&server, form, &[]).await;
        assert_eq!(answer.refused_fields(), [field], "{form}");
    }
}

#[tokio::test]
async fn signing_in_leads_back_to_this_site_only() {
    let server = Server::new();
    for attack in [
        "%2F%2Fevil.example",
        "https%3A%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%5C%5Cevil",
        "%2F%09%2Fevil.example",
        "%2Fa%0D%0ASet-Cookie%3A%20a%3Db",
        "javascript%3Aalert(1)",
        "evil",
        "",
    ] {
        let form = format!("person=dilnoza&return_to={attack}");
        let answer = post_login(&server, &form, &[]).await;
        assert_eq!(answer.header("location"), "/", "{attack}");
        let page = server.visitor().get(&format!("/session/login?return_to={attack}")).await;
        assert!(page.text().contains("name=\"return_to\" value=\"/\""), "{attack}");
    }
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours() {
    let server = Server::new();
    let browser = server.signed_in("dilnoza").await;
    let consultation = server.consultation("open").await;
    server.clock.set(Timestamp(server.clock.now().0 + 12 * 3600 - 1));
    browser.comment(&consultation, &words("still here")).await;
    server.clock.set(Timestamp(server.clock.now().0 + 1));
    assert_eq!(browser.read::<Value>("/session").await, json!({}));
    let answer = browser.post(&consultation, &words("not any more")).await;
    assert_eq!(answer.problem(), (401, "not-signed-in".into()));
}
