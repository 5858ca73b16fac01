//! The two files of an export, read row by row: a bad row costs that row.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use csv::{ByteRecord, ReaderBuilder};
use muloqot_domain::{Timestamp, accept_comment_text, graphemes};

const SUMMARY: &str = "summary.csv";
const COMMENTS: &str = "comments.csv";
const COLUMNS: [&str; 7] =
    ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"];

/// What an export holds.
pub struct PolisExport {
    /// The same for every export of one conversation.
    pub key: String,
    /// Its topic.
    pub title: String,
    /// What was asked, if it says so.
    pub description: Option<String>,
    /// What was said, the oldest first.
    pub statements: Vec<Statement>,
    /// What could not be read.
    pub bad_rows: Vec<BadRow>,
}

/// Something somebody said.
pub struct Statement {
    /// Its number in the conversation.
    pub id: u64,
    /// Its author's number.
    pub author: u64,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// Whether a moderator took it away.
    pub is_rejected: bool,
    /// Votes for it.
    pub agrees: u64,
    /// Votes against it.
    pub disagrees: u64,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The line it begins on, counted from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{COMMENTS} line {}: {}", self.line, self.reason)
    }
}

impl PolisExport {
    /// Reads a folder.
    ///
    /// # Errors
    /// When it holds no export.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        Self::read_files(folder)
            .with_context(|| format!("{} holds no Polis export", folder.display()))
    }

    fn read_files(folder: &Path) -> anyhow::Result<Self> {
        let file = |name: &str| {
            std::fs::read(folder.join(name)).with_context(|| format!("{name} cannot be read"))
        };
        let summary = Summary::read(&file(SUMMARY)?)?;
        let mut bad_rows = Vec::new();
        let mut statements = statements(&file(COMMENTS)?, &mut bad_rows)?;
        ensure!(!statements.is_empty(), "{COMMENTS} has no row that can be read");
        statements.sort_by_key(|statement| (statement.created_at, statement.id));
        let url_end = summary.url.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let folder_name = folder.file_name().unwrap_or_default().to_string_lossy();
        let key = if url_end.is_empty() { slug(&folder_name) } else { slug(url_end) };
        ensure!(!key.is_empty(), "{SUMMARY} has no url");
        let title = if summary.topic.is_empty() { key.clone() } else { summary.topic };
        let description = (!summary.description.is_empty()).then_some(summary.description);
        Ok(Self { key, title, description, statements, bad_rows })
    }
}

/// Letters and digits of a text, the rest as hyphens.
fn slug(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    text.trim_matches('-').to_owned()
}

#[derive(Default)]
struct Summary {
    topic: String,
    url: String,
    description: String,
}

impl Summary {
    fn read(bytes: &[u8]) -> anyhow::Result<Self> {
        let mut summary = Self::default();
        let mut names = BTreeSet::new();
        for record in reader(without_mark(bytes), false).into_byte_records() {
            let record = record.with_context(|| format!("{SUMMARY} is no table"))?;
            let text = |column| String::from_utf8_lossy(record.get(column).unwrap_or_default());
            let value = text(1).replace("\r\n", "\n").trim().to_owned();
            match text(0).trim() {
                "topic" => summary.topic = value,
                "url" => summary.url = value,
                "conversation-description" => summary.description = value,
                _ => continue,
            }
            names.insert(text(0).trim().to_owned());
        }
        ensure!(names.contains("topic") && names.contains("url"), "{SUMMARY} has no topic or url");
        Ok(summary)
    }
}

fn statements(bytes: &[u8], bad_rows: &mut Vec<BadRow>) -> anyhow::Result<Vec<Statement>> {
    let bytes = without_mark(bytes);
    let mut reader = reader(bytes, true);
    let headers = reader.byte_headers().with_context(|| format!("{COMMENTS} is no table"))?;
    let width = headers.len();
    let mut columns = [0; COLUMNS.len()];
    for (column, name) in columns.iter_mut().zip(COLUMNS) {
        match headers.iter().position(|header| header.trim_ascii() == name.as_bytes()) {
            Some(place) => *column = place,
            None => bail!("{COMMENTS} has no column {name}"),
        }
    }
    let mut seen = BTreeSet::new();
    let mut statements = Vec::new();
    for record in reader.byte_records() {
        let record = record.with_context(|| format!("{COMMENTS} cannot be read to its end"))?;
        let read = if record.len() == width {
            statement(&record, &columns)
        } else {
            Err(format!("{} fields in place of {width}", record.len()))
        };
        let read = read.and_then(|statement| {
            let is_new = seen.insert(statement.id);
            is_new.then_some(statement).ok_or_else(|| "its comment-id came before".to_owned())
        });
        match read {
            Ok(statement) => statements.push(statement),
            Err(reason) => {
                bad_rows.push(BadRow { line: line_of(&record, bytes), reason });
            }
        }
    }
    Ok(statements)
}

/// The line a record begins on. The reader's own count is one short after a CRLF, whose second
/// half it takes for a part of the next record.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u64 {
    let start = record.position().map_or(0, |position| position.byte() as usize);
    let before = bytes.get(..=start).unwrap_or(bytes);
    1 + before.iter().filter(|byte| **byte == b'\n').count() as u64
}

fn statement(record: &ByteRecord, columns: &[usize; 7]) -> Result<Statement, String> {
    let field = |index: usize| -> Result<&str, String> {
        let bytes = record.get(columns[index]).unwrap_or_default();
        let text = std::str::from_utf8(bytes);
        text.map(str::trim).map_err(|_| format!("{} is not UTF-8", COLUMNS[index]))
    };
    let number = |index: usize| -> Result<u64, String> {
        let text = field(index)?;
        text.parse().map_err(|_| format!("{} is no number: {text:?}", COLUMNS[index]))
    };
    let milliseconds = i64::try_from(number(0)?).map_err(|_| "timestamp is too large")?;
    let is_rejected = match field(5)? {
        "-1" => true,
        "0" | "1" => false,
        other => return Err(format!("moderated is not -1, 0 or 1: {other:?}")),
    };
    let text = field(6)?.replace("\r\n", "\n");
    let text = accept_comment_text(&text, graphemes)
        .map_err(|refusal| format!("comment-body cannot be a comment: {refusal:?}"))?;
    Ok(Statement {
        id: number(1)?,
        author: number(2)?,
        text: text.to_owned(),
        created_at: Timestamp(milliseconds / 1_000),
        is_rejected,
        agrees: number(3)?,
        disagrees: number(4)?,
    })
}

/// The bytes without the mark that some programs put before UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn reader(bytes: &[u8], has_headers: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(has_headers).flexible(true).from_reader(bytes)
}
