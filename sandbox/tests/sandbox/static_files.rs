//! The built app, as a production host must serve it.

use std::fs;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use tempfile::TempDir;

use crate::client::{Answer, Server};

fn dist() -> (TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dist");
    fs::create_dir_all(root.join("assets")).unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    fs::write(root.join("index.html"), "<!doctype html><title>App</title>").unwrap();
    let gallery = root.join("accessibility/components");
    fs::create_dir_all(&gallery).unwrap();
    fs::write(gallery.join("index.html"), "<!doctype html><title>Gallery</title>").unwrap();
    fs::write(root.join("config.json"), "{}").unwrap();
    fs::write(root.join("assets/app-1f2e.wasm"), "wasm, plain").unwrap();
    fs::write(root.join("assets/app-1f2e.wasm.br"), "wasm, brotli").unwrap();
    fs::write(root.join("assets/app-1f2e.wasm.gz"), "wasm, gzip").unwrap();
    fs::write(root.join("assets/gone.js.br"), "left over").unwrap();
    let server = Server::with_dist(root);
    (folder, server)
}

async fn get(server: &Server, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn hashed_files_are_kept_for_a_year_and_all_else_is_asked_for_again() {
    let (_folder, server) = dist();
    let wasm = get(&server, "/assets/app-1f2e.wasm", &[]).await;
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.text(), "wasm, plain");
    let page = get(&server, "/", &[]).await;
    assert_eq!(page.header("cache-control"), "no-cache");
    let known = [("if-none-match", page.header("etag"))];
    assert_eq!(get(&server, "/", &known).await.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn no_visit_but_the_first_waits_for_the_configuration() {
    let (_folder, server) = dist();
    let config = get(&server, "/config.json", &[]).await;
    assert_eq!(config.header("cache-control"), "max-age=60, stale-while-revalidate=86400");
    let known = [("if-none-match", config.header("etag"))];
    assert_eq!(get(&server, "/config.json", &known).await.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn the_smallest_form_a_browser_takes_is_sent() {
    let (_folder, server) = dist();
    for (asked, encoding, body) in [
        ("gzip, deflate, br", "br", "wasm, brotli"),
        ("br;q=0.2, gzip;q=0.9", "gzip", "wasm, gzip"),
        ("gzip, br;q=0", "gzip", "wasm, gzip"),
        ("identity", "", "wasm, plain"),
    ] {
        let headers = [("accept-encoding", asked)];
        let answer = get(&server, "/assets/app-1f2e.wasm", &headers).await;
        assert_eq!(answer.header("content-encoding"), encoding, "{asked}");
        assert_eq!((answer.text().as_str(), answer.header("vary")), (body, "Accept-Encoding"));
        assert_eq!(answer.header("content-type"), "application/wasm");
    }
}

#[tokio::test]
async fn the_gallery_is_an_app_of_its_own_below_its_folder() {
    let (_folder, server) = dist();
    for (path, title) in [
        ("/accessibility/components", "Gallery"),
        ("/accessibility/components/button/busy?lang=ru", "Gallery"),
        ("/accessibility", "App"),
        ("/accessibility/componentsx", "App"),
    ] {
        let answer = get(&server, path, &[]).await;
        assert!(answer.text().contains(&format!("<title>{title}</title>")), "{path}");
    }
}

#[tokio::test]
async fn an_address_of_the_apps_own_gets_the_app() {
    let (_folder, server) = dist();
    for path in ["/", "/consultations/school-meals", "/nowhere/at-all?x=1", "/a.b"] {
        let answer = get(&server, path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.text().contains("<title>App</title>"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    let gone = get(&server, "/assets/gone.js", &[("accept-encoding", "br")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let api = get(&server, "/api/v2/consultations", &[]).await;
    assert_eq!(api.problem(), (404, "not-found".into()));
}

#[tokio::test]
async fn no_path_leads_out_of_the_folder() {
    let (_folder, server) = dist();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/../../secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "//../secret.txt",
    ] {
        assert!(!get(&server, path, &[]).await.text().contains("secret"), "{path}");
    }
}

#[tokio::test]
async fn head_works_and_writing_does_not() {
    let (_folder, server) = dist();
    let head = server.ask(Request::head("/config.json").body(Body::empty()).unwrap()).await;
    assert_eq!((head.status, head.header("content-length")), (StatusCode::OK, "2"));
    assert!(head.body.is_empty());
    let post = server.ask(Request::post("/config.json").body(Body::empty()).unwrap()).await;
    assert_eq!(post.problem(), (405, "not-found".into()));
}

#[tokio::test]
async fn every_page_carries_the_headers_that_keep_it_safe() {
    let (_folder, server) = dist();
    let page = get(&server, "/", &[]).await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "strict-origin-when-cross-origin");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
}
