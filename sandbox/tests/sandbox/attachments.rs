//! Files that comments bring along.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muloqot_domain::{
    ATTACHMENT_BYTES_MAX, Comment, Consultation, MediaType, Page, Timestamp, Upload,
};
use serde_json::{Value, json};

use crate::{
    client::{Answer, BASE, Browser, Server, fresh_key, words},
    moderation::{decide, remove},
    reports::ecology,
};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n9\n%%EOF\n";
const PNG: &[u8] = include_bytes!("../../seeds/attachments/daraxtlar-rejasi.png");

async fn upload_with(
    browser: &Browser<'_>,
    server: &Server,
    key: &str,
    name: &str,
    content: &[u8],
    length: usize,
) -> Answer {
    let request = Request::post(format!("{BASE}/attachments?name={name}"))
        .header("cookie", browser.cookie.as_deref().unwrap_or_default())
        .header("x-csrf-token", browser.csrf.as_deref().unwrap_or_default())
        .header("idempotency-key", key)
        .header("content-type", "application/pdf")
        .header("content-length", length);
    server.ask(request.body(Body::from(content.to_vec())).unwrap()).await
}

async fn upload(browser: &Browser<'_>, server: &Server, name: &str, content: &[u8]) -> Answer {
    upload_with(browser, server, &fresh_key(), name, content, content.len()).await
}

async fn uploaded(browser: &Browser<'_>, server: &Server) -> Upload {
    let answer = upload(browser, server, "reja.png", PNG).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

async fn four_uploaded(browser: &Browser<'_>, server: &Server) -> Vec<Upload> {
    let mut files = Vec::new();
    for _ in 0..4 {
        files.push(uploaded(browser, server).await);
    }
    files
}

fn with_files(files: &[&Upload]) -> Value {
    let mut body = words("Look at this");
    let files = files.iter().map(|file| json!({ "id": file.id, "description": " A plan " }));
    body["attachments"] = files.collect();
    body
}

async fn attached(browser: &Browser<'_>, server: &Server) -> (Consultation, Comment) {
    let consultation = ecology(browser).await;
    let file = uploaded(browser, server).await;
    let comment = browser.comment(&consultation, &with_files(&[&file])).await;
    (consultation, comment)
}

fn address(comment: &Comment) -> String {
    format!("/attachments/{}", comment.attachments[0].id)
}

#[tokio::test]
async fn a_comment_brings_files_along_in_its_authors_order_and_everybody_reads_them() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let pdf: Upload = upload(&author, &server, "..%2Fyo%E2%80%98l%0D%0A.PDF", PDF).await.json();
    assert_eq!((pdf.name.as_str(), pdf.media_type), ("yo‘l.PDF", MediaType::Pdf));
    let png: Upload = upload(&author, &server, "reja.pdf", PNG).await.json();
    assert_eq!((png.name.as_str(), png.media_type), ("reja.pdf.png", MediaType::Png));
    let comment = author.comment(&consultation, &with_files(&[&png, &pdf])).await;

    let visitor = server.visitor();
    let seen: Comment = visitor.read(&format!("/comments/{}", comment.id)).await;
    let ids: Vec<_> = seen.attachments.iter().map(|it| it.id.clone()).collect();
    assert_eq!(ids, [png.id, pdf.id.clone()]);
    assert_eq!(seen.attachments[0].description, "A plan");
    assert_eq!(seen.attachments[0].bytes, PNG.len() as u64);
    let listed: Page<Comment> =
        visitor.read(&format!("/consultations/{}/comments?sort=newest", consultation.id)).await;
    assert_eq!(listed.items[0].attachments, seen.attachments);

    let path = format!("/attachments/{}", pdf.id);
    let file = visitor.get(&path).await;
    assert_eq!((file.status, file.body.as_slice()), (StatusCode::OK, PDF));
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("content-disposition", "attachment; filename*=UTF-8''yo%E2%80%98l.PDF"),
        ("vary", "Cookie"),
    ] {
        assert_eq!(file.header(name), value);
    }
    assert_eq!(file.header("cache-control"), "private, no-cache");
    let again = visitor.get_with(&path, &[("if-none-match", file.header("etag"))]).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn what_a_file_is_its_content_tells_and_not_its_name() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let mut program = b"MZ\x90\0".to_vec();
    program.resize(500, 0);
    let refused = upload(&author, &server, "rasm.png", &program).await;
    assert_eq!(refused.problem(), (422, "validation".into()));
    assert_eq!(refused.refused_fields(), [" unknown_value"]);
    assert!(refused.text().contains("PDF, JPEG, PNG"));
    let empty = upload(&author, &server, "rasm.png", &[]).await;
    assert_eq!(empty.refused_fields(), [" empty"]);
    let cut = upload(&author, &server, "rasm.png", &PNG[..PNG.len() - 1]).await;
    assert_eq!(cut.problem(), (422, "validation".into()));
}

