//! Reading what somebody wants to say, with every field that cannot be accepted told at once.

use muloqot_domain::{
    COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, CommentEdit, CommentId, CommentVote, FieldCode,
    LanguageTag, NewComment, Problem, ProblemCode, TextRefusal, accept_comment_text, graphemes,
};
use serde_json::Value;

use crate::failure::Failure;

/// Reads a new comment.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn new_comment(body: &Value) -> Result<NewComment, Failure> {
    let mut reader = BodyReader::of(body)?;
    let parent_id = match body.get("parent_id") {
        None | Some(Value::Null) => None,
        Some(_) => reader.string("parent_id").map(CommentId::from),
    };
    let (stance, text) = (reader.one_of("stance"), reader.text());
    let language = reader.language();
    match (reader.problem.errors.is_empty(), stance, text, language) {
        (true, Some(stance), Some(text), Some(language)) => {
            Ok(NewComment { parent_id, stance, text, language })
        }
        _ => Err(reader.problem.into()),
    }
}

/// Reads a changed comment.
///
/// # Errors
/// Every field that cannot be accepted.
pub fn comment_edit(body: &Value) -> Result<CommentEdit, Failure> {
    let mut reader = BodyReader::of(body)?;
    let language = match body.get("language") {
        None | Some(Value::Null) => None,
        Some(_) => reader.language(),
    };
    let (stance, text) = (reader.one_of("stance"), reader.text());
    match (reader.problem.errors.is_empty(), stance, text) {
        (true, Some(stance), Some(text)) => Ok(CommentEdit { stance, text, language }),
        _ => Err(reader.problem.into()),
    }
}

/// Reads a vote.
///
/// # Errors
/// When it is none.
pub fn vote(body: &Value) -> Result<CommentVote, Failure> {
    let mut reader = BodyReader::of(body)?;
    match reader.one_of("vote") {
        Some(vote) => Ok(vote),
        None => Err(reader.problem.into()),
    }
}

struct BodyReader<'a> {
    body: &'a Value,
    problem: Problem,
}

impl<'a> BodyReader<'a> {
    fn of(body: &'a Value) -> Result<Self, Failure> {
        if body.is_object() {
            Ok(Self { body, problem: Problem::new(ProblemCode::Validation) })
        } else {
            Err(Failure::field("", FieldCode::UnknownValue))
        }
    }

    fn refuse(&mut self, name: &str, code: FieldCode, params: &[(&str, i64)]) {
        let problem = std::mem::replace(&mut self.problem, Problem::new(ProblemCode::Validation));
        self.problem = problem.with_field(&format!("/{name}"), code, params);
    }

    fn string(&mut self, name: &str) -> Option<&'a str> {
        match self.body.get(name) {
            Some(Value::String(text)) => return Some(text),
            None | Some(Value::Null) => self.refuse(name, FieldCode::Empty, &[]),
            Some(_) => self.refuse(name, FieldCode::UnknownValue, &[]),
        }
        None
    }

    fn language(&mut self) -> Option<LanguageTag> {
        let language = LanguageTag(self.string("language")?.to_owned());
        if !language.is_well_formed() {
            self.refuse("language", FieldCode::UnknownValue, &[]);
        }
        Some(language)
    }

    /// One of the values the contract lists.
    fn one_of<T: std::str::FromStr>(&mut self, name: &str) -> Option<T> {
        let value = self.string(name)?.parse().ok();
        if value.is_none() {
            self.refuse(name, FieldCode::UnknownValue, &[]);
        }
        value
    }

    fn text(&mut self) -> Option<String> {
        let refusal = match accept_comment_text(self.string("text")?, graphemes) {
            Ok(text) => return Some(text.to_owned()),
            Err(refusal) => refusal,
        };
        let graphemes_max = COMMENT_GRAPHEMES_MAX as i64;
        match refusal {
            TextRefusal::Empty => self.refuse("text", FieldCode::Empty, &[]),
            TextRefusal::TooLong { over } => {
                let params = [("max", graphemes_max), ("over", over as i64)];
                self.refuse("text", FieldCode::TooLong, &params);
            }
            TextRefusal::TooHeavy => {
                let params = [("max", COMMENT_BYTES_MAX as i64)];
                self.refuse("text", FieldCode::TooHeavy, &params);
            }
            TextRefusal::ControlCharacter => {
                self.refuse("text", FieldCode::ControlCharacter, &[]);
            }
        }
        None
    }
}
