//! What was typed, checked by the same rules the server runs.

use muloqot_domain::{FieldCode, FieldError, Problem, ProblemCode, Stance, accept_comment_text};

use crate::graphemes::graphemes;
use crate::locale::{Message, m, text_error_words, text_refusal_words};

/// What is wrong with a form, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    /// What is wrong with the stance.
    pub stance: Option<Message>,
    /// What is wrong with the text.
    pub text: Option<Message>,
    /// Whether what is quoted is not there to be quoted.
    pub quote: bool,
}

impl Refusal {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.stance.is_none() && self.text.is_none() && !self.quote
    }
}

/// The stance and text that will be sent, or everything that is wrong with them.
pub fn check(stance: &str, text: &str) -> Result<(Stance, String), Refusal> {
    let stance = stance.parse::<Stance>().map_err(|()| m::compose_stance_missing());
    let text = accept_comment_text(text, graphemes).map_err(text_refusal_words);
    match (stance, text) {
        (Ok(stance), Ok(text)) => Ok((stance, text.to_owned())),
        (stance, text) => Err(Refusal { stance: stance.err(), text: text.err(), quote: false }),
    }
}

/// What a server found wrong, put to the fields of the form. Empty when it is about
/// something else.
pub fn refusal_of(problem: &Problem) -> Refusal {
    let field = |pointer: &str| problem.errors.iter().find(|error| error.pointer == pointer);
    Refusal {
        stance: field("/stance").map(|_| m::compose_stance_missing()),
        text: field("/text").map(text_error_words),
        quote: problem.errors.iter().any(|error| error.pointer.starts_with("/quote")),
    }
}

/// Whether the platform has done something else under the same key already: an earlier
/// wording, whose answer was lost.
pub fn is_sent_already(problem: &Problem) -> bool {
    let is_key = |error: &FieldError| !error.pointer.starts_with('/');
    problem.errors.iter().any(|error| error.code == FieldCode::AlreadyUsed && is_key(error))
}

/// Whether nobody can tell if the platform has done what it was asked: the answer was lost,
/// or is none. It is known where a part of the whole is to blame.
pub fn is_uncertain(problem: &Problem) -> bool {
    problem.errors.is_empty()
        && matches!(
            problem.code,
            ProblemCode::TimedOut | ProblemCode::Unreadable | ProblemCode::Unavailable
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let refusal = check("", "  ").unwrap_err();
        assert_eq!(refusal.stance, Some(m::compose_stance_missing()));
        assert_eq!(refusal.text, Some(m::text_empty()));
    }

    #[test]
    fn the_space_around_a_text_is_not_sent() {
        assert_eq!(check("for", " ha \n"), Ok((Stance::For, "ha".to_owned())));
    }

    #[test]
    fn a_comment_whose_file_did_not_arrive_was_certainly_not_sent() {
        let lost = Problem::new(ProblemCode::Unavailable);
        assert!(is_uncertain(&lost));
        assert!(!is_uncertain(&lost.with_field("/attachments", FieldCode::Other, &[])));
    }

    #[test]
    fn what_the_server_found_comes_to_its_field() {
        let problem = Problem::new(ProblemCode::Validation).with_field(
            "/text",
            FieldCode::TooLong,
            &[("over", 3)],
        );
        let refusal = refusal_of(&problem);
        assert_eq!((refusal.stance, refusal.text), (None, Some(m::text_too_long(3_i64))));
        assert!(refusal_of(&Problem::new(ProblemCode::Validation)).is_empty());
        let moved = Problem::new(ProblemCode::Validation);
        let moved = moved.with_field("/quote/text", FieldCode::NoSuch, &[]);
        assert_eq!(refusal_of(&moved), Refusal { quote: true, ..Refusal::default() });
        let newer =
            Problem::new(ProblemCode::Validation).with_field("/text", FieldCode::Other, &[]);
        assert_eq!(refusal_of(&newer).text, Some(m::text_refused()));
    }
}
