//! Reading reports, decisions and appeals, with every field that cannot be accepted told at once.

use muloqot_domain::{
    AnsweredMark, FieldCode, ModerationDecision, NewAppeal, NewModeration, NewReport,
    accept_report_note, graphemes,
};
use serde_json::Value;

use super::body_reader::BodyReader;
use crate::failure::Failure;

/// Reads a report.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn report(body: &Value) -> Result<NewReport, Failure> {
    let mut reader = BodyReader::of(body)?;
    let reason = reader.one_of("reason");
    let typed = if reader.has("note") { reader.string("note") } else { Some("") };
    let note = match (reason, typed) {
        (Some(reason), Some(typed)) => {
            let accepted = accept_report_note(reason, typed, graphemes);
            reader.accepted_note("note", accepted).flatten().map(str::to_owned)
        }
        (None, Some(_)) => reader.optional_note("note"),
        (_, None) => None,
    };
    reader.whole(reason.map(|reason| NewReport { reason, note }))
}

/// Reads a decision.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn moderation(body: &Value) -> Result<NewModeration, Failure> {
    let mut reader = BodyReader::of(body)?;
    let (decision, version) = (reader.one_of("decision"), reader.number("version"));
    let mut reason = reader.has("reason").then(|| reader.one_of("reason")).flatten();
    match decision {
        Some(ModerationDecision::Remove) if !reader.has("reason") => {
            reader.refuse("reason", FieldCode::Empty, &[]);
        }
        // What is read has nothing wrong with it.
        Some(ModerationDecision::Restore) => reason = None,
        _ => {}
    }
    let note = reader.optional_note("note");
    let read = decision.zip(version);
    reader.whole(read.map(|(decision, version)| NewModeration { decision, version, reason, note }))
}

/// Reads what is said about a comment's having been answered.
///
/// # Errors
/// When nothing is.
pub fn answered_mark(body: &Value) -> Result<AnsweredMark, Failure> {
    let mut reader = BodyReader::of(body)?;
    let is_answered = reader.flag("is_answered");
    reader.whole(is_answered.map(|is_answered| AnsweredMark { is_answered }))
}

/// Reads an appeal.
///
/// # Errors
/// When it cannot be accepted.
pub fn appeal(body: &Value) -> Result<NewAppeal, Failure> {
    let mut reader = BodyReader::of(body)?;
    let text = reader.note("text");
    reader.whole(text.map(|text| NewAppeal { text }))
}