#[tokio::test]
async fn the_greatest_size_is_taken_and_one_byte_more_is_not() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let mut largest = PDF.to_vec();
    largest.splice(9..9, vec![b' '; ATTACHMENT_BYTES_MAX as usize - PDF.len()]);
    let taken = upload(&author, &server, "katta.pdf", &largest).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{taken:?}");
    largest.insert(9, b' ');
    let refused = upload(&author, &server, "katta.pdf", &largest).await;
    assert_eq!(refused.problem(), (413, "validation".into()));
    assert_eq!(refused.refused_fields(), [" too_heavy"]);
    let comment = author.post(&ecology(&author).await, &words(&"a".repeat(70_000))).await;
    assert_eq!(comment.status, StatusCode::PAYLOAD_TOO_LARGE, "other bodies stay small");
}

#[tokio::test]
async fn a_file_that_came_in_part_is_not_kept_and_sent_again_is_kept_once() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let key = fresh_key();
    let cut = upload_with(&author, &server, &key, "a.pdf", PDF, PDF.len() + 1).await;
    assert_eq!(cut.problem(), (408, "validation".into()));
    let first = upload_with(&author, &server, &key, "a.pdf", PDF, PDF.len()).await;
    assert_eq!(first.status, StatusCode::CREATED);
    let again = upload_with(&author, &server, &key, "a.pdf", PDF, PDF.len()).await;
    assert_eq!(again.json::<Upload>(), first.json());
    assert_eq!(again.header("idempotency-replayed"), "true");
}

#[tokio::test]
async fn only_who_is_signed_in_and_means_it_hands_a_file_in() {
    let server = Server::new();
    let visitor = server.visitor();
    let refused = upload(&visitor, &server, "a.pdf", PDF).await;
    assert_eq!(refused.problem(), (401, "not-signed-in".into()));
    let mut forged = server.signed_in("dilnoza").await;
    forged.csrf = Some("guessed".into());
    let refused = upload(&forged, &server, "a.pdf", PDF).await;
    assert_eq!(refused.problem(), (403, "not-allowed".into()));
}

#[tokio::test]
async fn a_file_is_given_to_one_comment_by_who_handed_it_in() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let file = uploaded(&author, &server).await;
    let path = format!("/attachments/{}", file.id);
    assert_eq!(author.get(&path).await.status, StatusCode::OK);
    let other = server.signed_in("rustam").await;
    for reader in [&other, &server.visitor()] {
        assert_eq!(reader.get(&path).await.problem(), (404, "not-found".into()));
    }
    let stolen = other.post(&consultation, &with_files(&[&file])).await;
    assert_eq!(stolen.refused_fields(), ["/attachments/0/id no_such"]);
    let twice = author.post(&consultation, &with_files(&[&file, &file])).await;
    assert_eq!(twice.refused_fields(), ["/attachments/1/id already_used"]);
    author.comment(&consultation, &with_files(&[&file])).await;
    let again = author.post(&consultation, &with_files(&[&file])).await;
    assert_eq!(again.refused_fields(), ["/attachments/0/id already_used"]);
}

