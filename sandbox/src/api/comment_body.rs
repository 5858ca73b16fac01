//! Reading what somebody wants to say, with every field that cannot be accepted told at once.

use muloqot_domain::{CommentEdit, CommentId, CommentVote, NewComment};
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
    let (stance, text) = (reader.one_of("stance"), reader.comment_text());
    let language = reader.language();
    let read = stance.zip(text).zip(language);
    reader.whole(read.map(|((stance, text), language)| NewComment {
        parent_id,
        stance,
        text,
        language,
    }))
}

/// Reads a changed comment.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn comment_edit(body: &Value) -> Result<CommentEdit, Failure> {
    let mut reader = BodyReader::of(body)?;
    let language = reader.has("language").then(|| reader.language()).flatten();
    let (stance, text) = (reader.one_of("stance"), reader.comment_text());
    reader.whole(stance.zip(text).map(|(stance, text)| CommentEdit { stance, text, language }))
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
