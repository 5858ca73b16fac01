//! The command line, as a person or a chore uses it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

fn sandbox() -> Command {
    Command::new(env!("CARGO_BIN_EXE_muloqot-sandbox"))
}

struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server on any free port, and its address.
fn serve(arguments: &[&str]) -> (Serving, String) {
    let mut command = sandbox();
    command.args(["serve", "--port", "0", "--now", "2026-06-15T09:00:00Z"]).args(arguments);
    let mut serving = Serving(command.stdout(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    let address = lines.find_map(|line| line.unwrap().strip_prefix("http://").map(str::to_owned));
    (serving, address.unwrap())
}

/// Everything that comes back until the connection is closed.
fn ask(address: &str, method: &str, path: &str, body: &str) -> String {
    let mut connection = TcpStream::connect(address).unwrap();
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    );
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A connection that is cut may end in an error, after what was sent.
    let _ = connection.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn serve_says_its_address_last_and_stops_when_told() {
    let (mut serving, address) = serve(&["--seed-if-empty"]);
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    let answer = ask(&address, "GET", "/api/v1/consultations", "");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    let told = Command::new("kill").arg(serving.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(serving.0.wait().unwrap().success());
}

#[test]
fn a_cut_answer_breaks_off_in_the_middle_of_its_body() {
    let (_serving, address) = serve(&["--seed-if-empty", "--faults"]);
    let whole = ask(&address, "GET", "/api/v1/agencies", "");
    let rule = r#"[{"path": "/api/v1/agencies", "body": "cut"}]"#;
    assert!(ask(&address, "PUT", "/api/v1/faults", rule).starts_with("HTTP/1.1 204"));
    let cut = ask(&address, "GET", "/api/v1/agencies", "");
    let length = |answer: &str| {
        let line = answer.lines().find_map(|line| line.strip_prefix("content-length: "));
        line.map(str::to_owned)
    };
    assert_eq!(length(&cut), length(&whole), "it promises the whole");
    let body = |answer: &str| answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
    let (cut, whole) = (body(&cut).unwrap(), body(&whole).unwrap());
    assert!(!cut.is_empty() && cut.len() < whole.len() && whole.starts_with(&cut), "{cut}");
}

#[test]
fn a_database_whose_words_were_folded_otherwise_is_searched_as_well_as_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("db.sqlite");
    let arguments = ["--seed-if-empty", "--database", database.to_str().unwrap()];
    let found = |address: &str| ask(address, "GET", "/api/v1/consultations?q=kutubxona", "");
    let (serving, address) = serve(&arguments);
    assert!(found(&address).contains("mahalla-libraries"));
    drop(serving);
    let connection = rusqlite::Connection::open(&database).unwrap();
    let forgotten =
        connection.execute("UPDATE consultation SET search_exact = '', search_bare = ''", []);
    assert_eq!(forgotten.unwrap(), 16);
    drop(connection);
    let (_serving, address) = serve(&arguments);
    assert!(found(&address).contains("mahalla-libraries"));
}

#[test]
fn openapi_prints_the_document() {
    let output = sandbox().arg("openapi").output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
}

#[test]
fn import_says_in_one_sentence_what_is_wrong_and_leaves_no_database_behind() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("db.sqlite");
    let output = sandbox()
        .args(["import", "polis"])
        .arg(folder.path())
        .arg("--database")
        .arg(&database)
        .output()
        .unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("holds no Polis export"), "{told}");
    assert!(!database.exists());
}
