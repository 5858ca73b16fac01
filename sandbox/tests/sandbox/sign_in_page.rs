//! The page of test people.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muloqot_domain::{Locale, Problem};
use muloqot_sandbox::{Clock, Place, Store};

use crate::{
    client::{Answer, BASE, NOW, Server, at},
    languages::{is_cyrillic, varies_by_language},
};

async fn page(server: &Server, query: &str, language: &'static str) -> Answer {
    server.visitor().reading(language).get(&format!("/session/login{query}")).await
}

/// What is written on a page in its own language: no names, nothing that is marked.
fn own_texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut is_foreign = false;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        if tag.starts_with('/') {
            is_foreign = false;
        } else {
            is_foreign = tag == "strong" || tag.starts_with("span lang=") || is_foreign;
        }
        if !is_foreign && !text.trim().is_empty() {
            texts.push(text.trim().to_owned());
        }
    }
    texts
}

#[tokio::test]
async fn the_page_is_in_one_language() {
    let server = Server::new();
    let mut pages: Vec<Vec<String>> = Vec::new();
    for locale in Locale::ALL {
        let answer = page(&server, "", locale.tag()).await;
        let html = answer.text();
        assert!(html.contains(&format!("<html lang=\"{}\">", locale.tag())));
        assert_eq!(answer.header("content-language"), locale.tag());
        assert!(varies_by_language(&answer));
        let texts = own_texts(&html);
        assert!(texts.len() >= 6 + 14, "{texts:#?}");
        for text in &texts {
            let is_wrong = match locale {
                Locale::Ru | Locale::UzCyrl => {
                    text.contains(|c: char| c.is_alphabetic() && !is_cyrillic(c))
                }
                _ => text.contains(is_cyrillic),
            };
            assert!(!is_wrong, "{}: {text}", locale.tag());
        }
        pages.push(texts);
    }
    let districts = ["Chilonzor tumani", "Yunusobod tumani"];
    assert!(districts.iter().all(|name| pages[0].contains(&(*name).to_owned())));
    for (index, texts) in pages.iter().enumerate() {
        let others = pages.iter().enumerate().filter(|(other, _)| *other != index);
        for (_, others) in others {
            let shared: Vec<&String> = texts.iter().filter(|text| others.contains(text)).collect();
            assert!(shared.iter().all(|text| text.split(' ').count() <= 2), "{shared:?}");
        }
    }
}

#[tokio::test]
async fn what_has_a_name_in_the_readers_language_is_called_by_it() {
    let server = Server::new();
    let russian = page(&server, "", "ru").await.text();
    assert!(russian.contains("<span>Чиланзарский район</span>"));
    assert!(russian.contains("<span>Министерство экологии и климата</span>"));
    let cyrillic = page(&server, "", "uz-Cyrl").await.text();
    assert!(cyrillic.contains("<span>Чилонзор тумани</span>"));
    assert!(cyrillic.contains("<strong>Dilnoza Karimova</strong>"), "names stay as they are");
}

#[tokio::test]
async fn the_language_in_the_address_goes_before_the_browsers() {
    let server = Server::new();
    for (query, language, tag) in [
        ("?ui_locales=ru", "en", "ru"),
        ("?ui_locales=de%20uz-Cyrl+ru", "en", "uz-Cyrl"),
        ("?return_to=%2F&ui_locales=kaa", "", "kaa-Latn"),
        ("?ui_locales=de", "en", "en"),
        ("?ui_locales=", "en", "en"),
        ("?ui_locales=%FF%00", "", "uz-Latn"),
        ("", "", "uz-Latn"),
    ] {
        let answer = page(&server, query, language).await;
        assert_eq!(answer.header("content-language"), tag, "{query}");
        assert!(answer.text().contains(&format!("?ui_locales={tag}\"")), "{query}");
    }
    let elsewhere = server.visitor().reading("en");
    let elsewhere = elsewhere.get("/consultations/none?ui_locales=ru").await;
    assert_eq!(elsewhere.header("content-language"), "en");
}

#[tokio::test]
async fn a_form_that_is_refused_is_told_so_in_the_language_of_its_page() {
    let server = Server::new();
    let request = Request::post(format!("{BASE}/session/login?ui_locales=ru"))
        .header("accept-language", "en")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("person=dilnoza"))
        .unwrap();
    let answer = server.ask(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.json::<Problem>().title, "Действие недоступно");
}

#[tokio::test]
async fn the_page_is_plain_and_says_what_it_is() {
    let server = Server::new();
    let page = page(&server, "?return_to=/a%22%3E%3Cscript%3E", "en").await;
    let html = page.text();
    assert!(page.header("content-type").starts_with("text/html"));
    for part in ["<h1>", "test server", "<strong>Dilnoza Karimova</strong>", "Mother of two"] {
        assert!(html.contains(part), "{part}");
    }
    for part in ["<script", "style=", "onclick"] {
        assert!(!html.contains(part), "{part}");
    }
    let style = server.visitor().get("/session/login.css").await;
    assert!(style.header("content-type").starts_with("text/css"));
}

#[tokio::test]
async fn people_of_an_older_database_are_shown_with_their_plain_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old.sqlite");
    let store = Store::open(&Place::File(file.clone())).unwrap();
    muloqot_sandbox::seed_if_empty(&store, at(NOW), 1).unwrap();
    let old = "UPDATE person SET about = 'Doctor in <Nukus>' WHERE id = 'gulbahar'";
    rusqlite::Connection::open(&file).unwrap().execute(old, []).unwrap();
    let server = Server::of(store, Clock::fixed(at(NOW)), |_| {});
    let html = page(&server, "", "ru").await.text();
    assert!(html.contains("<span lang=\"en\">Doctor in &lt;Nukus&gt;</span>"));
}
