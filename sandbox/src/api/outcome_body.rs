//! Reading an outcome that is to be published, and what somebody says about one. What is
//! missing is read as empty, so that the domain's own rule tells which field it is.

use muloqot_domain::{
    ChangedDocument, CommentId, Decision, FieldCode, LanguageTag, NewOutcome, NewSettlement, Theme,
    ThemeId,
};
use serde_json::Value;

use super::body_reader::BodyReader;
use crate::failure::Failure;

/// Reads an outcome, without a judgement on it.
///
/// # Errors
/// When it is no object.
pub fn outcome(body: &Value) -> Result<NewOutcome, Failure> {
    if !body.is_object() {
        return Err(Failure::field("", FieldCode::UnknownValue));
    }
    Ok(NewOutcome {
        language: LanguageTag(text(body, "language")),
        lead: text(body, "lead"),
        themes: list(body, "themes").iter().map(theme).collect(),
        replaces: body.get("replaces").and_then(Value::as_u64),
    })
}

/// Reads what the author of a cited comment says.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn settlement(body: &Value) -> Result<NewSettlement, Failure> {
    let mut reader = BodyReader::of(body)?;
    let settled = reader.flag("settled");
    let note = reader.optional_note("note");
    reader.whole(settled.map(|settled| NewSettlement { settled, note }))
}

fn theme(value: &Value) -> Theme {
    let document = value.get("document").filter(|document| !document.is_null());
    Theme {
        id: ThemeId(text(value, "id")),
        title: text(value, "title"),
        decision: text(value, "decision").parse().unwrap_or(Decision::Other),
        reason: text(value, "reason"),
        comments: list(value, "comments")
            .iter()
            .map(|id| CommentId(id.as_str().unwrap_or_default().to_owned()))
            .collect(),
        document: document.map(|document| ChangedDocument {
            title: text(document, "title"),
            url: text(document, "url"),
            media_type: Some(text(document, "media_type")).filter(|kind| !kind.is_empty()),
            bytes: document.get("bytes").and_then(Value::as_u64),
        }),
    }
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
