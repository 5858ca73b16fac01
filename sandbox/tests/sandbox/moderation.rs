//! Holding, removing and restoring comments, and appeals.

use axum::http::StatusCode;
use muloqot_domain::{
    Comment, CommentAction, CommentState, Consultation, Moderation, NOTE_GRAPHEMES_MAX, Page,
    RemovalReason, Report, ReviewState,
};
use serde_json::{Value, json};

use crate::{
    client::{Answer, Browser, Server, fresh_key, reply_to, words},
    reports::{ecology, insult, report},
};

async fn moderation(officer: &Browser<'_>, comment: &Comment) -> Moderation {
    officer.read(&format!("/comments/{}/moderation", comment.id)).await
}

async fn send(officer: &Browser<'_>, comment: &Comment, decision: &Value) -> Answer {
    let path = format!("/comments/{}/moderation", comment.id);
    officer.write("PUT", &path, Some(&fresh_key()), decision).await
}

/// Decides as an officer who has just looked.
pub async fn decide(officer: &Browser<'_>, comment: &Comment, mut decision: Value) -> Answer {
    decision["version"] = json!(moderation(officer, comment).await.version);
    send(officer, comment, &decision).await
}

async fn appeal(author: &Browser<'_>, comment: &Comment, text: &str) -> Answer {
    let path = format!("/comments/{}/appeal", comment.id);
    author.write("POST", &path, Some(&fresh_key()), &json!({ "text": text })).await
}

pub fn remove() -> Value {
    json!({ "decision": "remove", "reason": "off_topic" })
}

pub fn hold() -> Value {
    json!({ "decision": "hold" })
}

pub fn restore() -> Value {
    json!({ "decision": "restore" })
}

async fn outcome(reporter: &Browser<'_>) -> ReviewState {
    reporter.read::<Page<Report>>("/reports").await.items[0].outcome
}

#[tokio::test]
async fn an_officer_removes_a_reported_comment_and_restores_it() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("Buy my trees")).await;
    let path = format!("/comments/{}", comment.id);
    let reporter = server.signed_in("rustam").await;
    report(&reporter, &comment, &json!({ "reason": "spam", "note": "Everywhere" })).await;
    let officer = server.signed_in("otabek").await;
    let seen = moderation(&officer, &comment).await;
    assert_eq!(seen.reports[0].note.as_deref(), Some("Everywhere"));
    let moderates = [CommentAction::Hold, CommentAction::Remove, CommentAction::Restore];
    assert!(moderates.iter().all(|action| seen.comment.can.contains(action)));

    let before: Consultation = officer.read(&format!("/consultations/{}", consultation.id)).await;
    let mut decision = json!({ "decision": "remove", "reason": "spam", "note": " Not here " });
    let answer = decide(&officer, &comment, decision.take()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let removed: Comment = answer.json();
    assert_eq!(
        (removed.state, removed.removal_reason),
        (CommentState::Removed, Some(RemovalReason::Spam))
    );
    assert_eq!(removed.text, comment.text, "who moderates reads on what was said");
    assert_eq!(removed.can, [CommentAction::Restore]);
    assert_eq!(outcome(&reporter).await, ReviewState::Upheld);
    let after: Consultation = officer.read(&format!("/consultations/{}", consultation.id)).await;
    assert_eq!(after.counts.comments, before.counts.comments - 1);

    let own: Comment = author.read(&path).await;
    assert_eq!(own.text, comment.text);
    assert_eq!(own.moderation_note.as_deref(), Some("Not here"));
    assert_eq!(own.can, [CommentAction::Appeal]);
    for other in [&reporter, &server.visitor()] {
        let gone: Comment = other.read(&path).await;
        assert_eq!((gone.text, gone.moderation_note), (None, None));
        assert_eq!(gone.removal_reason, Some(RemovalReason::Spam));
        assert!(gone.can.is_empty());
    }

    let back: Comment = decide(&officer, &comment, restore()).await.json();
    assert_eq!((back.state, back.removal_reason), (CommentState::Visible, None));
    let seen: Comment = reporter.read(&path).await;
    assert_eq!((seen.text, seen.moderation_note), (comment.text, None));
    let restored: Consultation = officer.read(&format!("/consultations/{}", consultation.id)).await;
    assert_eq!(restored.counts, before.counts);
}

