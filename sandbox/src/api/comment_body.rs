//! Reading what somebody wants to say, with every field that cannot be accepted told at once.

use muloqot_domain::{
    ATTACHMENTS_MAX, AttachmentId, CommentEdit, CommentId, CommentVote, FieldCode, NewAttachment,
    NewComment, NewQuote, QuestionId, ShownAs,
};
use serde_json::Value;

use super::body_reader::BodyReader;
use crate::failure::Failure;

/// Reads a new comment.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn new_comment(body: &Value) -> Result<NewComment, Failure> {
    let mut reader = BodyReader::of(body)?;
    let has_parent = reader.has("parent_id");
    let parent_id = has_parent.then(|| reader.string("parent_id")).flatten().map(CommentId::from);
    let has_question = reader.has("question_id");
    let question_id =
        has_question.then(|| reader.string("question_id")).flatten().map(QuestionId::from);
    let (stance, text) = (reader.one_of("stance"), reader.comment_text());
    let language = reader.language();
    let shown_as = shown_as(&mut reader);
    let attachments = attachments(&mut reader, body).unwrap_or_default();
    let quote = quote(&mut reader);
    if quote.is_some() && !has_parent {
        reader.refuse("quote", FieldCode::NoSuch, &[]);
    }
    let read = stance.zip(text).zip(language);
    reader.whole(read.map(|((stance, text), language)| NewComment {
        parent_id,
        question_id,
        stance,
        text,
        language,
        shown_as,
        attachments,
        quote,
    }))
}

/// Reads what is quoted; whether it is there to be quoted is another matter.
fn quote(reader: &mut BodyReader<'_>) -> Option<NewQuote> {
    if !reader.has("quote") {
        return None;
    }
    let text = reader.string("quote/text")?;
    Some(NewQuote { text: text.to_owned() })
}

/// Reads a changed comment.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn comment_edit(body: &Value) -> Result<CommentEdit, Failure> {
    let mut reader = BodyReader::of(body)?;
    let language = reader.has("language").then(|| reader.language()).flatten();
    let (stance, text) = (reader.one_of("stance"), reader.comment_text());
    let (shown_as, attachments) = (shown_as(&mut reader), attachments(&mut reader, body));
    let read = stance.zip(text);
    reader.whole(read.map(|(stance, text)| CommentEdit {
        stance,
        text,
        language,
        shown_as,
        attachments,
    }))
}

fn shown_as(reader: &mut BodyReader<'_>) -> Option<ShownAs> {
    reader.has("shown_as").then(|| reader.one_of("shown_as")).flatten()
}

/// Reads which files it is to bring along; nothing, when that is not said.
fn attachments(reader: &mut BodyReader<'_>, body: &Value) -> Option<Vec<NewAttachment>> {
    const NAME: &str = "attachments";
    if !reader.has(NAME) {
        return None;
    }
    let Some(items) = body.get(NAME).and_then(Value::as_array) else {
        reader.refuse(NAME, FieldCode::UnknownValue, &[]);
        return None;
    };
    if items.len() > ATTACHMENTS_MAX {
        reader.refuse(NAME, FieldCode::TooMany, &[("max", ATTACHMENTS_MAX as i64)]);
        return None;
    }
    let mut read = Vec::new();
    for place in 0..items.len() {
        let id_name = format!("{NAME}/{place}/id");
        let id = reader.string(&id_name);
        if id == Some("") {
            reader.refuse(&id_name, FieldCode::Empty, &[]);
        }
        let description = reader.description(&format!("{NAME}/{place}/description"));
        if let (Some(id), Some(description)) = (id, description) {
            read.push(NewAttachment { id: AttachmentId::from(id), description });
        }
    }
    Some(read)
}

/// Reads a vote.
///
/// # Errors
/// When it is none.
pub fn vote(body: &Value) -> Result<CommentVote, Failure> {
    let mut reader = BodyReader::of(body)?;
    let vote = reader.one_of("vote");
    reader.whole(vote)
}
