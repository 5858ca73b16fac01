//! Bodies on their way: what is let by, what is kept, and how much at once.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, request::Builder},
};
use futures_util::{FutureExt, StreamExt, future::join_all, stream};
use tokio::sync::Notify;

use crate::client::{BASE, Browser, Server, fresh_key};

const PART: &[u8] = &[b' '; 100_000];
const UPLOAD: &str = "/attachments?name=a.pdf";

fn request(browser: &Browser<'_>, path: &str, kind: &str) -> Builder {
    Request::post(format!("{BASE}{path}"))
        .header("cookie", browser.cookie.as_deref().unwrap_or_default())
        .header("x-csrf-token", browser.csrf.as_deref().unwrap_or_default())
        .header("content-type", kind)
}

/// A body of so many parts, and how many bytes of it have been taken.
fn counted(parts: usize) -> (Body, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count = taken.clone();
    let parts = stream::iter(0..parts).map(move |_| {
        count.fetch_add(PART.len(), Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from_static(PART))
    });
    (Body::from_stream(parts), taken)
}

#[tokio::test]
async fn a_body_that_is_too_large_is_let_by_so_that_its_sender_hears_why() {
    let server = Server::new();
    let browser = server.signed_in("dilnoza").await;
    let comments = format!("/consultations/{}/comments", server.consultation("open").await.id);
    for (path, kind, parts) in
        [(comments.as_str(), "application/json", 20), (UPLOAD, "application/pdf", 60)]
    {
        for promises in [true, false] {
            let (body, taken) = counted(parts);
            let bytes = parts * PART.len();
            let mut request = request(&browser, path, kind).header("idempotency-key", fresh_key());
            if promises {
                request = request.header("content-length", bytes);
            }
            let answer = server.ask(request.body(body).unwrap()).await;
            assert_eq!(answer.problem(), (413, "validation".into()), "{path}");
            assert_eq!(taken.load(Ordering::Relaxed), bytes, "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_far_too_large_is_not_even_begun_with_and_what_never_ends_is_broken_off() {
    let server = Server::new();
    let browser = server.signed_in("dilnoza").await;
    let (body, taken) = counted(usize::MAX);
    let request_with_key =
        || request(&browser, UPLOAD, "application/pdf").header("idempotency-key", fresh_key());
    let promised = request_with_key().header("content-length", 100_000_000);
    let answer = server.ask(promised.body(body).unwrap()).await;
    assert_eq!((answer.problem().0, taken.load(Ordering::Relaxed)), (413, 0));
    let (body, taken) = counted(usize::MAX);
    let answer = server.ask(request_with_key().body(body).unwrap()).await;
    assert_eq!(answer.problem().0, 413);
    assert!((5_000_000..30_000_000).contains(&taken.load(Ordering::Relaxed)));
}

#[tokio::test]
async fn a_file_is_not_kept_waiting_for_a_key_that_is_not_there() {
    let server = Server::new();
    let browser = server.signed_in("dilnoza").await;
    // Were it read before its headers are looked at, it would be too large.
    let (body, _) = counted(60);
    let without_key = request(&browser, UPLOAD, "application/pdf").body(body).unwrap();
    let answer = server.ask(without_key).await;
    assert_eq!(answer.refused_fields(), ["Idempotency-Key empty"]);
}

#[tokio::test]
async fn only_so_much_of_files_is_on_its_way_at_once() {
    let server = Server::new();
    let browser = server.signed_in("dilnoza").await;
    let (begun, end) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let upload = |body: Body, length: usize| {
        let request = request(&browser, UPLOAD, "application/pdf")
            .header("idempotency-key", fresh_key())
            .header("content-length", length);
        server.ask(request.body(body).unwrap())
    };
    let slow = (0..10).map(|_| {
        let (begun, end) = (begun.clone(), end.clone());
        let until_told = async move {
            begun.fetch_add(1, Ordering::Relaxed);
            end.notified().await;
            Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF"))
        };
        upload(Body::from_stream(until_told.into_stream()), 5_000_000)
    });
    let small = b"%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n9\n%%EOF\n";
    let meanwhile = async {
        while begun.load(Ordering::Relaxed) < 10 {
            tokio::task::yield_now().await;
        }
        let refused = upload(Body::from(small.to_vec()), small.len()).await;
        assert_eq!(refused.problem(), (503, "unavailable".into()));
        assert_eq!(refused.header("retry-after"), "10");
        end.notify_waiters();
    };
    let (cut, ()) = tokio::join!(join_all(slow), meanwhile);
    assert!(cut.iter().all(|answer| answer.status == StatusCode::REQUEST_TIMEOUT));
    let taken = upload(Body::from(small.to_vec()), small.len()).await;
    assert_eq!(taken.status, StatusCode::CREATED, "there is room again");
}
