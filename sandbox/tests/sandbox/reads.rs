//! What every read has: entity tags, small forms, words to caches.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};

use crate::client::{BASE, Server, decoded, words};

async fn thread(server: &Server) -> String {
    let consultation = server.consultation("open").await;
    format!("/consultations/{}/comments", consultation.id)
}

#[tokio::test]
async fn who_has_it_already_gets_304() {
    let server = Server::new();
    let visitor = server.visitor();
    let path = thread(&server).await;
    for path in ["/session", "/agencies", "/consultations", path.as_str()] {
        let first = visitor.get(path).await;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag}");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"a\", {tag}"), "*".into()] {
            let again = visitor.get_with(path, &[("if-none-match", &known)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path} {known}");
            assert_eq!(again.header("etag"), tag);
            assert_eq!(again.header("cache-control"), first.header("cache-control"));
            assert_eq!(again.header("vary"), "Cookie, Accept-Encoding");
            assert!(again.body.is_empty());
        }
        let other = visitor.get_with(path, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_tag_changes_with_the_thread_and_with_who_reads() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments?sort=newest", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let before = writer.get(&path).await.header("etag").to_owned();
    writer.comment(&consultation, &words("news")).await;
    let after = writer.get(&path).await.header("etag").to_owned();
    assert_ne!(after, before);
    assert_ne!(server.visitor().get(&path).await.header("etag"), after);
}

#[tokio::test]
async fn a_small_form_has_its_own_tag_and_the_same_content() {
    let server = Server::new();
    let visitor = server.visitor();
    let path = thread(&server).await;
    let plain = visitor.get(&path).await;
    assert_eq!(plain.header("content-encoding"), "");
    for (asked, encoding) in [("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0.1, gzip", "gzip")] {
        let small = visitor.get_with(&path, &[("accept-encoding", asked)]).await;
        assert_eq!(small.header("content-encoding"), encoding);
        assert!(small.body.len() * 2 < plain.body.len());
        assert_eq!(decoded(encoding, &small.body), plain.body);
        assert_ne!(small.header("etag"), plain.header("etag"));
        let headers = [("accept-encoding", asked), ("if-none-match", small.header("etag"))];
        let again = visitor.get_with(&path, &headers).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    }
    let none = visitor.get_with(&path, &[("accept-encoding", "br;q=0")]).await;
    assert_eq!(none.header("content-encoding"), "");
}

#[tokio::test]
async fn head_tells_all_but_the_body() {
    let server = Server::new();
    let path = thread(&server).await;
    let get = server.visitor().get(&path).await;
    let request = Request::head(format!("{BASE}{path}")).body(Body::empty()).unwrap();
    let head = server.ask(request).await;
    assert_eq!((head.status, head.header("etag")), (StatusCode::OK, get.header("etag")));
    assert_eq!(head.header("content-length"), get.body.len().to_string());
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn every_answer_says_whether_it_may_be_kept() {
    let server = Server::new();
    let visitor = server.visitor();
    let kept = async |path: &str| visitor.get(path).await.header("cache-control").to_owned();
    assert_eq!(kept("/consultations").await, "private, no-cache");
    assert_eq!(kept("/session").await, "no-store");
    assert_eq!(kept("/session/login").await, "no-store");
    assert_eq!(kept("/consultations/none").await, "no-store");
    assert_eq!(kept("/nowhere").await, "no-store");
}

#[tokio::test]
async fn a_method_that_is_not_there_is_a_problem_and_says_which_are() {
    let server = Server::new();
    let request = Request::put(format!("{BASE}/consultations")).body(Body::empty()).unwrap();
    let answer = server.ask(request).await;
    assert_eq!(answer.problem(), (405, "not-found".into()));
    assert!(answer.header("allow").contains("GET"));
}