#[tokio::test]
async fn who_changes_a_comment_changes_its_files() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let files = four_uploaded(&author, &server).await;
    let comment = author.comment(&consultation, &with_files(&[&files[0], &files[1]])).await;
    let place = format!("/comments/{}", comment.id);
    let edit =
        |files: Value| json!({ "stance": "for", "text": "Look again", "attachments": files });
    let wanted = |file: &Upload, about: &str| json!({ "id": file.id, "description": about });
    let described = |comment: &Comment| {
        let said = comment.attachments.iter().map(|it| (it.id.clone(), it.description.clone()));
        said.collect::<Vec<_>>()
    };

    let body =
        edit(json!([wanted(&files[2], "A third"), wanted(&files[1], "The second, clearer")]));
    let answer = author.write("PATCH", &place, Some(&fresh_key()), &body).await;
    let changed: Comment = answer.json();
    let expected = [
        (files[2].id.clone(), "A third".to_owned()),
        (files[1].id.clone(), "The second, clearer".to_owned()),
    ];
    assert_eq!(described(&changed), expected);
    assert!(changed.edited_at.is_some());
    let gone = author.get(&format!("/attachments/{}", files[0].id)).await;
    assert_eq!(gone.problem(), (404, "not-found".into()), "what is not wanted any more is deleted");
    let reader = server.visitor();
    assert_eq!(reader.get(&format!("/attachments/{}", files[2].id)).await.status, StatusCode::OK);

    let silent = json!({ "stance": "for", "text": "Without a word of files" });
    let answer = author.write("PATCH", &place, Some(&fresh_key()), &silent).await;
    assert_eq!(described(&answer.json::<Comment>()), expected, "they stay where nothing is said");

    let other = author.comment(&consultation, &with_files(&[&files[3]])).await;
    let taken = edit(json!([wanted(&files[3], "Of another comment"), wanted(&files[0], "Gone")]));
    let refused = author.write("PATCH", &place, Some(&fresh_key()), &taken).await;
    let fields = ["/attachments/0/id already_used", "/attachments/1/id no_such"];
    assert_eq!(refused.refused_fields(), fields);
    let read: Comment = author.read(&place).await;
    assert_eq!(described(&read), expected, "a refusal changes nothing");
    assert_eq!(other.attachments.len(), 1);

    let none = author.write("PATCH", &place, Some(&fresh_key()), &edit(json!([]))).await;
    assert_eq!(described(&none.json::<Comment>()), []);
}

#[tokio::test]
async fn a_fourth_file_and_one_without_a_description_are_refused() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = ecology(&author).await;
    let files = four_uploaded(&author, &server).await;
    let all: Vec<&Upload> = files.iter().collect();
    let too_many = author.post(&consultation, &with_files(&all)).await;
    assert_eq!(too_many.refused_fields(), ["/attachments too_many"]);
    let mut body = with_files(&all[..3]);
    body["attachments"][1]["description"] = json!(" ");
    body["attachments"][2]["description"] = json!("a".repeat(201));
    let refused = author.post(&consultation, &body).await;
    let fields = ["/attachments/1/description empty", "/attachments/2/description too_long"];
    assert_eq!(refused.refused_fields(), fields);
    body["attachments"] = json!([{ "id": 5, "description": "A plan" }, { "id": "" }, "a"]);
    let refused = author.post(&consultation, &body).await;
    let fields = [
        "/attachments/0/id unknown_value",
        "/attachments/1/id empty",
        "/attachments/1/description empty",
        "/attachments/2/id empty",
        "/attachments/2/description empty",
    ];
    assert_eq!(refused.refused_fields(), fields);
    let comment = author.comment(&consultation, &with_files(&all[..3])).await;
    assert_eq!(comment.attachments.len(), 3);
}

