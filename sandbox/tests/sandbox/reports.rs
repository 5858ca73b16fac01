//! Reporting comments.

use axum::http::StatusCode;
use muloqot_domain::{
    Comment, CommentAction, Consultation, NOTE_GRAPHEMES_MAX, Page, Report, ReportReason,
    ReviewState,
};
use serde_json::{Value, json};

use crate::client::{Answer, Browser, Server, fresh_key, words};

/// The open consultation of the agency that `otabek` speaks for.
pub async fn ecology(browser: &Browser<'_>) -> Consultation {
    let all: Vec<Consultation> = browser.read_all("/consultations?status=open&limit=100").await;
    all.into_iter().find(|one| one.agency.id.as_str() == "ecology").unwrap()
}

pub async fn report(browser: &Browser<'_>, comment: &Comment, body: &Value) -> Answer {
    let path = format!("/comments/{}/reports", comment.id);
    browser.write("POST", &path, Some(&fresh_key()), body).await
}

pub fn insult() -> Value {
    json!({ "reason": "insult" })
}

#[tokio::test]
async fn a_person_reports_a_comment_once_and_sees_their_report_alone() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let path = format!("/comments/{}", comment.id);
    let reporter = server.signed_in("rustam").await;
    let before: Comment = reporter.read(&path).await;
    assert!(before.can.contains(&CommentAction::Report));

    let body = json!({ "reason": "insult", "note": "  Twice already \n" });
    let answer = report(&reporter, &comment, &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let made: Report = answer.json();
    assert_eq!((made.reason, made.outcome), (ReportReason::Insult, ReviewState::Open));
    assert_eq!(made.note.as_deref(), Some("Twice already"));
    assert_eq!(made.comment_id, comment.id);

    let again = report(&reporter, &comment, &insult()).await;
    assert_eq!(again.problem(), (409, "conflict".into()));
    let after: Comment = reporter.read(&path).await;
    assert!(!after.can.contains(&CommentAction::Report));
    assert_eq!((after.text, after.state), (before.text, before.state), "it stays as it is");

    let mine: Page<Report> = reporter.read("/reports").await;
    assert_eq!((mine.items, mine.total), (vec![made], 1));
    for other in [&author, &server.visitor()] {
        let none: Page<Report> = other.read("/reports").await;
        assert_eq!((none.items.len(), none.total), (0, 0));
    }
}

#[tokio::test]
async fn who_may_not_report_is_told_why_and_is_not_offered_it() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let officer = server.signed_in("otabek").await;
    let statement = officer.comment(&consultation, &words("There will be more")).await;
    let citizen = server.signed_in("rustam").await;
    for (reader, about, offered, problem) in [
        (&author, &comment, false, (403, "not-allowed")),
        (&officer, &comment, false, (403, "not-allowed")),
        (&citizen, &statement, false, (403, "not-allowed")),
        (&server.visitor(), &comment, true, (401, "not-signed-in")),
    ] {
        let seen: Comment = reader.read(&format!("/comments/{}", about.id)).await;
        assert_eq!(seen.can.contains(&CommentAction::Report), offered);
        let answer = report(reader, about, &insult()).await;
        assert_eq!(answer.problem(), (problem.0, problem.1.to_owned()));
    }
    author.withdraw(&comment).await;
    assert_eq!(report(&citizen, &comment, &insult()).await.problem(), (410, "gone".into()));
    server.clock.set(consultation.closes_at);
    let late = server.signed_in("rustam").await;
    let other: Page<Comment> =
        late.read(&format!("/consultations/{}/comments?sort=newest", consultation.id)).await;
    let others = |it: &&Comment| it.can.contains(&CommentAction::Report);
    let other = other.items.iter().find(others).unwrap();
    let answer = report(&late, other, &insult()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "what stands there does harm after the end too");
}