#[tokio::test]
async fn a_held_comment_is_read_by_its_author_and_the_agency_and_its_reports_wait() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let path = format!("/comments/{}", comment.id);
    let reporter = server.signed_in("rustam").await;
    report(&reporter, &comment, &insult()).await;
    let officer = server.signed_in("otabek").await;
    let decision = json!({ "decision": "hold", "reason": "insult", "note": "We look at it" });
    let held: Comment = decide(&officer, &comment, decision).await.json();
    assert_eq!(held.can, [CommentAction::Remove, CommentAction::Restore]);
    assert_eq!(outcome(&reporter).await, ReviewState::Open);
    for (reader, reason) in
        [(&author, Some(RemovalReason::Insult)), (&reporter, None), (&server.visitor(), None)]
    {
        let seen: Comment = reader.read(&path).await;
        assert_eq!((seen.state, seen.removal_reason), (CommentState::Held, reason));
        assert_eq!(
            (seen.text.is_some(), seen.moderation_note.is_some()),
            (reason.is_some(), reason.is_some())
        );
    }
    let answer = report(&server.signed_in("berdaq").await, &comment, &insult()).await;
    assert_eq!(answer.problem(), (409, "conflict".into()));
    assert_eq!(decide(&officer, &comment, restore()).await.status, StatusCode::OK);
    assert_eq!(outcome(&reporter).await, ReviewState::Dismissed);
}

#[tokio::test]
async fn a_report_is_dismissed_by_leaving_the_comment_as_it_is() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let officer = server.signed_in("otabek").await;
    let idle = decide(&officer, &comment, restore()).await;
    assert_eq!(idle.problem(), (409, "conflict".into()), "nothing waits for it");
    let reporter = server.signed_in("rustam").await;
    report(&reporter, &comment, &insult()).await;
    let seen: Comment = decide(&officer, &comment, restore()).await.json();
    assert_eq!(seen.state, CommentState::Visible);
    assert!(!seen.can.contains(&CommentAction::Restore));
    assert_eq!(outcome(&reporter).await, ReviewState::Dismissed);
}

#[tokio::test]
async fn of_two_officers_at_once_the_second_looks_again() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let (first, second) = (server.signed_in("otabek").await, server.signed_in("otabek").await);
    let seen = moderation(&second, &comment).await.version;
    assert_eq!(decide(&first, &comment, hold()).await.status, StatusCode::OK);
    let late = json!({ "decision": "remove", "reason": "insult", "version": seen });
    assert_eq!(send(&second, &comment, &late).await.problem(), (409, "conflict".into()));
    let now = moderation(&second, &comment).await;
    assert_eq!(now.comment.state, CommentState::Held, "what the first decided stands");
    let again = json!({ "decision": "remove", "reason": "insult", "version": now.version });
    assert_eq!(send(&second, &comment, &again).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whatever_came_since_an_officer_looked_is_not_decided_unseen() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let officer = server.signed_in("otabek").await;
    let reporter = server.signed_in("rustam").await;
    let mut decision = remove();
    decision["version"] = json!(moderation(&officer, &comment).await.version);
    author.edit(&comment, "Dear friend").await;
    assert_eq!(send(&officer, &comment, &decision).await.problem().1, "conflict");
    decision["version"] = json!(moderation(&officer, &comment).await.version);
    report(&reporter, &comment, &insult()).await;
    assert_eq!(send(&officer, &comment, &decision).await.problem().1, "conflict");
    assert_eq!(outcome(&reporter).await, ReviewState::Open);
}

#[tokio::test]
async fn a_decision_that_is_sent_again_answers_the_same() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let officer = server.signed_in("otabek").await;
    let path = format!("/comments/{}/moderation", comment.id);
    let decision = json!({ "decision": "remove", "reason": "insult", "version": 0 });
    let key = fresh_key();
    let first = officer.write("PUT", &path, Some(&key), &decision).await;
    let second = officer.write("PUT", &path, Some(&key), &decision).await;
    assert_eq!((first.status, second.status), (StatusCode::OK, StatusCode::OK));
    assert_eq!(first.body, second.body);
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(moderation(&officer, &comment).await.version, 1);
}

#[tokio::test]
async fn only_officers_of_the_agency_decide_and_never_about_what_an_agency_said() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let officer = server.signed_in("otabek").await;
    let statement = officer.comment(&consultation, &words("There will be more")).await;
    let mut decision = remove();
    decision["version"] = json!(0);
    let others = server.signed_in("shahnoza").await;
    for (reader, about, problem) in [
        (&author, &comment, (403, "not-allowed")),
        (&others, &comment, (403, "not-allowed")),
        (&officer, &statement, (403, "not-allowed")),
        (&server.visitor(), &comment, (401, "not-signed-in")),
    ] {
        let answer = send(reader, about, &decision).await;
        assert_eq!(answer.problem(), (problem.0, problem.1.to_owned()));
        let seen: Comment = reader.read(&format!("/comments/{}", about.id)).await;
        assert!(!seen.can.contains(&CommentAction::Remove));
    }
    author.withdraw(&comment).await;
    assert_eq!(send(&officer, &comment, &decision).await.problem(), (410, "gone".into()));
}

