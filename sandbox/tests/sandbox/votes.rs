//! Agreeing and disagreeing.

use axum::http::StatusCode;
use muloqot_domain::{
    Comment, CommentAction, CommentContext, CommentState, CommentVote, Consultation, Page,
};
use serde_json::{Value, json};

use crate::client::{Answer, Browser, Server, fresh_key, reply_to, words};

const AGREE: CommentVote = CommentVote::Agree;
const DISAGREE: CommentVote = CommentVote::Disagree;

async fn vote(browser: &Browser<'_>, comment: &Comment, vote: Option<CommentVote>) -> Answer {
    let path = format!("/comments/{}/vote", comment.id);
    let key = fresh_key();
    match vote {
        Some(vote) => browser.write("PUT", &path, Some(&key), &json!({ "vote": vote })).await,
        None => browser.write("DELETE", &path, Some(&key), &Value::Null).await,
    }
}

fn numbers(comment: &Comment) -> (u64, u64, Option<CommentVote>) {
    (comment.counts.agree, comment.counts.disagree, comment.reader_vote)
}

#[tokio::test]
async fn a_person_has_one_vote_and_may_change_it_and_take_it_back() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let voter = server.signed_in("rustam").await;
    for (given, expected) in [
        (Some(AGREE), (1, 0, Some(AGREE))),
        (Some(AGREE), (1, 0, Some(AGREE))),
        (Some(DISAGREE), (0, 1, Some(DISAGREE))),
        (None, (0, 0, None)),
        (None, (0, 0, None)),
        (Some(AGREE), (1, 0, Some(AGREE))),
    ] {
        let answer = vote(&voter, &comment, given).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        assert_eq!(numbers(&answer.json()), expected);
    }
    let other = server.signed_in("berdaq").await;
    assert_eq!(numbers(&vote(&other, &comment, Some(AGREE)).await.json()), (2, 0, Some(AGREE)));
}

#[tokio::test]
async fn a_vote_is_told_to_its_voter_alone_wherever_the_comment_is_read() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let top = author.comment(&consultation, &words("More trees")).await;
    let reply = author.comment(&consultation, &reply_to(&top, "And water")).await;
    let voter = server.signed_in("rustam").await;
    vote(&voter, &top, Some(AGREE)).await;
    vote(&voter, &reply, Some(DISAGREE)).await;

    let visitor = server.visitor();
    for (reader, on_top, on_reply) in [
        (&voter, (1, 0, Some(AGREE)), (0, 1, Some(DISAGREE))),
        (&author, (1, 0, None), (0, 1, None)),
        (&visitor, (1, 0, None), (0, 1, None)),
    ] {
        let one: Comment = reader.read(&format!("/comments/{}", top.id)).await;
        assert_eq!(numbers(&one), on_top);
        let path = format!("/consultations/{}/comments?sort=newest&limit=100", consultation.id);
        let list: Page<Comment> = reader.read(&path).await;
        let listed = list.items.iter().find(|comment| comment.id == top.id).unwrap();
        assert_eq!(numbers(listed), on_top);
        let below: Page<Comment> = reader.read(&format!("/comments/{}/replies", top.id)).await;
        assert_eq!(numbers(&below.items[0]), on_reply);
        let context: CommentContext = reader.read(&format!("/comments/{}/context", reply.id)).await;
        assert_eq!(numbers(&context.comment), on_reply);
        assert_eq!(numbers(&context.ancestors[0]), on_top);
    }
}

