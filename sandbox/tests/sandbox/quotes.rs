//! Replies that quote what they reply to.

use muloqot_domain::Comment;
use serde_json::{Value, json};

use crate::{
    client::{Server, reply_to, words},
    moderation::{decide, hold, remove, restore},
    reports::ecology,
};

fn quoting(parent: &Comment, quoted: &str) -> Value {
    let mut body = reply_to(parent, "Just so");
    body["quote"] = json!({ "text": quoted });
    body
}

#[tokio::test]
async fn a_reply_quotes_words_as_they_stand_in_what_it_replies_to() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent =
        author.comment(&consultation, &words("Coal smokes.\n\nWe  cough <b>a lot</b>.")).await;
    let other = server.signed_in("rustam").await;
    let reply = other.comment(&consultation, &quoting(&parent, "smokes. We cough <b>")).await;
    let quote = reply.quote.unwrap();
    assert_eq!(quote.text, "smokes.\n\nWe  cough <b>");
    assert_eq!(
        (quote.author.name, quote.language),
        (parent.author.name.clone(), parent.language.clone())
    );
    assert!(!quote.since_edited && !quote.author.is_reader);

    let seen: Comment = author.read(&format!("/comments/{}", reply.id)).await;
    assert!(seen.quote.unwrap().author.is_reader);
}

#[tokio::test]
async fn what_is_not_said_there_is_not_quoted() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("Coal smokes.")).await;
    let long = author.comment(&consultation, &words(&"я".repeat(600))).await;
    let mut without_parent = words("Just so");
    without_parent["quote"] = json!({ "text": "Coal" });
    let mut nothing = reply_to(&parent, "Just so");
    nothing["quote"] = json!({});
    for (body, fields) in [
        (quoting(&parent, "Coal stinks."), vec!["/quote/text no_such"]),
        (quoting(&parent, " "), vec!["/quote/text empty"]),
        (quoting(&long, &"я".repeat(501)), vec!["/quote/text too_long"]),
        (without_parent, vec!["/quote no_such"]),
        (nothing, vec!["/quote/text empty"]),
    ] {
        let answer = author.post(&consultation, &body).await;
        assert_eq!(answer.problem(), (422, "validation".into()));
        assert_eq!(answer.refused_fields(), fields);
    }
}

#[tokio::test]
async fn a_quotation_stays_when_the_words_are_changed_and_says_so() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("Coal smokes. We cough.")).await;
    let kept = author.comment(&consultation, &quoting(&parent, "We cough.")).await;
    let changed = author.comment(&consultation, &quoting(&parent, "Coal smokes.")).await;
    author.edit(&parent, "Gas does not smoke. We cough.").await;
    for (reply, said, since_edited) in [(kept, "We cough.", false), (changed, "Coal smokes.", true)]
    {
        let seen: Comment = author.read(&format!("/comments/{}", reply.id)).await;
        let quote = seen.quote.unwrap();
        assert_eq!((quote.text.as_str(), quote.since_edited), (said, since_edited));
    }
    let answer = author.post(&consultation, &quoting(&parent, "Coal smokes.")).await;
    assert_eq!(answer.refused_fields(), ["/quote/text no_such"]);
}

#[tokio::test]
async fn what_is_taken_away_or_back_is_not_quoted_anywhere() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("You fool. Listen.")).await;
    let other = server.signed_in("rustam").await;
    let reply = other.comment(&consultation, &quoting(&parent, "You fool.")).await;
    let officer = server.signed_in("otabek").await;
    let path = format!("/comments/{}", reply.id);
    let quoted = async || {
        let alone: Comment = other.read(&path).await;
        let thread =
            other.read_all::<Comment>(&format!("/comments/{}/replies?limit=50", parent.id)).await;
        assert_eq!(thread[0].quote, alone.quote);
        alone.quote.map(|quote| quote.text)
    };
    for (decision, is_quoted) in
        [(hold(), false), (restore(), true), (remove(), false), (restore(), true)]
    {
        decide(&officer, &parent, decision).await;
        assert_eq!(quoted().await.is_some(), is_quoted);
    }
    const KEPT: &str = "comment_quote WHERE comment_id = ?1";
    assert_eq!(server.rows(KEPT, reply.id.as_str()), 1);
    author.withdraw(&parent).await;
    assert_eq!(quoted().await, None);
    assert_eq!(server.rows(KEPT, reply.id.as_str()), 0);
}

#[tokio::test]
async fn a_reply_that_cannot_be_read_shows_no_quotation() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("Coal smokes.")).await;
    let reply = author.comment(&consultation, &quoting(&parent, "Coal")).await;
    let officer = server.signed_in("otabek").await;
    decide(&officer, &reply, hold()).await;
    let path = format!("/comments/{}", reply.id);
    assert_eq!(server.visitor().read::<Comment>(&path).await.quote, None);
    assert!(author.read::<Comment>(&path).await.quote.is_some());
}

#[tokio::test]
async fn words_that_were_held_are_not_quoted_when_others_are_restored() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("You fool. Listen.")).await;
    let insult = author.comment(&consultation, &quoting(&parent, "You fool.")).await;
    let rest = author.comment(&consultation, &quoting(&parent, "Listen.")).await;
    let officer = server.signed_in("otabek").await;
    decide(&officer, &parent, hold()).await;
    author.edit(&parent, "Dear friend. Listen.").await;
    decide(&officer, &parent, restore()).await;
    let visitor = server.visitor();
    let quote = async |reply: &Comment| {
        visitor.read::<Comment>(&format!("/comments/{}", reply.id)).await.quote
    };
    assert_eq!(quote(&insult).await, None);
    let kept = quote(&rest).await.unwrap();
    assert_eq!((kept.text.as_str(), kept.since_edited), ("Listen.", false));
    author.edit(&parent, "You fool. Listen.").await;
    assert!(quote(&insult).await.is_some(), "it is said again, for everybody to read");
}

#[tokio::test]
async fn who_tries_quotations_too_often_has_to_wait() {
    let server = Server::with_options(|options| options.comments_per_minute = 2);
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let parent = author.comment(&consultation, &words("Coal smokes.")).await;
    let wrong = quoting(&parent, "Coal stinks.");
    assert_eq!(author.post(&consultation, &wrong).await.problem().0, 422);
    assert_eq!(author.post(&consultation, &wrong).await.problem().0, 429);
}
