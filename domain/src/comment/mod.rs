//! Comments and replies.

mod answered;
mod attachment;
mod edit_window;
mod fair_order;
mod filter;
mod moderation;
mod picture;
mod quote;
mod report;
mod shown_as;
mod text;
mod version;
mod vote;

pub use answered::{AnsweredMark, may_mark_answered};
pub use attachment::{
    ATTACHMENT_BYTES_MAX, ATTACHMENT_LIMITS, ATTACHMENTS_MAX, Attachment,
    DESCRIPTION_GRAPHEMES_MAX, FILE_NAME_CHARS_MAX, MediaType, NewAttachment, Upload,
    accept_attachment, accept_description, file_name,
};
pub use edit_window::{EDIT_WINDOW_SECONDS, may_edit};
pub use fair_order::fair_rank;
pub use filter::CommentFilter;
pub use moderation::{
    Appeal, Decided, Moderation, ModerationDecision, NewAppeal, NewModeration, Pending, decide,
    may_appeal, may_moderate,
};
pub use picture::without_metadata;
pub use quote::{
    NewQuote, QUOTE_GRAPHEMES_MAX, Quote, QuoteRefusal, accept_quote, has_passage, passages,
};
pub use report::{
    NewReport, Report, ReportCase, ReportReason, ReportRefusal, ReviewState, accept_report_note,
    may_report,
};
pub use shown_as::{ShownAs, may_show_district, shown_author};
#[cfg(any(test, feature = "graphemes"))]
pub use text::graphemes;
pub use text::{
    COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, CountGraphemes, CountMark, NOTE_BYTES_MAX,
    NOTE_GRAPHEMES_MAX, TextRefusal, accept_comment_text, accept_note, accept_optional_note,
    accept_text, count_mark_crossed, graphemes_left,
};
pub use version::CommentVersion;
pub use vote::{CommentVote, NewCommentVote, vote_after_press};

use serde::{Deserialize, Serialize};

use crate::{
    AgencyId, CommentId, ConsultationId, LanguageTag, LocalizedText, QuestionId, ThemeId,
    Timestamp, from_json, json, open_enum::open_enum,
};

open_enum! {
    /// The side a comment takes.
    pub enum Stance {
        /// For what is proposed.
        For = "for",
        /// Against what is proposed.
        Against = "against",
        /// Neither.
        Neutral = "neutral",
        /// It asks.
        Question = "question",
    }
}

open_enum! {
    /// Whether a comment can be read.
    pub enum CommentState {
        /// Everybody reads it.
        Visible = "visible",
        /// A moderator looks at it first; only its author and the agency read it.
        Held = "held",
        /// A moderator took it away; `removal_reason` says why.
        Removed = "removed",
        /// Its author took it back.
        Withdrawn = "withdrawn",
    }
}

open_enum! {
    /// Why a moderator took a comment away.
    pub enum RemovalReason {
        /// It insults somebody.
        Insult = "insult",
        /// It tells what is private about somebody.
        PersonalData = "personal_data",
        /// The same again and again.
        Spam = "spam",
        /// It is about something else.
        OffTopic = "off_topic",
        /// It sells something.
        Advertising = "advertising",
    }
}

open_enum! {
    /// What the reader may do with a comment. For a visitor: what they could do
    /// once signed in as a citizen.
    pub enum CommentAction {
        /// Reply to it.
        Reply = "reply",
        /// Change it.
        Edit = "edit",
        /// Take it back.
        Withdraw = "withdraw",
        /// Agree or disagree with it.
        Vote = "vote",
        /// Say whether the outcome that rests on it settles the matter.
        Settle = "settle",
        /// Tell the agency that it breaks the rules.
        Report = "report",
        /// Object to its having been held or removed.
        Appeal = "appeal",
        /// Hide it while the agency looks at it.
        Hold = "hold",
        /// Take it away.
        Remove = "remove",
        /// Let it be read, again or further.
        Restore = "restore",
        /// Say that the agency has answered it otherwise than by a reply, or take that back.
        MarkAnswered = "mark_answered",
    }
}

open_enum! {
    /// The order of a thread's top comments.
    pub enum CommentSort {
        /// Shuffled, the same for a reader at every visit, so that nothing wins by being early.
        Fair = "fair",
        /// The greatest number of people who agree, less those who don't, first.
        MostSupported = "most_supported",
        /// The greatest number of replies first.
        MostDiscussed = "most_discussed",
        /// The newest first.
        Newest = "newest",
        /// The oldest first.
        Oldest = "oldest",
    }
}

/// Who wrote a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Author {
    /// The public name; absent when the author keeps it hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The district they live in, where they chose to be known by that and not by their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<LocalizedText>,
    /// The agency in whose name an officer wrote; absent for citizens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency_id: Option<AgencyId>,
    /// Whether the reader wrote it.
    #[serde(default)]
    pub is_reader: bool,
}