#[tokio::test]
async fn who_may_not_vote_is_told_why_and_is_not_offered_it() {
    let server = Server::new();
    let mut own = server.visitor();
    own.sign_in("dilnoza").await;
    let officer = server.signed_in("otabek").await;
    let all: Vec<Consultation> = officer.read_all("/consultations?status=open&limit=100").await;
    let consultation = all.iter().find(|one| one.agency.id.as_str() == "ecology").unwrap();
    let comment = own.comment(consultation, &words("More trees")).await;
    let path = format!("/comments/{}", comment.id);
    for (reader, offered, problem) in [
        (&own, false, (403, "not-allowed")),
        (&officer, false, (403, "not-allowed")),
        (&server.visitor(), true, (401, "not-signed-in")),
    ] {
        let seen: Comment = reader.read(&path).await;
        assert_eq!(seen.can.contains(&CommentAction::Vote), offered);
        let answer = vote(reader, &comment, Some(AGREE)).await;
        assert_eq!(answer.problem(), (problem.0, problem.1.to_owned()));
    }

    let voter = server.signed_in("rustam").await;
    assert_eq!(vote(&voter, &comment, Some(AGREE)).await.status, StatusCode::OK);
    server.clock.set(consultation.closes_at);
    let late = vote(&voter, &comment, None).await;
    assert_eq!(late.problem(), (409, "closed".into()));
    let seen: Comment = voter.read(&path).await;
    assert_eq!(numbers(&seen), (1, 0, Some(AGREE)), "the vote stays");
    assert!(!seen.can.contains(&CommentAction::Vote));
}

#[tokio::test]
async fn what_cannot_be_read_is_not_voted_on() {
    let server = Server::new();
    let voter = server.signed_in("rustam").await;
    let all: Vec<Consultation> = voter.read_all("/consultations?status=open&limit=100").await;
    let (mut gone, mut held) = (0, 0);
    for consultation in &all {
        let path = format!("/consultations/{}/comments?limit=100", consultation.id);
        for comment in voter.read_all::<Comment>(&path).await {
            let problem = match comment.state {
                CommentState::Removed | CommentState::Withdrawn => (410, "gone".to_owned()),
                CommentState::Held => (409, "conflict".to_owned()),
                _ => continue,
            };
            gone += usize::from(problem.0 == 410);
            held += usize::from(problem.0 == 409);
            assert_eq!(vote(&voter, &comment, Some(AGREE)).await.problem(), problem);
            assert!(comment.can.is_empty());
        }
    }
    assert!(gone > 0 && held > 0);
    let none = voter
        .write("PUT", "/comments/none/vote", Some(&fresh_key()), &json!({ "vote": "agree" }))
        .await;
    assert_eq!(none.problem(), (404, "not-found".into()));
}

#[tokio::test]
async fn a_vote_is_one_of_two() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let voter = server.signed_in("rustam").await;
    let path = format!("/comments/{}/vote", comment.id);
    for (body, field) in [
        (json!({}), "/vote empty"),
        (json!({ "vote": null }), "/vote empty"),
        (json!({ "vote": "other" }), "/vote unknown_value"),
        (json!({ "vote": 1 }), "/vote unknown_value"),
        (json!([]), " unknown_value"),
    ] {
        let answer = voter.write("PUT", &path, Some(&fresh_key()), &body).await;
        assert_eq!(answer.refused_fields(), [field], "{body}");
    }
    let unkeyed = voter.write("PUT", &path, None, &json!({ "vote": "agree" })).await;
    assert_eq!(unkeyed.refused_fields(), ["Idempotency-Key empty"]);
    let seen: Comment = voter.read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(numbers(&seen), (0, 0, None));
}

#[tokio::test]
async fn who_votes_too_much_is_told_so_and_a_repeat_costs_nothing() {
    let server = Server::with_options(|options| options.comments_per_minute = 1);
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let comment = author.comment(&consultation, &words("More trees")).await;
    let voter = server.signed_in("rustam").await;
    let (path, key) = (format!("/comments/{}/vote", comment.id), fresh_key());
    for _ in 0..5 {
        let answer = voter.write("PUT", &path, Some(&key), &json!({ "vote": "agree" })).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    assert_eq!(vote(&voter, &comment, None).await.status, StatusCode::OK);
    assert_eq!(vote(&voter, &comment, Some(DISAGREE)).await.status, StatusCode::OK);
    let answer = vote(&voter, &comment, None).await;
    assert_eq!(answer.problem(), (429, "rate-limited".into()));
    assert_eq!(answer.header("retry-after"), "20");
}
