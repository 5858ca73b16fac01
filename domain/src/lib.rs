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
mod safe_address;
mod session;
mod similar;
mod thread;
mod time;
mod time_ago;
mod transliteration;
mod typed_date;
mod unseen;
mod word_diff;

pub use agency::Agency;
pub use collation::{CollationKey, collation_key, compare};
#[cfg(any(test, feature = "graphemes"))]
pub use comment::graphemes;
pub use comment::{
    ATTACHMENT_BYTES_MAX, ATTACHMENT_LIMITS, ATTACHMENTS_MAX, AnsweredMark, Appeal, Attachment,
    Author, COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, Comment, CommentAction, CommentContext,
    CommentCounts, CommentEdit, CommentFilter, CommentSort, CommentState, CommentVersion,
    CommentVote, CountGraphemes, CountMark, DESCRIPTION_GRAPHEMES_MAX, Decided,
    EDIT_WINDOW_SECONDS, FILE_NAME_CHARS_MAX, MediaType, Moderation, ModerationDecision,
    NOTE_BYTES_MAX, NOTE_GRAPHEMES_MAX, NewAppeal, NewAttachment, NewComment, NewCommentVote,
    NewModeration, NewQuote, NewReport, Pending, QUOTE_GRAPHEMES_MAX, Quote, QuoteRefusal,
    RemovalReason, Report, ReportCase, ReportReason, ReportRefusal, ReviewState, ShownAs, Stance,
    TextRefusal, Upload, accept_attachment, accept_comment_text, accept_description, accept_note,
    accept_optional_note, accept_quote, accept_report_note, accept_text, count_mark_crossed,
    decide, fair_rank, file_name, graphemes_left, has_passage, may_appeal, may_edit,
    may_mark_answered, may_moderate, may_report, may_show_district, passages, shown_author,
    vote_after_press, without_metadata,
};
pub use consultation::{
    About, AgencyNumbers, Answering, ChangedDocument, CitedComment, Consultation,
    ConsultationAction, ConsultationCounts, ConsultationFilter, ConsultationSort,
    DOCUMENT_TITLE_GRAPHEMES_MAX, DeadlineEntry, Decision, Document, NewOutcome, NewSettlement,
    News, OUTCOME_LEAD_GRAPHEMES_MAX, OUTCOME_THEMES_MAX, OfficialReply, Outcome, OutcomeAction,
    Phase, PhaseStand, Question, Schedule, Settlement, SettlementCounts, StanceCounts, Status,
    THEME_COMMENTS_MAX, THEME_REASON_GRAPHEMES_MAX, THEME_TITLE_GRAPHEMES_MAX, Theme, TimeLeft,
    Topic, Unread, Visit, accept_outcome, agency_numbers, deadline_calendar, first_words, median,
    news_since, phases, settlement_counts, status_at, time_left,
};
pub use contrast::{Rgb, contrast, rgb};
pub use file_choice::{FileLimits, FileRefusal, check_amount, check_file};
pub use folding::{SEARCH_CHARS_MAX, SearchKey, matches_search, search_text};
pub use id::{
    AgencyId, AttachmentId, CommentId, ConsultationId, PersonId, QuestionId, ReportId, ThemeId,
};
pub use json::FromJson;
pub use language::{LanguageTag, Locale, LocalizedText};
pub use page::{Cursor, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, Page};
pub use passage::{Inline, Paragraph, paragraphs};
pub use problem::{FieldCode, FieldError, Problem, ProblemCode};
pub use safe_address::is_safe_address;
pub use session::{Person, Role, Session};
pub use similar::{
    SIMILAR_MAX, SIMILARITY_QUERY_CHARS_MAX, most_similar, similarity_key, similarity_query,
};
pub use thread::{Thread, ThreadBlock, ThreadItem};
pub use time::{CivilDate, TASHKENT_OFFSET_SECONDS, Timestamp};
pub use time_ago::{TimeAgo, time_ago};
pub use transliteration::Transliteration;
pub use typed_date::{DatePart, DateRefusal, TypedDate};
pub use word_diff::{Change, word_diff};
