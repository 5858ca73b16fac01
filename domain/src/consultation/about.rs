//! What a consultation is about beyond its text: why it is asked, of whom, what becomes of the
//! answers, what there is to read, and what the agency asks one by one.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::ConsultationCounts;
use crate::{FromJson, LanguageTag, QuestionId, from_json, json};

/// JSON that is carried along and read where it is shown.
///
/// A page that never shows it does not load what reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread(Arc<Value>);

impl From<Value> for Unread {
    fn from(value: Value) -> Self {
        Self(Arc::new(value))
    }
}

impl Serialize for Unread {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Unread {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl Unread {
    /// The JSON itself.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.0
    }

    /// Takes a member out of an object, where it has one.
    #[must_use]
    pub fn taken_from(object: &mut Value, name: &str) -> Option<Self> {
        object.get_mut(name).map(Value::take).filter(|it| !it.is_null()).map(Self::from)
    }

    /// Reads it; `None` when it has not the form.
    #[must_use]
    pub fn read<T: FromJson>(&self) -> Option<T> {
        T::from_json(&self.0)
    }
}

/// A document to be read before one answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    /// What it is called, in the language of the consultation.
    pub title: String,
    /// Where it is read: an absolute address that begins with `https://`. Others are not to be
    /// followed.
    pub url: String,
    /// Its media type (RFC 6838), where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Its size in bytes, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The language it is written in, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
}

from_json!(Document {
    title: required,
    url: required,
    media_type: optional,
    bytes: optional,
    language: optional,
});

/// A question of the agency that is answered by itself, in a thread of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// Tells it apart from the others of its consultation.
    pub id: QuestionId,
    /// What is asked, in plain text and in the language of the consultation.
    pub text: String,
    /// How much is answered; not told in lists.
    #[serde(default)]
    pub counts: ConsultationCounts,
}

from_json!(Question { id: required, text: required, counts: optional });

/// What a consultation is about beyond its text. All texts are in the language of the
/// consultation; blank lines part paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct About {
    /// Why it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What will be done with the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Who is asked to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited: Option<String>,
    /// What there is to read.
    #[serde(default, deserialize_with = "json::whole_ones")]
    pub documents: Vec<Document>,
    /// What is asked one by one, in the agency's order.
    #[serde(default, deserialize_with = "json::whole_ones")]
    pub questions: Vec<Question>,
    /// Where a reader can ask for news of it by e-mail: an absolute address that begins with
    /// `https://`. Absent where the platform sends none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_updates_url: Option<String>,
}

from_json!(About {
    why: optional,
    purpose: optional,
    invited: optional,
    documents: readable,
    questions: readable,
    email_updates_url: optional,
});

impl About {
    /// The question of that identifier, with its place among all, from 1.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<(usize, &Question)> {
        let found = |(place, question): (usize, _)| (place + 1, question);
        self.questions.iter().enumerate().map(found).find(|(_, question)| question.id == *id)
    }

    /// The question after that one.
    #[must_use]
    pub fn after(&self, id: &QuestionId) -> Option<&Question> {
        let (place, _) = self.question(id)?;
        self.questions.get(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn about(count: usize) -> About {
        let question = |number| Question {
            id: QuestionId(format!("q{number}")),
            text: format!("{number}?"),
            counts: ConsultationCounts::default(),
        };
        About { questions: (0..count).map(question).collect(), ..About::default() }
    }

    #[test]
    fn what_cannot_be_read_costs_itself_alone() {
        let unread = Unread::from(json!({
            "why": "Sabab",
            "documents": [{ "title": 7 }, { "title": "Loyiha", "url": "https://a.uz" }],
            "questions": [{ "id": "a", "text": "Qanday?" }, null],
            "colour": "blue",
        }));
        let about: About = unread.read().unwrap();
        assert_eq!((about.documents.len(), about.questions.len()), (1, 1));
        assert_eq!(about.why.as_deref(), Some("Sabab"));
        assert_eq!(Unread::from(json!("text")).read::<About>(), None);
    }

    proptest! {
        #[test]
        fn from_the_first_question_every_other_one_is_come_to(count in 1_usize..20) {
            let about = about(count);
            let mut id = about.questions[0].id.clone();
            for place in 1..=count {
                prop_assert_eq!(about.question(&id).map(|(place, _)| place), Some(place));
                match about.after(&id) {
                    Some(next) => id = next.id.clone(),
                    None => prop_assert_eq!(place, count),
                }
            }
        }

        #[test]
        fn a_question_that_is_not_asked_is_not_found(count in 0_usize..20, id in "[r-z][0-9]{0,2}") {
            let (about, id) = (about(count), QuestionId(id));
            prop_assert_eq!(about.question(&id), None);
            prop_assert_eq!(about.after(&id), None);
        }
    }
}