#[tokio::test]
async fn a_report_says_what_is_wrong() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let reporter = server.signed_in("rustam").await;
    let long = "я".repeat(NOTE_GRAPHEMES_MAX + 1);
    for (body, fields) in [
        (json!({}), vec!["/reason empty"]),
        (json!({ "reason": "other" }), vec!["/reason unknown_value"]),
        (json!({ "reason": "something_else" }), vec!["/note empty"]),
        (json!({ "reason": "something_else", "note": " " }), vec!["/note empty"]),
        (json!({ "reason": "spam", "note": long }), vec!["/note too_long"]),
        (json!({ "reason": "spam", "note": 7 }), vec!["/note unknown_value"]),
        (
            json!({ "reason": 7, "note": "a\u{0}b" }),
            vec!["/reason unknown_value", "/note control_character"],
        ),
        (json!([]), vec![" unknown_value"]),
    ] {
        assert_eq!(report(&reporter, &comment, &body).await.refused_fields(), fields, "{body}");
    }
    let empty: Page<Report> = reporter.read("/reports").await;
    assert_eq!(empty.total, 0);
    let blank = json!({ "reason": "spam", "note": "  " });
    assert_eq!(report(&reporter, &comment, &blank).await.json::<Report>().note, None);
}

#[tokio::test]
async fn officers_of_the_agency_alone_list_its_reports_those_that_wait_first() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let mut comments = Vec::new();
    for text in ["one", "two", "three"] {
        comments.push(author.comment(&consultation, &words(text)).await);
    }
    let reporter = server.signed_in("rustam").await;
    for comment in &comments {
        report(&reporter, comment, &insult()).await;
    }
    let officer = server.signed_in("otabek").await;
    let first = &comments[0];
    let decision = json!({ "decision": "remove", "version": 1, "reason": "insult" });
    let path = format!("/comments/{}/moderation", first.id);
    assert_eq!(officer.write("PUT", &path, Some(&fresh_key()), &decision).await.status, 200);

    let list = format!("/consultations/{}/reports", consultation.id);
    let all: Vec<Report> = officer.read_all(&format!("{list}?limit=1")).await;
    let told: Vec<_> = all.iter().map(|it| (&it.comment_id, it.outcome)).collect();
    let expected = [
        (&comments[1].id, ReviewState::Open),
        (&comments[2].id, ReviewState::Open),
        (&comments[0].id, ReviewState::Upheld),
    ];
    assert_eq!(told, expected);
    let mine: Vec<Report> = reporter.read_all("/reports?limit=2").await;
    let told: Vec<_> = mine.iter().map(|it| (&it.comment_id, it.outcome)).collect();
    assert_eq!(told, [expected[1], expected[0], expected[2]], "the newest first");

    let other_agency = server.signed_in("shahnoza").await;
    for (reader, problem) in [
        (&reporter, (403, "not-allowed")),
        (&other_agency, (403, "not-allowed")),
        (&server.visitor(), (401, "not-signed-in")),
    ] {
        for path in [&list, &path] {
            assert_eq!(reader.get(path).await.problem(), (problem.0, problem.1.to_owned()));
        }
    }
}

#[tokio::test]
async fn a_list_of_reports_has_a_new_tag_once_something_was_decided() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    let reporter = server.signed_in("rustam").await;
    report(&reporter, &comment, &insult()).await;
    let tag = reporter.get("/reports").await.header("etag").to_owned();
    let known = [("if-none-match", tag.as_str())];
    assert_eq!(reporter.get_with("/reports", &known).await.status, StatusCode::NOT_MODIFIED);
    author.withdraw(&comment).await;
    let answer = reporter.get_with("/reports", &known).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json::<Page<Report>>().items[0].outcome, ReviewState::Moot);
}

#[tokio::test]
async fn who_reports_too_much_is_told_so_and_a_repeat_costs_nothing() {
    let server = Server::with_options(|options| options.comments_per_minute = 2);
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let first = author.comment(&consultation, &words("one")).await;
    let second = author.comment(&consultation, &words("two")).await;
    let others = server.signed_in("berdaq").await;
    let third = others.comment(&consultation, &words("three")).await;
    let reporter = server.signed_in("rustam").await;
    let (path, key) = (format!("/comments/{}/reports", first.id), fresh_key());
    for _ in 0..3 {
        let answer = reporter.write("POST", &path, Some(&key), &insult()).await;
        assert_eq!(answer.status, StatusCode::CREATED);
    }
    assert_eq!(report(&reporter, &second, &insult()).await.status, StatusCode::CREATED);
    let answer = report(&reporter, &third, &insult()).await;
    assert_eq!(answer.problem(), (429, "rate-limited".into()));
    assert_eq!(answer.header("retry-after"), "30");
}
