//! An officer's word that a comment has been answered.

use axum::http::StatusCode;
use muloqot_domain::{Comment, CommentAction, Page, Timestamp};
use serde_json::json;

use crate::{
    client::{Answer, Browser, Server, fresh_key, reply_to, words},
    moderation::{decide, hold, remove},
    reports::ecology,
};

async fn mark(person: &Browser<'_>, comment: &Comment, is_answered: bool) -> Answer {
    let path = format!("/comments/{}/answered", comment.id);
    person.write("PUT", &path, Some(&fresh_key()), &json!({ "is_answered": is_answered })).await
}

async fn is_found_answered(person: &Browser<'_>, comment: &Comment) -> bool {
    let path =
        format!("/consultations/{}/comments?answered=true&limit=100", comment.consultation_id);
    person.read::<Page<Comment>>(&path).await.items.iter().any(|found| found.id == comment.id)
}

#[tokio::test]
async fn an_officer_marks_a_comment_and_takes_it_back() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("When will the trees come?")).await;
    assert!(!comment.is_answered && !comment.can.contains(&CommentAction::MarkAnswered));
    let officer = server.signed_in("otabek").await;
    let seen: Comment = officer.read(&format!("/comments/{}", comment.id)).await;
    assert!(seen.can.contains(&CommentAction::MarkAnswered));
    assert!(!is_found_answered(&author, &comment).await);

    let marked = mark(&officer, &comment, true).await;
    assert_eq!(marked.status, StatusCode::OK);
    assert!(marked.json::<Comment>().is_answered);
    let seen: Comment = server.visitor().read(&format!("/comments/{}", comment.id)).await;
    assert!(seen.is_answered, "everybody sees it");
    assert!(is_found_answered(&author, &comment).await);

    assert!(!mark(&officer, &comment, false).await.json::<Comment>().is_answered);
    assert!(!is_found_answered(&author, &comment).await);
}

#[tokio::test]
async fn nobody_else_does_and_a_reply_answers_anyway() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("And the benches?")).await;
    assert_eq!(mark(&author, &comment, true).await.problem(), (403, "not-allowed".into()));
    let other = server.signed_in("shahnoza").await;
    assert_eq!(mark(&other, &comment, true).await.problem(), (403, "not-allowed".into()));

    let officer = server.signed_in("otabek").await;
    officer.comment(&consultation, &reply_to(&comment, "In May.")).await;
    let seen: Comment = officer.read(&format!("/comments/{}", comment.id)).await;
    assert!(seen.is_answered && !seen.can.contains(&CommentAction::MarkAnswered));
    assert_eq!(mark(&officer, &comment, false).await.problem(), (409, "conflict".into()));
    let bad = officer
        .write(
            "PUT",
            &format!("/comments/{}/answered", comment.id),
            Some(&fresh_key()),
            &json!({ "is_answered": "yes" }),
        )
        .await;
    assert_eq!(bad.problem(), (422, "validation".into()));
}

#[tokio::test]
async fn what_its_author_changes_is_not_answered_any_more() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("When will the trees come?")).await;
    let officer = server.signed_in("otabek").await;
    mark(&officer, &comment, true).await;
    let changed: Comment = author.edit(&comment, "And who waters them?").await.json();
    assert!(!changed.is_answered);
    assert!(!is_found_answered(&author, &comment).await);
    assert!(mark(&officer, &comment, true).await.json::<Comment>().is_answered);
}

#[tokio::test]
async fn of_what_is_held_nobody_says_that_it_is_answered() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let officer = server.signed_in("otabek").await;
    decide(&officer, &comment, hold()).await;
    assert_eq!(mark(&officer, &comment, true).await.problem(), (409, "conflict".into()));
    decide(&officer, &comment, remove()).await;
    assert_eq!(mark(&officer, &comment, true).await.problem(), (410, "gone".into()));
}

#[tokio::test]
async fn who_said_it_first_and_when_are_kept_together() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("When will the trees come?")).await;
    let officer = server.signed_in("otabek").await;
    let Timestamp(start) = server.clock.now();
    mark(&officer, &comment, true).await;
    let first =
        format!("comment WHERE id = ?1 AND answered_by = 'otabek' AND answered_at = {start}");
    assert_eq!(server.rows(&first, comment.id.as_str()), 1);
    // As if a colleague had been the first.
    let colleague = "UPDATE comment SET answered_by = 'shahnoza' WHERE id = ?1";
    server.moderate(colleague, comment.id.as_str());
    server.clock.set(Timestamp(start + 60));
    mark(&officer, &comment, true).await;
    let still = first.replace("otabek", "shahnoza");
    assert_eq!(server.rows(&still, comment.id.as_str()), 1);
    mark(&officer, &comment, false).await;
    let none = "comment WHERE id = ?1 AND answered_by IS NULL AND answered_at IS NULL";
    assert_eq!(server.rows(none, comment.id.as_str()), 1);
}
