//! Writing, changing and taking back.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muloqot_domain::{
    COMMENT_GRAPHEMES_MAX, Comment, CommentAction, CommentState, Consultation, EDIT_WINDOW_SECONDS,
    Page, Problem, Timestamp,
};
use serde_json::{Value, json};

use crate::client::{BASE, Server, fresh_key, reply_to, words};

#[tokio::test]
async fn a_comment_is_kept_as_its_author_wrote_it() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let text = "Oʻquvchilar 👩‍👩‍👧 uchun\n\nва ўқитувчилар";
    let answer = writer.post(&consultation, &words(&format!("  {text}\n"))).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let comment: Comment = answer.json();
    assert_eq!(answer.header("location"), format!("{BASE}/comments/{}", comment.id));
    assert_eq!(comment.text.as_deref(), Some(text));
    assert_eq!(comment.can, [CommentAction::Reply, CommentAction::Edit, CommentAction::Withdraw]);
    assert_eq!(comment.editable_until, Some(Timestamp(server.clock.now().0 + EDIT_WINDOW_SECONDS)));
    assert!(comment.author.is_reader && comment.author.name.is_some());

    let seen: Comment = server.visitor().read(&format!("/comments/{}", comment.id)).await;
    assert_eq!((seen.text, seen.editable_until), (comment.text, None));
    assert_eq!(seen.can, [CommentAction::Reply, CommentAction::Vote, CommentAction::Report]);
    assert!(!seen.author.is_reader);
}

#[tokio::test]
async fn counts_follow_what_is_written() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let path = format!("/consultations/{}", consultation.id);
    let writer = server.signed_in("berdaq").await;
    let before: Consultation = writer.read(&path).await;
    let comment = writer.comment(&consultation, &words("one more")).await;
    let after: Consultation = writer.read(&path).await;
    assert_eq!(after.counts.comments, before.counts.comments + 1);
    assert_eq!(after.counts.by_stance.in_favour, before.counts.by_stance.in_favour + 1);
    writer.edit(&comment, "against it").await;
    let changed: Consultation = writer.read(&path).await;
    assert_eq!(changed.counts.by_stance.in_favour, before.counts.by_stance.in_favour);
    assert_eq!(changed.counts.by_stance.against, before.counts.by_stance.against + 1);
    writer.withdraw(&comment).await;
    let gone: Consultation = writer.read(&path).await;
    assert_eq!(gone.counts, before.counts);
}

#[tokio::test]
async fn every_field_that_cannot_be_accepted_is_told_at_once() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let long = "я".repeat(COMMENT_GRAPHEMES_MAX + 7);
    let heavy = format!("a{}", "\u{301}".repeat(10_000));
    for (body, fields) in [
        (json!({}), vec!["/stance empty", "/text empty", "/language empty"]),
        (words(" \n"), vec!["/text empty"]),
        (words(&long), vec!["/text too_long"]),
        (words(&heavy), vec!["/text too_heavy"]),
        (words("a\u{0}b"), vec!["/text control_character"]),
        (
            json!({ "stance": "maybe", "text": 1, "language": "not a tag" }),
            vec!["/stance unknown_value", "/text unknown_value", "/language unknown_value"],
        ),
        (
            json!({ "stance": "other", "text": "x", "language": "en" }),
            vec!["/stance unknown_value"],
        ),
        (
            json!({ "stance": "for", "text": "x", "language": "en", "parent_id": 5 }),
            vec!["/parent_id unknown_value"],
        ),
        (
            json!({ "stance": "for", "text": "x", "language": "en", "parent_id": "none" }),
            vec!["/parent_id no_such"],
        ),
        (json!([1]), vec![" unknown_value"]),
    ] {
        let answer = writer.post(&consultation, &body).await;
        assert_eq!(answer.problem(), (422, "validation".into()));
        assert_eq!(answer.refused_fields(), fields);
    }
    let problem: Problem = writer.post(&consultation, &words(&long)).await.json();
    assert_eq!(problem.errors[0].params.get("max"), Some(COMMENT_GRAPHEMES_MAX as i64));
    assert_eq!(problem.errors[0].params.get("over"), Some(7));
}

