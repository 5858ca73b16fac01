//! Consultations: an agency asks, citizens answer, the agency replies.

mod about;
mod calendar;
mod filter;
mod following;
mod outcome;
mod phases;
mod schedule;

pub use about::{About, Document, Question, Unread};
pub use calendar::{DeadlineEntry, deadline_calendar};
pub use filter::{ConsultationFilter, ConsultationSort};
pub use following::{News, Visit, news_since};
pub use outcome::{
    AgencyNumbers, Answering, ChangedDocument, CitedComment, DOCUMENT_TITLE_GRAPHEMES_MAX,
    Decision, NewOutcome, NewSettlement, OUTCOME_LEAD_GRAPHEMES_MAX, OUTCOME_THEMES_MAX, Outcome,
    OutcomeAction, Settlement, SettlementCounts, THEME_COMMENTS_MAX, THEME_REASON_GRAPHEMES_MAX,
    THEME_TITLE_GRAPHEMES_MAX, Theme, accept_outcome, agency_numbers, first_words, median,
    settlement_counts,
};
pub use phases::{Phase, PhaseStand, phases};
pub use schedule::{Schedule, Status, TimeLeft, status_at, time_left};

use serde::{Deserialize, Serialize};

use crate::{
    Agency, Comment, CommentState, ConsultationId, LanguageTag, Stance, Timestamp, from_json,
    open_enum::open_enum,
};

open_enum! {
    /// What a consultation is about.
    pub enum Topic {
        /// Kindergartens, schools, universities.
        Education = "education",
        /// Clinics, medicines, public health.
        Health = "health",
        /// Roads, public transport, traffic.
        Transport = "transport",
        /// Air, water, waste, nature.
        Environment = "environment",
        /// Business, work, taxes, prices.
        Economy = "economy",
        /// Homes, mahallas, utilities.
        Housing = "housing",
        /// Public services online, data, connection.
        Digital = "digital",
        /// Courts, rights, public order.
        Justice = "justice",
        /// Culture, language, sport.
        Culture = "culture",
        /// Pensions, benefits, care.
        Social = "social",
    }
}

open_enum! {
    /// What the reader may do with a consultation. For a visitor: what they could
    /// do once signed in as a citizen.
    pub enum ConsultationAction {
        /// Write a comment or a reply.
        Comment = "comment",
        /// Publish what became of it.
        PublishOutcome = "publish_outcome",
        /// Decide about comments that break the rules, or are said to.
        Moderate = "moderate",
    }
}

/// How many comments take each stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct StanceCounts {
    /// Comments for.
    #[serde(rename = "for")]
    pub in_favour: u64,
    /// Comments against.
    pub against: u64,
    /// Comments that take no side.
    pub neutral: u64,
    /// Questions.
    pub question: u64,
}

from_json!(StanceCounts {
    in_favour: optional as "for",
    against: optional,
    neutral: optional,
    question: optional,
});

impl StanceCounts {
    /// The number of one side; none of a side that is not known.
    #[must_use]
    pub fn of(&self, stance: Stance) -> u64 {
        match stance {
            Stance::For => self.in_favour,
            Stance::Against => self.against,
            Stance::Neutral => self.neutral,
            Stance::Question => self.question,
            Stance::Other => 0,
        }
    }
}

/// How much a consultation is taken part in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ConsultationCounts {
    /// Visible comments and replies.
    pub comments: u64,
    /// People who wrote them.
    pub participants: u64,
    /// Visible comments and replies by stance.
    pub by_stance: StanceCounts,
}

from_json!(ConsultationCounts { comments: optional, participants: optional, by_stance: optional });

impl ConsultationCounts {
    /// The numbers once a comment is there, as every reader sees it; one that cannot be
    /// read does not count.
    #[must_use]
    pub fn with(mut self, comment: &Comment) -> Self {
        if let Some(count) = self.of(comment) {
            *count += 1;
            self.comments += 1;
        }
        self
    }

    /// The numbers once a comment is not there any more.
    #[must_use]
    pub fn without(mut self, comment: &Comment) -> Self {
        if let Some(count) = self.of(comment) {
            *count = count.saturating_sub(1);
            self.comments = self.comments.saturating_sub(1);
        }
        self
    }

    fn of(&mut self, comment: &Comment) -> Option<&mut u64> {
        let by_stance = &mut self.by_stance;
        match (comment.state, comment.stance) {
            (CommentState::Visible, Stance::For) => Some(&mut by_stance.in_favour),
            (CommentState::Visible, Stance::Against) => Some(&mut by_stance.against),
            (CommentState::Visible, Stance::Neutral) => Some(&mut by_stance.neutral),
            (CommentState::Visible, Stance::Question) => Some(&mut by_stance.question),
            _ => None,
        }
    }
}

/// What the agency said in the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficialReply {
    /// The reply in plain text; blank lines part paragraphs.
    pub text: String,
    /// Its language.
    pub language: LanguageTag,
    /// Who signed it.
    pub author_name: String,
    /// When it was published.
    pub published_at: Timestamp,
}

from_json!(OfficialReply {
    text: required,
    language: required,
    author_name: required,
    published_at: required,
});

/// An agency's question to citizens.
///
/// Lists leave out `body`, `plain_text`, `about`, `general_counts` and `official_reply`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consultation {
    /// Its identifier.
    pub id: ConsultationId,
    /// Who asks.
    pub agency: Agency,
    /// What it is about.
    pub topic: Topic,
    /// The language of title, summary and body.
    pub language: LanguageTag,
    /// Its title in plain text.
    pub title: String,
    /// What is asked, in a sentence or two of plain text.
    pub summary: String,
    /// The whole text; blank lines part paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The text once more, short and in plain words; blank lines part paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain_text: Option<String>,
    /// What it is about beyond its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<About>))]
    pub about: Option<Unread>,
    /// Where it stands.
    pub status: Status,
    /// From when it takes comments.
    pub opens_at: Timestamp,
    /// Until when it takes comments.
    pub closes_at: Timestamp,
    /// When the agency replied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
    /// When what was promised was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
    /// How much it is taken part in.
    #[serde(default)]
    pub counts: ConsultationCounts,
    /// How much it is taken part in outside of its questions; absent where it asks none one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub general_counts: Option<ConsultationCounts>,
    /// What the agency said in the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official_reply: Option<OfficialReply>,
    /// Whether the agency has published what became of it.
    #[serde(default)]
    pub has_outcome: bool,
    /// What the reader may do here.
    #[serde(default)]
    pub can: Vec<ConsultationAction>,
}

from_json!(Consultation {
    id: required,
    agency: required,
    topic: required,
    language: required,
    title: required,
    summary: required,
    body: optional,
    plain_text: optional,
    about: unsent,
    status: required,
    opens_at: required,
    closes_at: required,
    answered_at: optional,
    done_at: optional,
    counts: optional,
    general_counts: optional,
    official_reply: optional,
    has_outcome: optional,
    can: optional,
} carrying about);
