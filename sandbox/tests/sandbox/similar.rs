//! Comments that say something like a text.

use muloqot_domain::{Comment, Page};

use crate::{
    client::{Browser, Server, reply_to, words},
    moderation::{decide, hold, restore},
    reports::ecology,
};

const KEPT: &str = "comment WHERE id = ?1 AND stems IS NOT NULL";

fn address(consultation: &str, text: &str) -> String {
    let text: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    format!("/consultations/{consultation}/comments/similar?text={text}")
}

async fn like(reader: &Browser<'_>, consultation: &str, text: &str) -> Vec<String> {
    let page: Page<Comment> = reader.read(&address(consultation, text)).await;
    assert_eq!(page.total, page.items.len() as u64);
    page.items.into_iter().filter_map(|comment| comment.text).collect()
}

#[tokio::test]
async fn what_others_said_is_found_in_either_script_and_nothing_of_ones_own() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = server.consultation("open").await;
    let id = consultation.id.as_str();
    let text = "Fillar uchun kattaroq hovuz qurilsin, suvi toza boʻlsin";
    let comment = author.comment(&consultation, &words(text)).await;
    let other = server.signed_in("rustam").await;
    for typed in ["fillarga katta hovuz qurilsin", "Филларга ҳовуз қурилсин, суви тоза"]
    {
        assert_eq!(like(&other, id, typed).await, [text], "{typed}");
        assert_eq!(like(&server.visitor(), id, typed).await, [text], "{typed}");
        assert_eq!(like(&author, id, typed).await, [""; 0], "{typed}");
    }
    assert_eq!(like(&other, id, "fil").await, [""; 0]);
    assert_eq!(like(&other, id, "").await, [""; 0]);
    author.withdraw(&comment).await;
    assert_eq!(like(&other, id, "fillarga katta hovuz qurilsin").await, [""; 0]);
}

#[tokio::test]
async fn at_most_three_are_told_and_replies_are_not() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = server.consultation("open").await;
    let id = consultation.id.as_str();
    let mut last = None;
    for number in 0..5 {
        let text = format!("Zebralarga soyali joy kerak {number}");
        last = Some(author.comment(&consultation, &words(&text)).await);
    }
    let reply = reply_to(&last.unwrap(), "Jirafalar baland devor ortida");
    author.comment(&consultation, &reply).await;
    let visitor = server.visitor();
    assert_eq!(like(&visitor, id, "zebralarga soyali joy").await.len(), 3);
    assert_eq!(like(&visitor, id, "jirafalar baland devor ortida").await, [""; 0]);
}

#[tokio::test]
async fn only_what_everybody_can_read_now_is_told() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let id = consultation.id.as_str();
    let officer = server.signed_in("otabek").await;
    let visitor = server.visitor();
    let comment = author.comment(&consultation, &words("Pingvinlar sovuq hovuzda suzsin")).await;
    let asked = "pingvinlar sovuq hovuzda";
    assert_eq!(like(&visitor, id, asked).await.len(), 1);
    decide(&officer, &comment, hold()).await;
    assert_eq!(like(&visitor, id, asked).await, [""; 0]);
    author.edit(&comment, "Timsohlar iliq daryoda yotsin").await;
    decide(&officer, &comment, restore()).await;
    assert_eq!(like(&visitor, id, asked).await, [""; 0], "it says something else now");
    assert_eq!(like(&visitor, id, "timsohlar iliq daryoda").await.len(), 1);
    assert_eq!(server.rows(KEPT, comment.id.as_str()), 1);
    author.withdraw(&comment).await;
    assert_eq!(server.rows(KEPT, comment.id.as_str()), 0);
}

#[tokio::test]
async fn comments_from_before_anything_was_kept_for_it_are_found_after_the_next_start() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let comment = author.comment(&consultation, &words("Pingvinlar sovuq hovuzda suzsin")).await;
    let reply = author.comment(&consultation, &reply_to(&comment, "Juda sovuq hovuzda")).await;
    server.moderate("UPDATE comment SET stems = NULL WHERE id = ?1", comment.id.as_str());
    let asked = "pingvinlar sovuq hovuzda";
    let id = consultation.id.as_str();
    assert_eq!(like(&server.visitor(), id, asked).await, [""; 0]);
    let server = server.started_again();
    assert_eq!(like(&server.visitor(), id, asked).await.len(), 1);
    assert_eq!(server.rows(KEPT, comment.id.as_str()), 1);
    assert_eq!(server.rows(KEPT, reply.id.as_str()), 0, "a reply is never compared");
}

#[tokio::test]
async fn no_cache_keeps_what_somebody_is_about_to_write() {
    let server = Server::new();
    for text in ["a", "bus lanes for everybody"] {
        let answer = server.visitor().get(&address("bus-lanes", text)).await;
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn hostile_texts_are_like_nothing() {
    let server = Server::new();
    let reader = server.visitor();
    for text in ["\u{0}%&=+ \u{202E}ًٌٍ", &"a b c d ".repeat(500), &"ў".repeat(900), "' OR 1=1 --"]
    {
        assert_eq!(like(&reader, "bus-lanes", text).await, [""; 0]);
    }
    let missing = reader.get("/consultations/none/comments/similar?text=a").await;
    assert_eq!(missing.problem(), (404, "not-found".into()));
}
