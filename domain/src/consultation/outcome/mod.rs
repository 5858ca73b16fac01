//! What became of a consultation: what was said, what was done, and why.

mod numbers;
mod publishing;
mod settlement;

pub use numbers::{AgencyNumbers, Answering, agency_numbers, median};
pub use publishing::{
    DOCUMENT_TITLE_GRAPHEMES_MAX, OUTCOME_LEAD_GRAPHEMES_MAX, OUTCOME_THEMES_MAX,
    THEME_COMMENTS_MAX, THEME_REASON_GRAPHEMES_MAX, THEME_TITLE_GRAPHEMES_MAX, accept_outcome,
};
pub use settlement::{NewSettlement, Settlement, SettlementCounts, settlement_counts};

use serde::{Deserialize, Serialize};

use crate::{
    Author, CommentAction, CommentId, LanguageTag, ThemeId, Timestamp, from_json,
    open_enum::open_enum,
};

open_enum! {
    /// What the agency made of what people said.
    pub enum Decision {
        /// It is done as they asked.
        TakenUp = "taken_up",
        /// Some of it is.
        InPart = "in_part",
        /// It is not done.
        NotTaken = "not_taken",
        /// It is not decided yet, or has to wait.
        Later = "later",
    }
}

open_enum! {
    /// What the reader may do with an outcome.
    pub enum OutcomeAction {
        /// Publish another in its place.
        Revise = "revise",
    }
}

/// A document that was changed because of what people said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangedDocument {
    /// What it is called.
    pub title: String,
    /// Where it is read: an absolute address that begins with `https://`.
    pub url: String,
    /// Its media type (RFC 6838), where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Its size in bytes, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
}

from_json!(ChangedDocument {
    title: required,
    url: required,
    media_type: optional,
    bytes: optional
});

/// One thing that people said, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Theme {
    /// Tells it apart from the others of its outcome, and is its place on the page: 1 to 40
    /// of the characters a–z, 0–9 and `-`.
    pub id: ThemeId,
    /// What people said, in a few words of plain text.
    pub title: String,
    /// What the agency made of it.
    pub decision: Decision,
    /// Why; blank lines part paragraphs.
    pub reason: String,
    /// The comments it rests on.
    #[serde(default)]
    pub comments: Vec<CommentId>,
    /// What was changed because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<ChangedDocument>,
}

from_json!(Theme {
    id: required,
    title: required,
    decision: required,
    reason: required,
    comments: optional,
    document: optional,
});

/// A comment that an outcome rests on, as it is shown there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitedComment {
    /// Which.
    pub id: CommentId,
    /// Who wrote it; empty when it cannot be read any more.
    #[serde(default)]
    pub author: Author,
    /// Its first words; absent when it cannot be read any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// The language of its text.
    pub language: LanguageTag,
    /// What its author says about the outcome; absent until they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// What the reader may do: its author may `settle` it.
    #[serde(default)]
    pub can: Vec<CommentAction>,
}

from_json!(CitedComment {
    id: required,
    author: optional,
    excerpt: optional,
    language: required,
    settlement: optional,
    can: optional,
});

/// What became of a consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outcome {
    /// When it was first published.
    pub published_at: Timestamp,
    /// Grows by one each time it is published anew.
    pub revision: u64,
    /// The language of all its texts.
    pub language: LanguageTag,
    /// What became of it in a few sentences; blank lines part paragraphs.
    pub lead: String,
    /// What people said, and what became of each.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// The comments that the themes rest on, each once.
    #[serde(default)]
    pub cited: Vec<CitedComment>,
    /// How the agency that asked keeps its word.
    #[serde(default)]
    pub agency_numbers: AgencyNumbers,
    /// What the reader may do with it.
    #[serde(default)]
    pub can: Vec<OutcomeAction>,
}

from_json!(Outcome {
    published_at: required,
    revision: required,
    language: required,
    lead: required,
    themes: optional,
    cited: optional,
    agency_numbers: optional,
    can: optional,
});

impl Outcome {
    /// How many themes ended with each decision, in the order of declaration and without those
    /// that none ended with; what a newer server decides comes last.
    #[must_use]
    pub fn by_decision(&self) -> Vec<(Decision, u64)> {
        let all = Decision::ALL.iter().copied().chain([Decision::Other]);
        let count = |decision| self.themes.iter().filter(|it| it.decision == decision).count();
        all.map(|decision| (decision, count(decision) as u64)).filter(|it| it.1 > 0).collect()
    }

    /// How many of those it rests on say that it settles the matter.
    #[must_use]
    pub fn settled(&self) -> SettlementCounts {
        settlement_counts(self.cited.iter().map(|it| it.settlement.as_ref().map(|it| it.settled)))
    }

    /// The outcome once an author has said something else about it, or nothing.
    pub fn settle(&mut self, id: &CommentId, settlement: Option<Settlement>) {
        if let Some(cited) = self.cited.iter_mut().find(|cited| cited.id == *id) {
            cited.settlement = settlement;
        }
    }
}

/// An outcome to be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewOutcome {
    /// The language of all its texts.
    pub language: LanguageTag,
    /// What became of it in a few sentences: 1 to 1,000 graphemes.
    pub lead: String,
    /// What people said, and what became of each: 1 to 30.
    pub themes: Vec<Theme>,
    /// The revision its author read and changed; absent when there was none. A `conflict` when
    /// another stands there by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<u64>,
}

from_json!(NewOutcome { language: required, lead: required, themes: required, replaces: optional });

/// The greatest length of the first words of a comment, in characters.
const EXCERPT_CHARS_MAX: usize = 100;

/// The first words of a text on one line, whole; with an ellipsis when there are more.
#[must_use]
pub fn first_words(text: &str) -> String {
    let mut excerpt = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let room = EXCERPT_CHARS_MAX.saturating_sub(length);
        let word_length = word.chars().count();
        if word_length > room {
            if length == 0 {
                excerpt.extend(word.chars().take(room));
            }
            return excerpt.trim_end().to_owned() + "…";
        }
        excerpt.push_str(word);
        excerpt.push(' ');
        length += word_length + 1;
    }
    excerpt.truncate(excerpt.trim_end().len());
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_nobody_knows_yet_is_counted_last() {
        let theme = |decision| Theme {
            id: "t".into(),
            title: "Trees".into(),
            decision,
            reason: "Because".into(),
            comments: Vec::new(),
            document: None,
        };
        let outcome = Outcome {
            published_at: Timestamp(0),
            revision: 1,
            language: LanguageTag("en".into()),
            lead: "Thank you".into(),
            themes: [Decision::Other, Decision::NotTaken, Decision::TakenUp, Decision::NotTaken]
                .map(theme)
                .into(),
            cited: Vec::new(),
            agency_numbers: AgencyNumbers::default(),
            can: Vec::new(),
        };
        let expected = [(Decision::TakenUp, 1), (Decision::NotTaken, 2), (Decision::Other, 1)];
        assert_eq!(outcome.by_decision(), expected);
    }

    #[test]
    fn first_words_are_whole_and_on_one_line() {
        assert_eq!(first_words("  Ikki\n\nquti yetadi. "), "Ikki quti yetadi.");
        let long = first_words(&"soʻz ".repeat(40));
        assert!(long.ends_with("soʻz…") && long.chars().count() <= EXCERPT_CHARS_MAX + 1);
        assert_eq!(first_words(&"a".repeat(300)).chars().count(), EXCERPT_CHARS_MAX + 1);
    }
}
