//! Comments whose author is known by their district.

use axum::http::StatusCode;
use muloqot_domain::{Comment, CommentContext, Locale, Session};
use serde_json::{Value, json};

use crate::{
    client::{Server, fresh_key, reply_to, words},
    reports::{ecology, insult, report},
};

fn by_district(text: &str) -> Value {
    let mut body = words(text);
    body["shown_as"] = json!("district");
    body
}

#[tokio::test]
async fn nothing_of_what_others_read_names_who_is_known_by_their_district() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let session: Session = author.read("/session").await;
    let district = session.person.unwrap().district.unwrap();
    assert_eq!(district.best_for(Locale::Ru), Some(("ru", "Чиланзарский район")));
    assert_eq!(district.best_for(Locale::UzCyrl), Some(("uz-Cyrl", "Чилонзор тумани")));
    let consultation = ecology(&author).await;
    let top = author.comment(&consultation, &by_district("As quietly said as can be")).await;
    let mut body = reply_to(&top, "And again");
    body["shown_as"] = json!("district");
    let reply = author.comment(&consultation, &body).await;
    for comment in [&top, &reply] {
        assert_eq!((comment.author.name.as_ref(), comment.author.is_reader), (None, true));
        assert_eq!(comment.author.district.as_ref(), Some(&district));
    }

    let officer = server.signed_in("otabek").await;
    let stranger = server.signed_in("rustam").await;
    let id = &consultation.id;
    let paths = [
        format!("/comments/{}", top.id),
        format!("/comments/{}/replies", top.id),
        format!("/comments/{}/context", reply.id),
        format!("/consultations/{id}/comments?sort=newest"),
        format!("/consultations/{id}/comments?q=quietly"),
        format!("/consultations/{id}/comments/similar?text=as+quietly+said+as+can+be"),
    ];
    for reader in [&officer, &stranger, &server.visitor()] {
        for path in &paths {
            let answer = reader.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let said: Value = answer.json();
            let mut authors = Vec::new();
            authors_of(&said, &mut authors);
            assert!(!authors.is_empty(), "{path}");
            for author in authors {
                assert_eq!(author, json!({ "district": district, "is_reader": false }), "{path}");
            }
        }
        let mine: Value =
            reader.read(&format!("/consultations/{id}/comments?mine=true&q=quietly")).await;
        assert_eq!(mine["total"], 0);
    }
    let moderation = officer.get(&format!("/comments/{}/moderation", top.id)).await.text();
    assert!(!moderation.contains("Dilnoza") && !moderation.contains("dilnoza"), "{moderation}");
}

#[tokio::test]
async fn what_is_quoted_reported_and_kept_of_them_names_them_no_more() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let top = author.comment(&consultation, &by_district("Quietly said")).await;
    let stranger = server.signed_in("rustam").await;
    let mut body = reply_to(&top, "Well said");
    body["quote"] = json!({ "text": "Quietly" });
    let reply = stranger.comment(&consultation, &body).await;
    let quoted = reply.quote.unwrap().author;
    assert_eq!((quoted.name, &quoted.district), (None, &top.author.district));
    assert!(quoted.district.is_some());
    report(&stranger, &top, &insult()).await;
    author.edit(&top, "Quietly changed").await;
    let officer = server.signed_in("otabek").await;
    for (reader, path) in [
        (&stranger, format!("/comments/{}/replies", top.id)),
        (&stranger, format!("/comments/{}/versions", top.id)),
        (&officer, format!("/comments/{}/moderation", top.id)),
        (&officer, format!("/consultations/{}/reports?limit=100", consultation.id)),
    ] {
        let answer = reader.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let said = answer.text().to_lowercase();
        assert!(said.contains(top.id.as_str()) || said.contains("quietly"), "{path}");
        assert!(!said.contains("dilnoza"), "{path}: {said}");
    }
    let kept = "comment WHERE id = ?1 AND shown_as = 'district' AND author_id = 'dilnoza'";
    assert_eq!(server.rows(kept, top.id.as_str()), 1, "the platform itself knows");
}

/// The authors of the comments that say what the test said.
fn authors_of(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(members) => {
            let text = members.get("text").and_then(Value::as_str).unwrap_or_default();
            if ["As quietly said as can be", "And again"].contains(&text) {
                found.extend(members.get("author").cloned());
            }
            members.values().for_each(|value| authors_of(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| authors_of(value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn a_change_keeps_what_the_author_is_known_by_unless_it_says_otherwise() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &by_district("First")).await;
    let kept: Comment = author.edit(&comment, "Second").await.json();
    assert_eq!((kept.author.name, kept.author.district.is_some()), (None, true));
    let mut body = by_district("Third");
    body["shown_as"] = json!("name");
    let path = format!("/comments/{}", comment.id);
    let named: Comment = author.write("PATCH", &path, Some(&fresh_key()), &body).await.json();
    assert_eq!(named.author.name.as_deref(), Some("Dilnoza Karimova"));
    assert_eq!(named.author.district, None);
    let hidden = author.write("PATCH", &path, Some(&fresh_key()), &by_district("Fourth")).await;
    assert_eq!(hidden.status, StatusCode::OK);
    let seen: CommentContext = server.visitor().read(&format!("{path}/context")).await;
    assert_eq!(seen.comment.author.name, None);
}

#[tokio::test]
async fn who_has_no_district_has_no_choice() {
    let server = Server::new();
    let officer = server.signed_in("otabek").await;
    let consultation = ecology(&officer).await;
    let refused = officer.post(&consultation, &by_district("In our name")).await;
    assert_eq!(refused.refused_fields(), ["/shown_as no_such"]);
    let author = server.signed_in("dilnoza").await;
    let mut body = words("By a name of my own");
    body["shown_as"] = json!("nickname");
    let refused = author.post(&consultation, &body).await;
    assert_eq!(refused.refused_fields(), ["/shown_as unknown_value"]);
}