#[tokio::test]
async fn a_decision_says_what_and_why() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let officer = server.signed_in("otabek").await;
    let long = "я".repeat(NOTE_GRAPHEMES_MAX + 1);
    for (body, fields) in [
        (json!({}), vec!["/decision empty", "/version empty"]),
        (
            json!({ "decision": "burn", "version": -1 }),
            vec!["/decision unknown_value", "/version unknown_value"],
        ),
        (json!({ "decision": "remove", "version": 0 }), vec!["/reason empty"]),
        (
            json!({ "decision": "remove", "version": 0, "reason": "something_else" }),
            vec!["/reason unknown_value"],
        ),
        (json!({ "decision": "hold", "version": 0, "note": long }), vec!["/note too_long"]),
    ] {
        assert_eq!(send(&officer, &comment, &body).await.refused_fields(), fields, "{body}");
    }
}

#[tokio::test]
async fn an_author_appeals_once_and_the_agency_answers() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    for (answer, state, outcome) in [
        (restore(), CommentState::Visible, ReviewState::Upheld),
        (remove(), CommentState::Removed, ReviewState::Dismissed),
    ] {
        let comment = author.comment(&consultation, &words("More trees")).await;
        assert_eq!(appeal(&author, &comment, "Why").await.problem(), (409, "conflict".into()));
        decide(&officer, &comment, remove()).await;
        for (text, field) in [(" ", "/text empty"), ("a\u{0}", "/text control_character")] {
            assert_eq!(appeal(&author, &comment, text).await.refused_fields(), [field]);
        }
        let made = appeal(&author, &comment, " It is about trees ").await;
        assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
        let own: Comment = made.json();
        assert_eq!((own.appeal, own.can.as_slice()), (Some(ReviewState::Open), &[][..]));
        let again = appeal(&author, &comment, "Please").await;
        assert_eq!(again.problem(), (409, "conflict".into()));
        let seen = moderation(&officer, &comment).await;
        assert_eq!(seen.appeal.unwrap().text, "It is about trees");
        assert_eq!(seen.comment.can, [CommentAction::Remove, CommentAction::Restore]);

        assert_eq!(decide(&officer, &comment, answer).await.status, StatusCode::OK);
        let own: Comment = author.read(&format!("/comments/{}", comment.id)).await;
        assert_eq!((own.state, own.appeal), (state, Some(outcome)));
        let other: Comment = server.visitor().read(&format!("/comments/{}", comment.id)).await;
        assert_eq!(other.appeal, None, "it is told to its author and the agency alone");
    }
}

#[tokio::test]
async fn an_appeal_against_holding_is_answered_by_holding_on() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    decide(&officer, &comment, hold()).await;
    let stranger = server.signed_in("rustam").await;
    assert_eq!(
        appeal(&stranger, &comment, "Let them").await.problem(),
        (403, "not-allowed".into())
    );
    appeal(&author, &comment, "It is about trees").await;
    let held: Comment = decide(&officer, &comment, hold()).await.json();
    assert_eq!((held.state, held.appeal), (CommentState::Held, Some(ReviewState::Dismissed)));
    author.withdraw(&comment).await;
    assert_eq!(appeal(&author, &comment, "No, wait").await.problem(), (410, "gone".into()));
}

#[tokio::test]
async fn what_is_removed_while_somebody_replies_is_not_replied_to() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    let top = author.comment(&consultation, &words("You fool")).await;
    let other = server.signed_in("rustam").await;
    let reply = other.comment(&consultation, &reply_to(&top, "Calm down")).await;
    decide(&officer, &top, hold()).await;
    assert_eq!(other.post(&consultation, &reply_to(&top, "And")).await.problem().1, "conflict");
    decide(&officer, &top, remove()).await;
    assert_eq!(other.post(&consultation, &reply_to(&top, "And")).await.problem().1, "gone");
    let own = author.post(&consultation, &reply_to(&top, "But I")).await;
    assert_eq!(own.problem().1, "gone", "not by its author either, who can still read it");
    let below: Page<Comment> = other.read(&format!("/comments/{}/replies", top.id)).await;
    assert_eq!(below.items[0].id, reply.id);
}

#[tokio::test]
async fn an_author_finds_their_removed_comments_among_their_own() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    let comment = author.comment(&consultation, &words("Buy zelkovas")).await;
    decide(&officer, &comment, remove()).await;
    let list = format!("/consultations/{}/comments?q=zelkovas", consultation.id);
    for (reader, found) in [(&author, 1), (&server.visitor(), 0)] {
        assert_eq!(reader.read::<Page<Comment>>(&list).await.total, found);
    }
}