#[tokio::test]
async fn a_body_that_is_no_json_is_a_problem_too() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let send = async |kind: &str, body: String| {
        let path = format!("{BASE}/consultations/{}/comments", consultation.id);
        let request = Request::post(path)
            .header("cookie", writer.cookie.as_deref().unwrap())
            .header("x-csrf-token", writer.csrf.as_deref().unwrap())
            .header("idempotency-key", fresh_key())
            .header("content-type", kind);
        server.ask(request.body(Body::from(body)).unwrap()).await.problem()
    };
    let json = "application/json";
    assert_eq!(send(json, "{".into()).await, (422, "validation".into()));
    assert_eq!(send(json, String::new()).await, (422, "validation".into()));
    assert_eq!(send("text/plain", words("x").to_string()).await, (415, "validation".into()));
    let large = words(&"x".repeat(70_000)).to_string();
    assert_eq!(send(json, large).await, (413, "validation".into()));
}

#[tokio::test]
async fn nobody_writes_before_it_opens_or_after_it_closes() {
    let server = Server::new();
    let writer = server.signed_in("dilnoza").await;
    for status in ["announced", "under_review", "answered"] {
        let consultation = server.consultation(status).await;
        let answer = writer.post(&consultation, &words("too early or too late")).await;
        assert_eq!(answer.problem(), (409, "closed".into()), "{status}");
    }
    let open = server.consultation("open").await;
    server.clock.set(Timestamp(open.closes_at.0 - 1));
    let writer = server.signed_in("dilnoza").await;
    let comment = writer.comment(&open, &words("in the last second")).await;
    server.clock.set(open.closes_at);
    assert_eq!(writer.post(&open, &words("a second late")).await.problem().1, "closed");
    assert_eq!(writer.withdraw(&comment).await.problem().1, "closed");
    assert_eq!(writer.edit(&comment, "a slip of the pen").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_officer_writes_in_the_agencys_name_under_its_own_consultations() {
    let server = Server::new();
    let officer = server.signed_in("otabek").await;
    let all: Vec<Consultation> = officer.read_all("/consultations?status=open&limit=100").await;
    let (own, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.agency.id.as_str() == "ecology");
    let comment = officer.comment(&own[0], &words("Thank you, we read this.")).await;
    assert_eq!(comment.author.agency_id, Some(own[0].agency.id.clone()));
    let answer = officer.post(&others[0], &words("not ours")).await;
    assert_eq!(answer.problem(), (403, "not-allowed".into()));
}

#[tokio::test]
async fn an_author_changes_a_comment_for_a_quarter_of_an_hour() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let comment = writer.comment(&consultation, &words("befor")).await;
    server.clock.set(Timestamp(comment.created_at.0 + EDIT_WINDOW_SECONDS - 1));
    let edited: Comment = writer.edit(&comment, " before ").await.json();
    assert_eq!(edited.text.as_deref(), Some("before"));
    assert_eq!(edited.edited_at, Some(server.clock.now()));
    assert_eq!(edited.created_at, comment.created_at);
    assert_eq!(writer.edit(&comment, "").await.refused_fields(), ["/text empty"]);

    server.clock.set(Timestamp(comment.created_at.0 + EDIT_WINDOW_SECONDS));
    assert_eq!(writer.edit(&comment, "after").await.problem(), (403, "not-allowed".into()));
    let late: Comment = writer.read(&format!("/comments/{}", comment.id)).await;
    assert_eq!((late.text, late.editable_until), (edited.text, None));
    assert_eq!(late.can, [CommentAction::Reply, CommentAction::Withdraw]);
}

#[tokio::test]
async fn nobody_changes_or_takes_back_what_somebody_else_wrote() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let comment = author.comment(&consultation, &words("mine")).await;
    let other = server.signed_in("rustam").await;
    assert_eq!(other.edit(&comment, "yours").await.problem(), (403, "not-allowed".into()));
    assert_eq!(other.withdraw(&comment).await.problem(), (403, "not-allowed".into()));
}

#[tokio::test]
async fn a_withdrawn_comment_keeps_its_replies_in_place() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let top = author.comment(&consultation, &words("I should not have said this")).await;
    author.edit(&top, "nor this").await;
    let other = server.signed_in("rustam").await;
    let reply = other.comment(&consultation, &reply_to(&top, "a reply")).await;

    let answer = author.withdraw(&top).await;
    assert_eq!(answer.status, StatusCode::OK);
    let left: Comment = answer.json();
    assert_eq!((left.state, left.text.clone()), (CommentState::Withdrawn, None));
    assert_eq!((left.counts.replies, left.can.clone()), (1, vec![]));
    assert_eq!(author.withdraw(&top).await.json::<Comment>(), left);

    let below: Page<Comment> = other.read(&format!("/comments/{}/replies", top.id)).await;
    assert_eq!(below.items[0].id, reply.id);
    let more = other.comment(&consultation, &reply_to(&reply, "further down")).await;
    assert_eq!(more.depth, 2);
    let gone = other.post(&consultation, &reply_to(&top, "to the tombstone")).await;
    assert_eq!(gone.problem(), (410, "gone".into()));
    assert_eq!(author.edit(&top, "back again").await.problem(), (403, "not-allowed".into()));
}