from_json!(Author { name: optional, district: optional, agency_id: optional, is_reader: optional });

/// Numbers of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct CommentCounts {
    /// All that is below it: replies, replies to those, and so on, tombstones included.
    pub replies: u64,
    /// People who agree.
    pub agree: u64,
    /// People who disagree.
    pub disagree: u64,
}

from_json!(CommentCounts { replies: optional, agree: optional, disagree: optional });

/// A comment on a consultation, or a reply to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comment {
    /// Its identifier.
    pub id: CommentId,
    /// The consultation it belongs to.
    pub consultation_id: ConsultationId,
    /// What it replies to; absent at the top of the thread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<CommentId>,
    /// The top comment above it; absent at the top of the thread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root_id: Option<CommentId>,
    /// The question of the consultation it belongs to; absent in the thread of all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_id: Option<QuestionId>,
    /// How many comments are above it; 0 at the top.
    #[serde(default)]
    pub depth: u32,
    /// Who wrote it; empty on a tombstone.
    #[serde(default)]
    pub author: Author,
    /// The side it takes.
    pub stance: Stance,
    /// What it says, in plain text; absent on a tombstone. What is held or removed stays readable
    /// for its author and for officers of the agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What of the comment it replies to it quotes; absent when that cannot be read any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// The language of the text.
    pub language: LanguageTag,
    /// The files it brings along, in its author's order; none where it cannot be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "json::whole_ones")]
    pub attachments: Vec<Attachment>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<Timestamp>,
    /// Until when its author may change it; only told to the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editable_until: Option<Timestamp>,
    /// Whether it can be read.
    pub state: CommentState,
    /// Why it was taken away. Why it is held, where that was said, is told to its author and to
    /// the agency alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removal_reason: Option<RemovalReason>,
    /// What the agency said when it held or removed it; only told to its author and to the agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderation_note: Option<String>,
    /// How far its author's appeal has come; only told to its author and to the agency, and
    /// absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<ReviewState>,
    /// Its numbers.
    #[serde(default)]
    pub counts: CommentCounts,
    /// Whether the agency that asks has answered it: by a reply of its own, or otherwise, as it says.
    #[serde(default)]
    pub is_answered: bool,
    /// The reader's own vote on it; absent when there is none, or nobody is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader_vote: Option<CommentVote>,
    /// The first theme of the consultation's outcome that rests on it; the outcome tells all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited_in: Option<ThemeId>,
    /// Whether its author, who reads, says that the outcome settles the matter; absent until
    /// they do, and for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader_settled: Option<bool>,
    /// What the reader may do with it.
    #[serde(default)]
    pub can: Vec<CommentAction>,
}

from_json!(Comment {
    id: required,
    consultation_id: required,
    parent_id: optional,
    root_id: optional,
    question_id: optional,
    depth: optional,
    author: optional,
    stance: required,
    text: optional,
    quote: optional,
    language: required,
    attachments: readable,
    created_at: required,
    edited_at: optional,
    editable_until: optional,
    state: required,
    removal_reason: optional,
    moderation_note: optional,
    appeal: optional,
    counts: optional,
    is_answered: optional,
    reader_vote: optional,
    cited_in: optional,
    reader_settled: optional,
    can: optional,
});

/// A comment with everything above it, for a link that leads right to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommentContext {
    /// The comments above it, from the top of the thread downwards.
    #[serde(default)]
    pub ancestors: Vec<Comment>,
    /// The comment.
    pub comment: Comment,
}

from_json!(CommentContext { ancestors: optional, comment: required });

/// A comment or reply to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewComment {
    /// What it replies to; absent at the top of the thread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<CommentId>,
    /// The question of the consultation that it answers. A reply may leave it out: it belongs to
    /// the thread of what it replies to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_id: Option<QuestionId>,
    /// The side it takes.
    pub stance: Stance,
    /// What it says: 1 to 2,000 graphemes and at most 16,000 bytes once the space around it is taken off.
    pub text: String,
    /// The language of the text.
    pub language: LanguageTag,
    /// By what its author is known; absent for the name. The district only where the session's
    /// person has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_as: Option<ShownAs>,
    /// The files it brings along: at most three, each handed in by its author and not yet brought
    /// along by another comment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<NewAttachment>,
    /// What of the comment it replies to it quotes; only in a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<NewQuote>,
}

/// A comment as its author wants it to be. What it brings along stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommentEdit {
    /// The side it takes.
    pub stance: Stance,
    /// What it says; the same limits as for a new comment.
    pub text: String,
    /// The language of the text; absent where it is the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// By what its author is known; absent where it is the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_as: Option<ShownAs>,
    /// The files it brings along from now on, at most 3, in this order: its own, and others that
    /// were handed in since. Those of its own that are not among them are deleted. Absent where
    /// they are the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<NewAttachment>>,
}
