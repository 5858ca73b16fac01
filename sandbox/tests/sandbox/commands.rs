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

#[test]
fn serve_says_its_address_last_and_stops_when_told() {
    let mut command = sandbox();
    command.args(["serve", "--port", "0", "--seed-if-empty", "--now", "2026-06-15T09:00:00Z"]);
    let mut serving = Serving(command.stdout(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    let address = lines.find_map(|line| line.unwrap().strip_prefix("http://").map(str::to_owned));
    let address = address.unwrap();
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    let mut connection = TcpStream::connect(&address).unwrap();
    let request = format!("GET /api/v1/consultations HTTP/1.1\r\nHost: {address}\r\n\r\n");
    connection.write_all(request.as_bytes()).unwrap();
    let mut start = [0; 15];
    connection.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 200 OK");
    drop(connection);
    let told = Command::new("kill").arg(serving.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(serving.0.wait().unwrap().success());
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
