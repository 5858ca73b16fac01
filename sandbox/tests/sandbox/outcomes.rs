//! What became of a consultation, and whether that settles it.

use axum::http::StatusCode;
use muloqot_domain::{
    Agency, AgencyNumbers, Comment, CommentAction, CommentState, Consultation, ConsultationAction,
    Decision, Outcome, OutcomeAction, Settlement, Status,
};
use serde_json::{Value, json};

use crate::client::{Answer, Browser, Server, fresh_key};

const CLOSED: &str = "kindergarten-queue";
const WITH_OUTCOME: &str = "waste-sorting";

fn path(id: &str) -> String {
    format!("/consultations/{id}/outcome")
}

async fn comments(reader: &Browser<'_>, id: &str) -> Vec<Comment> {
    reader.read_all(&format!("/consultations/{id}/comments?sort=oldest&limit=100")).await
}

async fn by(reader: &Browser<'_>, id: &str, name: &str) -> Comment {
    let all = comments(reader, id).await;
    let is_by = |it: &Comment| it.author.name.as_deref().is_some_and(|it| it.starts_with(name));
    all.into_iter().find(is_by).unwrap()
}

fn outcome(comments: &[&Comment]) -> Value {
    let comments: Vec<&str> = comments.iter().map(|comment| comment.id.as_str()).collect();
    json!({
        "language": "uz-Latn",
        "lead": " Rahmat. ",
        "themes": [{
            "id": "navbat",
            "title": "Navbat koʻrinsin",
            "decision": "taken_up",
            "reason": "Sahifada siljish sababi yoziladi.",
            "comments": comments,
            "document": { "title": "Tartib", "url": "https://example.gov.uz/t.pdf" },
        }],
    })
}

async fn publish(browser: &Browser<'_>, id: &str, body: &Value) -> Answer {
    browser.write("PUT", &path(id), Some(&fresh_key()), body).await
}

async fn settle(browser: &Browser<'_>, comment: &Comment, body: &Value) -> Answer {
    let path = format!("/comments/{}/settlement", comment.id);
    browser.write("PUT", &path, Some(&fresh_key()), body).await
}

#[tokio::test]
async fn an_outcome_says_what_was_decided_why_and_on_whose_word() {
    let server = Server::new();
    let visitor = server.visitor();
    let read: Outcome = visitor.read(&path(WITH_OUTCOME)).await;
    let decided: Vec<(Decision, u64)> = read.by_decision();
    assert_eq!(
        decided,
        [
            (Decision::TakenUp, 3),
            (Decision::InPart, 1),
            (Decision::NotTaken, 1),
            (Decision::Later, 1)
        ]
    );
    for id in read.themes.iter().flat_map(|theme| &theme.comments) {
        let cited = read.cited.iter().find(|cited| cited.id == *id).unwrap();
        let comment: Comment = visitor.read(&format!("/comments/{id}")).await;
        let excerpt = cited.excerpt.as_deref().unwrap().trim_end_matches('…');
        let one_line = comment.text.unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.starts_with(excerpt));
        assert_eq!(cited.author, comment.author);
        assert!(cited.can.is_empty());
    }
    let counts = read.settled();
    assert_eq!((counts.settled, counts.unsettled, counts.unanswered), (2, 1, 7));
    let consultation: Consultation = visitor.read("/consultations/waste-sorting").await;
    assert!(consultation.has_outcome);
}