#[tokio::test]
async fn a_reply_stays_in_the_consultation_of_what_it_replies_to() {
    let server = Server::new();
    let writer = server.signed_in("dilnoza").await;
    let all: Vec<Consultation> = writer.read_all("/consultations?status=open&limit=100").await;
    let comment = writer.comment(&all[0], &words("here")).await;
    let answer = writer.post(&all[1], &reply_to(&comment, "there")).await;
    assert_eq!(answer.refused_fields(), ["/parent_id no_such"]);
}

#[tokio::test]
async fn a_removed_comment_is_neither_replied_to_nor_taken_back() {
    let server = Server::new();
    let visitor = server.visitor();
    let all: Vec<Consultation> = visitor.read_all("/consultations?status=open&limit=100").await;
    let writer = server.signed_in("dilnoza").await;
    let (mut removed, mut held) = (0, 0);
    for consultation in &all {
        let path = format!("/consultations/{}/comments?limit=100", consultation.id);
        for comment in visitor.read_all::<Comment>(&path).await {
            let problem = match comment.state {
                CommentState::Removed => (410, "gone".to_owned()),
                CommentState::Held => (409, "conflict".to_owned()),
                _ => continue,
            };
            removed += usize::from(comment.state == CommentState::Removed);
            held += usize::from(comment.state == CommentState::Held);
            let answer = writer.post(consultation, &reply_to(&comment, "but")).await;
            assert_eq!(answer.problem(), problem);
        }
    }
    assert!(removed > 0 && held > 0);
}

#[tokio::test]
async fn who_writes_too_much_is_told_how_long_to_wait() {
    let server = Server::with_options(|options| options.comments_per_minute = 2);
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    writer.comment(&consultation, &words("one")).await;
    let key = fresh_key();
    let path = format!("/consultations/{}/comments", consultation.id);
    let second = writer.write("POST", &path, Some(&key), &words("two")).await;
    assert_eq!(second.status, StatusCode::CREATED);
    let answer = writer.post(&consultation, &words("three")).await;
    assert_eq!(answer.problem(), (429, "rate-limited".into()));
    let wait: u32 = answer.header("retry-after").parse().unwrap();
    assert!((1..=30).contains(&wait), "{wait}");
    let again = writer.write("POST", &path, Some(&key), &words("two")).await;
    assert_eq!(again.status, StatusCode::CREATED, "a repeat costs nothing");
    let other = server.signed_in("rustam").await;
    other.comment(&consultation, &words("somebody else's first")).await;
}

#[tokio::test]
async fn a_write_needs_somebody_a_token_and_a_key_in_that_order() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let mut browser = server.visitor();
    assert_eq!(
        browser.post(&consultation, &Value::Null).await.problem(),
        (401, "not-signed-in".into())
    );
    browser.sign_in("dilnoza").await;
    let token = browser.csrf.take();
    let answer = browser.post(&consultation, &words("x")).await;
    assert_eq!(answer.problem(), (403, "not-allowed".into()));
    assert!(answer.json::<Problem>().detail.unwrap().contains("X-CSRF-Token"));
    browser.csrf = Some("guessed".into());
    assert_eq!(browser.post(&consultation, &words("x")).await.problem().0, 403);
    let other = server.signed_in("dilnoza").await;
    browser.csrf = other.csrf.clone();
    assert_eq!(
        browser.post(&consultation, &words("x")).await.problem().0,
        403,
        "another session's"
    );
    browser.csrf = token;
    let path = format!("/consultations/{}/comments", consultation.id);
    for key in [None, Some("")] {
        let answer = browser.write("POST", &path, key, &words("x")).await;
        assert_eq!(answer.refused_fields(), ["Idempotency-Key empty"]);
    }
    let long = "k".repeat(201);
    let answer = browser.write("POST", &path, Some(&long), &words("x")).await;
    assert_eq!(answer.refused_fields(), ["Idempotency-Key too_long"]);
}
