//! What comments said before.

use muloqot_domain::{Comment, CommentVersion, Page, Stance, Timestamp};
use serde_json::json;

use crate::{
    client::{Browser, Server, fresh_key, words},
    moderation::{decide, hold, remove, restore},
    reports::ecology,
};

async fn wordings(reader: &Browser<'_>, comment: &Comment) -> Vec<String> {
    let path = format!("/comments/{}/versions", comment.id);
    let page: Page<CommentVersion> = reader.read(&path).await;
    assert_eq!(page.total, page.items.len() as u64);
    page.items.into_iter().map(|version| version.text).collect()
}

#[tokio::test]
async fn every_wording_is_kept_with_its_time() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = server.consultation("open").await;
    let start = server.clock.now();
    let comment = author.comment(&consultation, &words("One")).await;
    let path = format!("/comments/{}/versions", comment.id);
    let only: Page<CommentVersion> = server.visitor().read(&path).await;
    assert_eq!((only.items.len(), only.items[0].until), (1, None));

    server.clock.set(Timestamp(start.0 + 60));
    let body = json!({ "stance": "against", "text": "Два", "language": "ru" });
    author.write("PATCH", &format!("/comments/{}", comment.id), Some(&fresh_key()), &body).await;
    server.clock.set(Timestamp(start.0 + 90));
    author.edit(&comment, "Три").await;
    let versions: Page<CommentVersion> = server.visitor().read(&path).await;
    let told: Vec<_> = versions
        .items
        .iter()
        .map(|it| (it.text.as_str(), it.language.as_str(), it.stance, it.written_at.0, it.until))
        .collect();
    assert_eq!(
        told,
        [
            ("One", "en", Stance::For, start.0, Some(Timestamp(start.0 + 60))),
            ("Два", "ru", Stance::Against, start.0 + 60, Some(Timestamp(start.0 + 90))),
            ("Три", "ru", Stance::Against, start.0 + 90, None),
        ]
    );
    assert_eq!((versions.total, versions.next_cursor), (3, None));
}

#[tokio::test]
async fn who_cannot_read_a_comment_cannot_read_what_it_said_before() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    author.edit(&comment, "Listen").await;
    let path = format!("/comments/{}/versions", comment.id);
    let officer = server.signed_in("otabek").await;
    let other = server.signed_in("rustam").await;
    for decision in [hold(), remove()] {
        decide(&officer, &comment, decision).await;
        for reader in [&author, &officer] {
            assert_eq!(reader.read::<Page<CommentVersion>>(&path).await.total, 2);
        }
        for reader in [&server.visitor(), &other] {
            assert_eq!(reader.get(&path).await.problem(), (404, "not-found".into()));
        }
    }
    let another = author.comment(&consultation, &words("One")).await;
    author.edit(&another, "Two").await;
    const KEPT: &str = "comment_revision WHERE comment_id = ?1";
    assert_eq!(server.rows(KEPT, another.id.as_str()), 1);
    author.withdraw(&another).await;
    assert_eq!(server.rows(KEPT, another.id.as_str()), 0);
    let path = format!("/comments/{}/versions", another.id);
    for reader in [&author, &officer, &other] {
        assert_eq!(reader.get(&path).await.problem(), (404, "not-found".into()));
    }
    assert_eq!(other.get("/comments/none/versions").await.problem(), (404, "not-found".into()));
}

#[tokio::test]
async fn a_wording_that_was_held_stays_unread_when_the_next_one_is_restored() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    let visitor = server.visitor();
    let other = server.signed_in("rustam").await;
    let comment = author.comment(&consultation, &words("You fool")).await;
    decide(&officer, &comment, hold()).await;
    author.edit(&comment, "You donkey").await;
    author.edit(&comment, "Listen").await;
    decide(&officer, &comment, restore()).await;
    author.edit(&comment, "Please listen").await;
    for reader in [&author, &officer] {
        let all = ["You fool", "You donkey", "Listen", "Please listen"];
        assert_eq!(wordings(reader, &comment).await, all);
    }
    for reader in [&visitor, &other] {
        assert_eq!(wordings(reader, &comment).await, ["Listen", "Please listen"]);
    }
}

#[tokio::test]
async fn restoring_gives_back_what_a_comment_says_and_nothing_it_said_before() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let officer = server.signed_in("otabek").await;
    for decision in [hold(), remove()] {
        let comment = author.comment(&consultation, &words("You fool")).await;
        author.edit(&comment, "Listen").await;
        assert_eq!(wordings(&server.visitor(), &comment).await, ["You fool", "Listen"]);
        decide(&officer, &comment, decision).await;
        decide(&officer, &comment, restore()).await;
        assert_eq!(wordings(&server.visitor(), &comment).await, ["Listen"]);
        assert_eq!(wordings(&author, &comment).await, ["You fool", "Listen"]);
    }
}

#[tokio::test]
async fn a_seeded_comment_that_was_edited_says_what_it_said() {
    let server = Server::new();
    let reader = server.visitor();
    let list = "/consultations/open-data/comments?sort=oldest";
    let page: Page<Comment> = reader.read(&format!("{list}&limit=100")).await;
    let edited = page.items.iter().find(|comment| comment.edited_at.is_some()).unwrap();
    let versions: Page<CommentVersion> =
        reader.read(&format!("/comments/{}/versions", edited.id)).await;
    assert_eq!(versions.total, 2);
    assert_eq!(versions.items[1].text, *edited.text.as_ref().unwrap());
    assert_eq!(versions.items[0].until, edited.edited_at);
}
