//! Reads the members of a body, and gathers every one that cannot be accepted.

use muloqot_domain::{
    COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, DESCRIPTION_GRAPHEMES_MAX, FieldCode, LanguageTag,
    NOTE_BYTES_MAX, NOTE_GRAPHEMES_MAX, Problem, ProblemCode, TextRefusal, accept_comment_text,
    accept_description, accept_note, accept_optional_note, graphemes,
};
use serde_json::Value;

use crate::failure::Failure;

/// A body that is being read.
pub struct BodyReader<'a> {
    body: &'a Value,
    problem: Problem,
}

impl<'a> BodyReader<'a> {
    /// Starts to read a body.
    ///
    /// # Errors
    /// When it is no object.
    pub fn of(body: &'a Value) -> Result<Self, Failure> {
        if body.is_object() {
            Ok(Self { body, problem: Problem::new(ProblemCode::Validation) })
        } else {
            Err(Failure::field("", FieldCode::UnknownValue))
        }
    }

    /// What was read, if all of it can be accepted.
    ///
    /// # Errors
    /// Every member that cannot be accepted.
    pub fn whole<T>(self, read: Option<T>) -> Result<T, Failure> {
        match read.filter(|_| self.problem.errors.is_empty()) {
            Some(read) => Ok(read),
            None => Err(self.problem.into()),
        }
    }

    /// Whether a member was sent at all.
    pub fn has(&self, name: &str) -> bool {
        !matches!(self.body.get(name), None | Some(Value::Null))
    }

    /// Notes that a member cannot be accepted.
    pub fn refuse(&mut self, name: &str, code: FieldCode, params: &[(&str, i64)]) {
        let problem = std::mem::replace(&mut self.problem, Problem::new(ProblemCode::Validation));
        self.problem = problem.with_field(&format!("/{name}"), code, params);
    }

    /// A string, here or further in: `quote/text` is one in an object.
    pub fn string(&mut self, name: &str) -> Option<&'a str> {
        match self.body.pointer(&format!("/{name}")) {
            Some(Value::String(text)) => return Some(text),
            None | Some(Value::Null) => self.refuse(name, FieldCode::Empty, &[]),
            Some(_) => self.refuse(name, FieldCode::UnknownValue, &[]),
        }
        None
    }

    /// A whole number, not below 0.
    pub fn number(&mut self, name: &str) -> Option<u64> {
        let number = self.body.get(name).and_then(Value::as_u64);
        if number.is_none() {
            let code = if self.has(name) { FieldCode::UnknownValue } else { FieldCode::Empty };
            self.refuse(name, code, &[]);
        }
        number
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        let flag = self.body.get(name).and_then(Value::as_bool);
        if flag.is_none() {
            let code = if self.has(name) { FieldCode::UnknownValue } else { FieldCode::Empty };
            self.refuse(name, code, &[]);
        }
        flag
    }

    /// The language of a text.
    pub fn language(&mut self) -> Option<LanguageTag> {
        let language = LanguageTag(self.string("language")?.to_owned());
        if !language.is_well_formed() {
            self.refuse("language", FieldCode::UnknownValue, &[]);
        }
        Some(language)
    }

    /// One of the values the contract lists.
    pub fn one_of<T: std::str::FromStr>(&mut self, name: &str) -> Option<T> {
        let value = self.string(name)?.parse().ok();
        if value.is_none() {
            self.refuse(name, FieldCode::UnknownValue, &[]);
        }
        value
    }

    /// The text of a comment.
    pub fn comment_text(&mut self) -> Option<String> {
        let accepted = accept_comment_text(self.string("text")?, graphemes);
        self.accepted("text", accepted, COMMENT_GRAPHEMES_MAX, COMMENT_BYTES_MAX).map(str::to_owned)
    }

    /// What is said to be seen in a file.
    pub fn description(&mut self, name: &str) -> Option<String> {
        let accepted = accept_description(self.string(name)?, graphemes);
        self.accepted(name, accepted, DESCRIPTION_GRAPHEMES_MAX, COMMENT_BYTES_MAX)
            .map(str::to_owned)
    }

    /// A note that has to be there.
    pub fn note(&mut self, name: &str) -> Option<String> {
        let accepted = accept_note(self.string(name)?, graphemes);
        self.accepted_note(name, accepted).map(str::to_owned)
    }

    /// A note that may be left out, and is where nothing in it can be seen.
    pub fn optional_note(&mut self, name: &str) -> Option<String> {
        if !self.has(name) {
            return None;
        }
        let accepted = accept_optional_note(self.string(name)?, graphemes);
        self.accepted_note(name, accepted).flatten().map(str::to_owned)
    }

    /// What became of a note's text.
    pub fn accepted_note<T>(&mut self, name: &str, accepted: Result<T, TextRefusal>) -> Option<T> {
        self.accepted(name, accepted, NOTE_GRAPHEMES_MAX, NOTE_BYTES_MAX)
    }

    fn accepted<T>(
        &mut self,
        name: &str,
        accepted: Result<T, TextRefusal>,
        graphemes_max: usize,
        bytes_max: usize,
    ) -> Option<T> {
        let refusal = match accepted {
            Ok(text) => return Some(text),
            Err(refusal) => refusal,
        };
        match refusal {
            TextRefusal::Empty => self.refuse(name, FieldCode::Empty, &[]),
            TextRefusal::TooLong { over } => {
                let params = [("max", graphemes_max as i64), ("over", over as i64)];
                self.refuse(name, FieldCode::TooLong, &params);
            }
            TextRefusal::TooHeavy => {
                self.refuse(name, FieldCode::TooHeavy, &[("max", bytes_max as i64)]);
            }
            TextRefusal::ControlCharacter => {
                self.refuse(name, FieldCode::ControlCharacter, &[]);
            }
        }
        None
    }
}
