//! A write happens once, however often it is sent.

use axum::http::StatusCode;
use muloqot_domain::{Comment, CommentState, Consultation, Page, Timestamp};
use serde_json::json;

use crate::{
    client::{Server, words},
    moderation::{decide, hold},
    reports::ecology,
};

#[tokio::test]
async fn a_repeat_answers_what_the_first_answered() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let first = writer.write("POST", &path, Some("k"), &words("once")).await;
    assert_eq!(first.header("idempotency-replayed"), "");
    let again = writer.write("POST", &path, Some("k"), &words("once")).await;
    assert_eq!((again.status, &again.body), (StatusCode::CREATED, &first.body));
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.header("idempotency-replayed"), "true");

    let other_body = writer.write("POST", &path, Some("k"), &words("twice")).await;
    assert_eq!(other_body.problem(), (409, "conflict".into()));
    let other_person = server.signed_in("rustam").await;
    let theirs = other_person.write("POST", &path, Some("k"), &words("once")).await;
    assert_eq!(theirs.status, StatusCode::CREATED);
    assert_ne!(theirs.json::<Comment>().id, first.json::<Comment>().id);
}

#[tokio::test]
async fn a_repeat_tells_nothing_that_was_taken_back_or_away_meanwhile() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let first = author.write("POST", &path, Some("k"), &words("You fool")).await;
    let comment: Comment = first.json();
    let reader = server.signed_in("rustam").await;
    let vote = format!("/comments/{}/vote", comment.id);
    let agree = json!({ "vote": "agree" });
    let voted: Comment = reader.write("PUT", &vote, Some("k"), &agree).await.json();
    assert_eq!(voted.text.as_deref(), Some("You fool"));

    let officer = server.signed_in("otabek").await;
    decide(&officer, &comment, hold()).await;
    let again = reader.write("PUT", &vote, Some("k"), &agree).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (StatusCode::OK, "true"));
    let seen: Comment = again.json();
    assert_eq!((seen.text, seen.author.name), (None, None));
    let own: Comment = author.write("POST", &path, Some("k"), &words("You fool")).await.json();
    assert_eq!(own.text.as_deref(), Some("You fool"), "its author reads it on");

    author.withdraw(&comment).await;
    let again = author.write("POST", &path, Some("k"), &words("You fool")).await;
    assert_eq!(again.status, StatusCode::CREATED);
    assert_eq!(again.header("location"), first.header("location"));
    let gone: Comment = again.json();
    assert_eq!((gone.state, gone.text), (CommentState::Withdrawn, None));
    let kept = "idempotent_answer WHERE instr(body, CAST(?1 AS BLOB)) > 0";
    assert_eq!(server.rows(kept, "You fool"), 0);
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let first = writer.write("POST", &path, Some("k"), &words("once")).await;
    server.clock.set(Timestamp(server.clock.now().0 + 24 * 3600));
    let writer = server.signed_in("dilnoza").await;
    let next_day = writer.write("POST", &path, Some("k"), &words("once")).await;
    assert_eq!(next_day.header("idempotency-replayed"), "");
    assert_ne!(next_day.json::<Comment>().id, first.json::<Comment>().id);
}

#[tokio::test]
async fn a_refusal_is_not_remembered() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let refused = writer.write("POST", &path, Some("k"), &words("")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let taken = writer.write("POST", &path, Some("k"), &words("mended")).await;
    assert_eq!(taken.status, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn twins_under_one_key_make_one_comment() {
    let server = Server::in_a_file();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}/comments", consultation.id);
    let writer = server.signed_in("dilnoza").await;
    let count = async || {
        let page: Page<Comment> = writer.read(&path).await;
        page.total
    };
    let before = count().await;
    let body = words("sent twice");
    let send = || writer.write("POST", &path, Some("twin"), &body);
    let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
    for answer in [&b, &c, &d] {
        assert_eq!((answer.status, &answer.body), (a.status, &a.body));
    }
    assert_eq!(count().await, before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_write_at_once_all_get_in() {
    let server = Server::in_a_file();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}", consultation.id);
    let before: Consultation = server.visitor().read(&path).await;
    let people = ["dilnoza", "rustam", "jasur", "elena", "malika", "bekzod", "nodira", "timur"];
    let mut browsers = Vec::new();
    for person in people {
        browsers.push(server.signed_in(person).await);
    }
    let body = words("at once");
    let writes = browsers.iter().map(|browser| browser.comment(&consultation, &body));
    let written = futures_util::future::join_all(writes).await;
    assert_eq!(written.len(), people.len());
    let after: Consultation = server.visitor().read(&path).await;
    assert_eq!(after.counts.comments, before.counts.comments + people.len() as u64);
}
