//! What is being written.

use muloqot_domain::{CommentId, ConsultationId, QuestionId};

use crate::routes::Address;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A comment of its own.
    Top,
    /// A comment of its own that answers that question.
    Answer(QuestionId),
    /// A reply to that comment.
    Reply(CommentId),
    /// Another wording of that comment.
    Edit(CommentId),
}

impl Place {
    /// What is written at the top of the thread of a question, or of all of a consultation.
    pub fn top(question: Option<QuestionId>) -> Self {
        question.map_or(Self::Top, Self::Answer)
    }

    /// Whether it stands at the top of a thread.
    pub fn is_top(&self) -> bool {
        matches!(self, Self::Top | Self::Answer(_))
    }

    /// The question that is answered at the top of its thread.
    pub fn question(&self) -> Option<QuestionId> {
        match self {
            Self::Answer(question) => Some(question.clone()),
            _ => None,
        }
    }

    /// The place as a text for identifiers and keys.
    pub fn slug(&self) -> String {
        match self {
            Self::Top => "new".to_owned(),
            Self::Answer(question) => format!("answer-{question}"),
            Self::Reply(parent) => format!("reply-{parent}"),
            Self::Edit(comment) => format!("edit-{comment}"),
        }
    }

    /// The identifier of the form.
    pub fn form_id(&self) -> String {
        format!("form-{}", self.slug())
    }

    /// The identifier of the form's heading.
    pub fn heading_id(&self) -> String {
        format!("compose-{}", self.slug())
    }

    /// The identifier of the field for the text.
    pub fn text_id(&self) -> String {
        format!("text-{}", self.slug())
    }

    /// The address at which the form stands, for coming back to it.
    pub fn address(&self, consultation: &ConsultationId) -> Address {
        match self {
            Self::Top => Address::Consultation(consultation.clone()),
            Self::Answer(question) => Address::Question(consultation.clone(), question.clone()),
            Self::Reply(comment) | Self::Edit(comment) => {
                Address::Comment(consultation.clone(), comment.clone())
            }
        }
    }
}