#[tokio::test]
async fn what_no_comment_takes_within_a_day_is_let_go_and_so_is_the_oldest_of_ten() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let mut files = Vec::new();
    for _ in 0..10 {
        files.push(uploaded(&author, &server).await);
    }
    let status =
        async |file: &Upload| author.get(&format!("/attachments/{}", file.id)).await.status;
    assert_eq!(status(&files[0]).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&files[1]).await, StatusCode::OK);

    let consultation = ecology(&author).await;
    let taken = author.comment(&consultation, &with_files(&[&files[9]])).await;
    let Timestamp(now) = server.clock.now();
    server.clock.set(Timestamp(now + 24 * 3600));
    let mut author = author;
    author.sign_in("dilnoza").await;
    uploaded(&author, &server).await;
    let gone = author.get(&format!("/attachments/{}", files[8].id)).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert_eq!(author.get(&address(&taken)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_file_is_read_by_those_who_read_its_comment_and_goes_with_it() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    let (_, comment) = attached(&author, &server).await;
    let officer = server.signed_in("otabek").await;
    let stranger = server.signed_in("rustam").await;
    let tag = stranger.get(&address(&comment)).await.header("etag").to_owned();
    let removed = decide(&officer, &comment, remove()).await;
    assert_eq!(removed.status, StatusCode::OK, "{removed:?}");
    let kept = stranger.get_with(&address(&comment), &[("if-none-match", &tag)]).await;
    assert_eq!(
        kept.problem(),
        (404, "not-found".into()),
        "what a browser kept is not shown either"
    );
    for (reader, status) in [(&author, 200), (&officer, 200), (&stranger, 404)] {
        assert_eq!(reader.get(&address(&comment)).await.status.as_u16(), status);
        let seen: Comment = reader.read(&format!("/comments/{}", comment.id)).await;
        assert_eq!(seen.attachments.len(), usize::from(status == 200));
    }

    let (_, comment) = attached(&author, &server).await;
    assert_eq!(author.edit(&comment, "Look again").await.status, StatusCode::OK);
    let edited: Comment = author.read(&format!("/comments/{}", comment.id)).await;
    assert_eq!(edited.attachments, comment.attachments, "a change leaves them");
    const KEPT: &str = "attachment WHERE id = ?1";
    let id = comment.attachments[0].id.as_str();
    assert_eq!(server.rows(KEPT, id), 1);
    author.withdraw(&comment).await;
    assert_eq!(author.get(&address(&comment)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.rows(KEPT, id), 0);
}

#[tokio::test]
async fn where_a_picture_was_taken_is_not_kept() {
    let server = Server::in_a_file();
    let author = server.signed_in("dilnoza").await;
    const NOTE: &[u8] = b"\0\0\0\x1btEXtGPS\x0041.3111 N 69.2797 E\0\0\0\0\0\0\0\0";
    let mut noted = PNG.to_vec();
    noted.splice(33..33, NOTE.iter().copied());
    let file: Upload = upload(&author, &server, "reja.png", &noted).await.json();
    assert_eq!(file.bytes, PNG.len() as u64);
    let path = format!("/attachments/{}", file.id);
    assert_eq!(author.get(&path).await.body, PNG);
    let kept = "attachment WHERE id = ?1 AND instr(content, CAST('41.3111' AS BLOB)) > 0";
    assert_eq!(server.rows(kept, file.id.as_str()), 0);
}

#[tokio::test]
async fn the_seeds_have_a_comment_with_files_and_one_whose_author_is_known_by_their_district() {
    let server = Server::new();
    let path = "/consultations/street-trees/comments?limit=100";
    let comments: Vec<Comment> = server.visitor().read_all(path).await;
    let with_files = comments.iter().find(|comment| !comment.attachments.is_empty()).unwrap();
    let names: Vec<&str> = with_files.attachments.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["daraxtlar-rejasi.png", "murojaat.pdf"]);
    let file = server.visitor().get(&address(with_files)).await;
    assert_eq!(file.body, PNG);
    let by_district = comments.iter().find(|comment| comment.author.district.is_some()).unwrap();
    assert_eq!(by_district.author.name, None);
}
