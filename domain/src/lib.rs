//! Rules of public consultation as pure types and functions.
//!
//! No web, no clock, no randomness, no input or output: what time it is and
//! what was typed come in as arguments. The browser app and the sandbox server
//! call the same functions, so a rule cannot differ between them.

mod agency;
mod collation;
mod comment;
mod consultation;
mod contrast;
mod file_choice;
mod folding;
mod id;
pub mod json;
mod language;
mod letters;
mod open_enum;
mod page;
mod passage;
mod problem;
mod session;
mod thread;
mod time;
mod time_ago;
mod transliteration;
mod typed_date;

pub use agency::Agency;
pub use collation::{CollationKey, collation_key, compare};
#[cfg(any(test, feature = "graphemes"))]
pub use comment::graphemes;
pub use comment::{
    Appeal, Author, COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, Comment, CommentAction,
    CommentContext, CommentCounts, CommentEdit, CommentFilter, CommentSort, CommentState,
    CommentVote, CountGraphemes, CountMark, Decided, EDIT_WINDOW_SECONDS, Moderation,
    ModerationDecision, NOTE_BYTES_MAX, NOTE_GRAPHEMES_MAX, NewAppeal, NewComment, NewCommentVote,
    NewModeration, NewReport, Pending, RemovalReason, Report, ReportCase, ReportReason,
    ReportRefusal, ReviewState, Stance, TextRefusal, accept_comment_text, accept_note,
    accept_optional_note, accept_report_note, accept_text, count_mark_crossed, decide, fair_rank,
    graphemes_left, may_appeal, may_edit, may_moderate, may_report, vote_after_press,
};
pub use consultation::{
    AgencyNumbers, Answering, ChangedDocument, CitedComment, Consultation, ConsultationAction,
    ConsultationCounts, ConsultationFilter, ConsultationSort, DOCUMENT_TITLE_GRAPHEMES_MAX,
    DeadlineEntry, Decision, NewOutcome, NewSettlement, OUTCOME_LEAD_GRAPHEMES_MAX,
    OUTCOME_THEMES_MAX, OfficialReply, Outcome, OutcomeAction, Schedule, Settlement,
    SettlementCounts, StanceCounts, Status, THEME_COMMENTS_MAX, THEME_REASON_GRAPHEMES_MAX,
    THEME_TITLE_GRAPHEMES_MAX, Theme, TimeLeft, Topic, accept_outcome, agency_numbers,
    deadline_calendar, first_words, median, settlement_counts, status_at, time_left,
};
pub use contrast::{Rgb, contrast, rgb};
pub use file_choice::{FileLimits, FileRefusal, check_file};
pub use folding::{SEARCH_CHARS_MAX, SearchKey, matches_search, search_text};
pub use id::{AgencyId, CommentId, ConsultationId, PersonId, ReportId, ThemeId};
pub use json::FromJson;
pub use language::{LanguageTag, Locale, LocalizedText};
pub use page::{Cursor, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, Page};
pub use passage::{Inline, Paragraph, paragraphs};
pub use problem::{FieldCode, FieldError, Problem, ProblemCode};
pub use session::{Person, Role, Session};
pub use thread::{Thread, ThreadItem};
pub use time::{CivilDate, TASHKENT_OFFSET_SECONDS, Timestamp};
pub use time_ago::{TimeAgo, time_ago};
pub use transliteration::Transliteration;
pub use typed_date::{DatePart, DateRefusal, TypedDate};