#[tokio::test]
async fn who_has_it_already_is_told_so_and_what_is_not_there_is_missing() {
    let server = Server::new();
    let visitor = server.visitor();
    let first = visitor.get(&path(WITH_OUTCOME)).await;
    let tag = first.header("etag").to_owned();
    let again = visitor.get_with(&path(WITH_OUTCOME), &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    let author = server.signed_in("sherzod").await;
    let comment = by(&author, WITH_OUTCOME, "Sherzod").await;
    settle(&author, &comment, &json!({ "settled": true })).await;
    let changed = visitor.get_with(&path(WITH_OUTCOME), &[("if-none-match", &tag)]).await;
    assert_eq!(changed.status, StatusCode::OK);
    for id in [CLOSED, "none"] {
        assert_eq!(visitor.get(&path(id)).await.problem(), (404, "not-found".into()));
    }
    let consultation: Consultation = visitor.read(&format!("/consultations/{CLOSED}")).await;
    assert!(!consultation.has_outcome);
}

#[tokio::test]
async fn an_officer_of_the_agency_publishes_and_changes_it() {
    let server = Server::new();
    let officer = server.signed_in("shahnoza").await;
    let comment = by(&officer, CLOSED, "Dilnoza").await;
    assert_eq!(comment.cited_in, None);
    let consultation: Consultation = officer.read(&format!("/consultations/{CLOSED}")).await;
    assert_eq!(
        consultation.can,
        [ConsultationAction::PublishOutcome, ConsultationAction::Moderate]
    );

    let answer = publish(&officer, CLOSED, &outcome(&[&comment])).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let first: Outcome = answer.json();
    assert_eq!((first.revision, first.lead.as_str()), (1, "Rahmat."));
    assert_eq!(first.can, [OutcomeAction::Revise]);
    assert_eq!(first.published_at, server.clock.now());

    let cited: Comment = server.visitor().read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(cited.cited_in, Some("navbat".into()));

    let mut changed = outcome(&[]);
    changed["replaces"] = json!(1);
    let second: Outcome = publish(&officer, CLOSED, &changed).await.json();
    assert_eq!((second.revision, second.published_at), (2, first.published_at));
    assert!(second.cited.is_empty());
    let cited: Comment = server.visitor().read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(cited.cited_in, None);
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_read() {
    let server = Server::new();
    let officer = server.signed_in("shahnoza").await;
    let comment = by(&officer, CLOSED, "Dilnoza").await;
    let body = outcome(&[&comment]);
    assert_eq!(publish(&officer, CLOSED, &body).await.status, StatusCode::OK);
    for replaces in [json!(null), json!(2)] {
        let mut late = body.clone();
        late["replaces"] = replaces;
        let answer = publish(&officer, CLOSED, &late).await;
        assert_eq!(answer.problem(), (409, "conflict".into()));
    }
    let read: Outcome = officer.read(&path(CLOSED)).await;
    assert_eq!(read.revision, 1);
}

#[tokio::test]
async fn only_those_publish_who_speak_for_the_agency_that_asked() {
    let server = Server::new();
    for (person, id, expected) in [
        ("otabek", CLOSED, (403, "not-allowed")),
        ("dilnoza", CLOSED, (403, "not-allowed")),
        ("shahnoza", "school-meals", (409, "closed")),
        ("shahnoza", "winter-timetable", (409, "closed")),
        ("shahnoza", "none", (404, "not-found")),
    ] {
        let browser = server.signed_in(person).await;
        let answer = publish(&browser, id, &outcome(&[])).await;
        assert_eq!(answer.problem(), (expected.0, expected.1.to_owned()), "{person} {id}");
    }
    let answer = publish(&server.visitor(), CLOSED, &outcome(&[])).await;
    assert_eq!(answer.problem(), (401, "not-signed-in".into()));
    let consultation: Consultation =
        server.signed_in("otabek").await.read(&format!("/consultations/{CLOSED}")).await;
    assert!(consultation.can.is_empty());
}

#[tokio::test]
async fn what_cannot_be_published_says_which_field() {
    let server = Server::new();
    let officer = server.signed_in("otabek").await;
    let removed = comments(&officer, WITH_OUTCOME)
        .await
        .into_iter()
        .find(|comment| comment.state == CommentState::Removed)
        .unwrap();
    let elsewhere = by(&officer, CLOSED, "Dilnoza").await;
    let mut body = outcome(&[&removed, &elsewhere]);
    body["themes"][0]["decision"] = json!("perhaps");
    body["themes"][0]["document"]["url"] = json!("http://example.gov.uz/");
    body["themes"][0]["title"] = json!(7);
    let answer = publish(&officer, WITH_OUTCOME, &body).await;
    assert_eq!(
        answer.refused_fields(),
        [
            "/themes/0/title empty",
            "/themes/0/decision unknown_value",
            "/themes/0/comments/0 no_such",
            "/themes/0/comments/1 no_such",
            "/themes/0/document/url unknown_value",
        ]
    );
    let nothing = publish(&officer, WITH_OUTCOME, &json!({})).await;
    let expected = ["/language unknown_value", "/lead empty", "/themes empty"];
    assert_eq!(nothing.refused_fields(), expected);
    assert_eq!(
        publish(&officer, WITH_OUTCOME, &json!([])).await.refused_fields(),
        [" unknown_value"]
    );
}

#[tokio::test]
async fn who_publishes_has_answered() {
    let server = Server::in_a_file();
    server.moderate("UPDATE person SET agency_id = 'fergana' WHERE id = ?1", "shahnoza");
    let officer = server.signed_in("shahnoza").await;
    let answer = publish(&officer, "lift-repair", &outcome(&[])).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let read: Consultation = server.visitor().read("/consultations/lift-repair").await;
    assert_eq!((read.status, read.answered_at), (Status::Answered, Some(server.clock.now())));
    let numbers: AgencyNumbers = server.visitor().read("/agencies/fergana/numbers").await;
    assert_eq!((numbers.asked, numbers.answered, numbers.resolved), (1, 1, 0));
}

#[tokio::test]
async fn the_author_of_a_cited_comment_says_whether_it_settles_the_matter() {
    let server = Server::new();
    let author = server.signed_in("sherzod").await;
    let comment = by(&author, WITH_OUTCOME, "Sherzod").await;
    assert!(comment.can.contains(&CommentAction::Settle) && comment.cited_in.is_some());
    assert_eq!(comment.reader_settled, None);
    for (body, said) in [
        (json!({ "settled": true }), (true, None)),
        (json!({ "settled": true, "note": " \n " }), (true, None)),
        (json!({ "settled": false, "note": " Yoʻq " }), (false, Some("Yoʻq".to_owned()))),
    ] {
        let answer = settle(&author, &comment, &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        let settlement: Settlement = answer.json();
        assert_eq!((settlement.settled, settlement.note), said);
    }
    let own: Comment = author.read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(own.reader_settled, Some(false));

    let officer = server.signed_in("otabek").await;
    let other = server.signed_in("rustam").await;
    for (reader, note) in [
        (&author, Some("Yoʻq")),
        (&officer, Some("Yoʻq")),
        (&other, None),
        (&server.visitor(), None),
    ] {
        let read: Outcome = reader.read(&path(WITH_OUTCOME)).await;
        let cited = read.cited.iter().find(|cited| cited.id == comment.id).unwrap();
        let said = cited.settlement.as_ref().unwrap();
        assert_eq!((said.settled, said.note.as_deref()), (false, note));
    }
    let seen: Comment = other.read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(seen.reader_settled, None);
    assert!(!seen.can.contains(&CommentAction::Settle));
}

#[tokio::test]
async fn nobody_else_says_whether_it_settles_the_matter() {
    let server = Server::new();
    let author = server.signed_in("sherzod").await;
    let comment = by(&author, WITH_OUTCOME, "Sherzod").await;
    let yes = json!({ "settled": true });
    for (person, expected) in [("rustam", "not-allowed"), ("otabek", "not-allowed")] {
        let answer = settle(&server.signed_in(person).await, &comment, &yes).await;
        assert_eq!(answer.problem(), (403, expected.to_owned()), "{person}");
    }
    let uncited = by(&server.visitor(), CLOSED, "Dilnoza").await;
    let answer = settle(&server.signed_in("dilnoza").await, &uncited, &yes).await;
    assert_eq!(answer.problem(), (403, "not-allowed".into()));
    for (body, field) in [
        (json!({}), "/settled empty"),
        (json!({ "settled": "yes" }), "/settled unknown_value"),
        (json!({ "settled": true, "note": "a".repeat(501) }), "/note too_long"),
        (json!({ "settled": true, "note": 1 }), "/note unknown_value"),
    ] {
        assert_eq!(settle(&author, &comment, &body).await.refused_fields(), [field], "{body}");
    }
}

#[tokio::test]
async fn what_was_taken_away_since_is_not_spoken_for() {
    let server = Server::in_a_file();
    let author = server.signed_in("sherzod").await;
    let comment = by(&author, WITH_OUTCOME, "Sherzod").await;
    settle(&author, &comment, &json!({ "settled": true, "note": "Rahmat" })).await;
    let sql = "UPDATE comment SET state = 'removed', removal_reason = 'spam' WHERE id = ?1";
    server.moderate(sql, comment.id.as_str());
    let read: Outcome = server.visitor().read(&path(WITH_OUTCOME)).await;
    let cited = read.cited.iter().find(|cited| cited.id == comment.id).unwrap();
    assert_eq!((&cited.excerpt, &cited.settlement, &cited.author.name), (&None, &None, &None));
    let answer = settle(&author, &comment, &json!({ "settled": true })).await;
    assert_eq!(answer.problem(), (410, "gone".into()));
}

#[tokio::test]
async fn an_agency_is_told_by_its_numbers() {
    let server = Server::new();
    let visitor = server.visitor();
    let read: AgencyNumbers = visitor.read("/agencies/ecology/numbers").await;
    let told: Outcome = visitor.read(&path(WITH_OUTCOME)).await;
    assert_eq!(told.agency_numbers, read);
    assert_eq!((read.asked, read.answered), (2, 2));
    assert!(read.resolved > 0 && read.median_days.is_some());
    let missing = visitor.get("/agencies/none/numbers").await;
    assert_eq!(missing.problem(), (404, "not-found".into()));
    for agency in visitor.read_all::<Agency>("/agencies?limit=100").await {
        let numbers: AgencyNumbers =
            visitor.read(&format!("/agencies/{}/numbers", agency.id)).await;
        assert!(numbers.resolved <= numbers.answered && numbers.answered <= numbers.asked);
    }
}
