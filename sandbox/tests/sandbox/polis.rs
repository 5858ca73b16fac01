//! Importing Polis exports.

use std::fs;
use std::path::Path;

use muloqot_domain::{Comment, CommentState, Consultation, Page, RemovalReason, Stance, Topic};
use muloqot_sandbox::{Clock, Imported, Place, PolisExport, PolisOptions, Store, import_polis};

use crate::client::{NOW, Server, at};

const SUMMARY: &str = "\u{FEFF}topic,\"Energy, and \"\"us\"\"\"\r\nurl,https://pol.is/2abc\r\n\
     views,9\r\nconversation-description,\"What should we do?\n\nSay it here.\"\r\n";
const HEAD: &str =
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\r\n";
const ROWS: &str = "1651744336822,Thu,7,3,29,4,1,\"We should keep the \"\"old\"\" grid,\nand mend it.\"\r\n\
     1651655403844,Wed,5,9,1,0,-1,This is the wrong place for that\r\n\
     1651655403999,Wed,6,3,2,8,0,It is for all of us to save\r\n";

fn options() -> PolisOptions {
    PolisOptions { language: None, topic: Topic::Environment }
}

fn export(comments: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("summary.csv"), SUMMARY).unwrap();
    fs::write(folder.path().join("comments.csv"), comments).unwrap();
    folder
}

fn import(store: &Store, folder: &Path) -> Imported {
    import_polis(store, PolisExport::read(folder).unwrap(), &options()).unwrap()
}

async fn read(store: &Store) -> (Consultation, Vec<Comment>) {
    let server = Server::of(store.clone(), Clock::fixed(at(NOW)), |_| {});
    let visitor = server.visitor();
    let consultation = visitor.read("/consultations/polis-2abc").await;
    let comments = visitor.read_all("/consultations/polis-2abc/comments?sort=oldest&limit=1").await;
    (consultation, comments)
}

#[tokio::test]
async fn statements_become_comments() {
    let store = Store::open(&Place::Memory).unwrap();
    let imported = import(&store, export(&format!("\u{FEFF}{HEAD}{ROWS}")).path());
    assert_eq!((imported.imported, imported.updated, imported.skipped.len()), (3, 0, 0));
    let (consultation, comments) = read(&store).await;
    assert_eq!(consultation.title, "Energy, and \"us\"");
    assert_eq!(consultation.summary, "What should we do?");
    assert_eq!(consultation.body.as_deref(), Some("What should we do?\n\nSay it here."));
    assert_eq!((consultation.language.as_str(), consultation.can.len()), ("en", 0));
    assert_eq!((consultation.counts.comments, consultation.counts.participants), (2, 1));
    let [removed, plain, quoted] = comments.try_into().unwrap();
    assert_eq!(removed.state, CommentState::Removed);
    assert_eq!((removed.removal_reason, removed.text), (Some(RemovalReason::OffTopic), None));
    assert_eq!((plain.counts.agree, plain.counts.disagree), (2, 8));
    assert_eq!((plain.stance, plain.author.name), (Stance::Neutral, None));
    assert_eq!(plain.created_at, at("2022-05-04T09:10:03Z"));
    assert_eq!(quoted.text.as_deref(), Some("We should keep the \"old\" grid,\nand mend it."));
}

#[tokio::test]
async fn the_same_export_twice_updates_and_makes_nothing_twice() {
    let store = Store::open(&Place::Memory).unwrap();
    import(&store, export(&format!("{HEAD}{ROWS}")).path());
    let (_, before) = read(&store).await;
    let later = ROWS.replace(",29,4,1,", ",31,4,1,").replace(",1,0,-1,", ",1,0,1,");
    let imported = import(&store, export(&format!("{HEAD}{later}")).path());
    assert_eq!((imported.imported, imported.updated), (0, 3));
    let (consultation, after) = read(&store).await;
    assert_eq!(consultation.counts.comments, 3);
    let ids = |comments: &[Comment]| comments.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before));
    assert_eq!((after[2].counts.agree, after[0].state), (31, CommentState::Visible));
}

#[tokio::test]
async fn what_was_imported_is_found_by_those_who_are_about_to_say_it() {
    let store = Store::open(&Place::Memory).unwrap();
    import(&store, export(&format!("{HEAD}{ROWS}")).path());
    let server = Server::of(store.clone(), Clock::fixed(at(NOW)), |_| {});
    let found = async |text: &str| {
        let path = format!("/consultations/polis-2abc/comments/similar?text={text}");
        server.visitor().read::<Page<Comment>>(&path).await.total
    };
    assert_eq!(found("keep+the+old+grid").await, 1);
    let later = ROWS.replace("and mend it", "and sell every wire");
    import(&store, export(&format!("{HEAD}{later}")).path());
    assert_eq!(found("sell+every+wire+of+the+grid").await, 1);
}

#[tokio::test]
async fn a_bad_row_costs_that_row_and_is_told_by_its_line() {
    let bad = "1651744336822,Thu,8,3,29,4,1\r\n\
         yesterday,Thu,9,3,29,4,1,no time\r\n\
         1651744336822,Thu,10,3,many,4,1,no number\r\n\
         1651744336822,Thu,11,3,1,4,2,no such verdict\r\n\
         1651744336822,Thu,12,3,1,4,1,  \r\n\
         1651744336822,Thu,7,3,1,4,1,seen before\r\n";
    let mut bytes = format!("{HEAD}{ROWS}{bad}").into_bytes();
    bytes.extend(b"1651744336822,Thu,13,3,1,4,1,\xFF\xFE\r\n");
    bytes.extend(b"1651744336822,Thu,14,3,1,4,1,The last one is good\r\n");
    let folder = export("");
    fs::write(folder.path().join("comments.csv"), bytes).unwrap();
    let store = Store::open(&Place::Memory).unwrap();
    let imported = import(&store, folder.path());
    assert_eq!(imported.imported, 4);
    let lines: Vec<u64> = imported.skipped.iter().map(|row| row.line).collect();
    // The first row takes two lines.
    assert_eq!(lines, [6, 7, 8, 9, 10, 11, 12]);
    assert!(imported.skipped[1].to_string().contains("line 7: timestamp is no number"));
}

#[test]
fn what_is_no_export_is_refused_in_one_sentence() {
    let empty = tempfile::tempdir().unwrap();
    let other_table = export("name,age\r\nA,1\r\n");
    let no_rows = export(HEAD);
    let picture = export("");
    fs::write(picture.path().join("comments.csv"), [0x89, b'P', b'N', b'G', 0, 1, 2]).unwrap();
    let no_summary = export(&format!("{HEAD}{ROWS}"));
    fs::write(no_summary.path().join("summary.csv"), "hello\r\n").unwrap();
    let gone = empty.path().join("gone");
    for folder in
        [empty.path(), &gone, other_table.path(), no_rows.path(), picture.path(), no_summary.path()]
    {
        let error = format!("{:#}", PolisExport::read(folder).map(|_| ()).unwrap_err());
        assert!(error.contains("holds no Polis export"), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[tokio::test]
async fn a_thousand_statements_are_imported_in_one_go() {
    let rows: String = (0..1_040)
        .map(|id| format!("16517{id:08},Thu,{id},{},1,2,1,Statement {id}\r\n", id % 300))
        .collect();
    let store = Store::open(&Place::Memory).unwrap();
    assert_eq!(import(&store, export(&format!("{HEAD}{rows}")).path()).imported, 1_040);
    let (consultation, comments) = read(&store).await;
    assert_eq!((consultation.counts.comments, consultation.counts.participants), (1_040, 300));
    assert_eq!(comments.len(), 1_040);
}
