//! What a reader sees, and what they may do.

use muloqot_domain::{
    AgencyId, Author, Comment, CommentAction, CommentState, ConsultationAction,
    EDIT_WINDOW_SECONDS, ModerationDecision, Person, ReportCase, Role, Status, Timestamp, decide,
    may_appeal, may_edit, may_mark_answered, may_moderate, may_report, status_at,
};

use crate::store::{consultations::Ground, threads::CommentRecord};

/// Whether a person may write under an agency's consultations at all: an officer speaks in
/// the agency's name, so not under another's. A visitor is seen as the citizen they would be.
pub fn may_write_under(person: Option<&Person>, agency_id: &AgencyId) -> bool {
    match person {
        Some(person) if person.role == Role::Officer => {
            person.agency_id.as_ref() == Some(agency_id)
        }
        _ => true,
    }
}

/// What a reader may do with a consultation.
pub fn consultation_actions(
    reader: Option<&Person>,
    agency_id: &AgencyId,
    status: Status,
) -> Vec<ConsultationAction> {
    let is_officer = reader.is_some_and(|reader| reader.is_officer_of(agency_id));
    let is_closed = matches!(status, Status::UnderReview | Status::Answered | Status::Done);
    let allowed = [
        (ConsultationAction::Comment, status == Status::Open && may_write_under(reader, agency_id)),
        (ConsultationAction::PublishOutcome, is_closed && is_officer),
        (ConsultationAction::Moderate, is_officer),
    ];
    allowed.into_iter().filter_map(|(action, may)| may.then_some(action)).collect()
}

/// A comment as a reader sees it.
pub fn comment(
    record: CommentRecord,
    reader: Option<&Person>,
    ground: &Ground,
    now: Timestamp,
) -> Comment {
    let is_reader = is_author(&record, reader);
    let is_moderator = is_moderator(&record, reader, ground);
    let may_report = may_report(report_case(&record, reader, ground)).is_ok();
    let may_mark = may_mark(&record, reader, ground);
    let pending = record.pending;
    let mut comment = record.comment;
    let is_readable = match comment.state {
        CommentState::Visible => true,
        CommentState::Held | CommentState::Removed => is_reader || is_moderator,
        CommentState::Withdrawn | CommentState::Other => false,
    };
    if !is_readable {
        comment.author = Author::default();
        comment.text = None;
        comment.attachments = Vec::new();
        comment.quote = None;
        comment.edited_at = None;
        comment.reader_vote = None;
        comment.cited_in = None;
        comment.is_answered = false;
        comment.reader_settled = None;
        return comment;
    }
    comment.author.is_reader = is_reader;
    let is_open = status_at(&ground.schedule, now) == Status::Open;
    let may_change = is_reader && may_edit(comment.state, comment.created_at, now);
    if may_change {
        comment.editable_until = Some(Timestamp(comment.created_at.0 + EDIT_WINDOW_SECONDS));
    }
    let may_decide = |decision| is_moderator && decide(comment.state, decision, pending).is_some();
    let allowed = [
        (
            CommentAction::Reply,
            is_open
                && comment.state == CommentState::Visible
                && may_write_under(reader, &ground.agency_id),
        ),
        (CommentAction::Edit, may_change),
        (CommentAction::Withdraw, is_reader && is_open && comment.state != CommentState::Removed),
        (
            CommentAction::Vote,
            is_open
                && comment.state == CommentState::Visible
                && !is_reader
                && reader.is_none_or(|reader| reader.role != Role::Officer),
        ),
        (
            CommentAction::Settle,
            is_reader && comment.state == CommentState::Visible && comment.cited_in.is_some(),
        ),
        (CommentAction::Report, may_report),
        (CommentAction::Appeal, is_reader && may_appeal(comment.state, comment.appeal)),
        (CommentAction::Hold, may_decide(ModerationDecision::Hold)),
        (CommentAction::Remove, may_decide(ModerationDecision::Remove)),
        (CommentAction::Restore, may_decide(ModerationDecision::Restore)),
        (CommentAction::MarkAnswered, may_mark),
    ];
    comment.can = allowed.into_iter().filter_map(|(action, may)| may.then_some(action)).collect();
    comment
}

/// Whether the reader moderates a comment.
pub fn is_moderator(record: &CommentRecord, reader: Option<&Person>, ground: &Ground) -> bool {
    may_moderate(reader, &ground.agency_id, record.comment.author.agency_id.is_some())
}

/// Whether the reader may say that the agency has answered a comment.
pub fn may_mark(record: &CommentRecord, reader: Option<&Person>, ground: &Ground) -> bool {
    let comment = &record.comment;
    let is_official = comment.author.agency_id.is_some();
    may_mark_answered(reader, &ground.agency_id, comment.state, is_official, record.is_replied_to)
}

/// What decides whether the reader may report a comment.
pub fn report_case(record: &CommentRecord, reader: Option<&Person>, ground: &Ground) -> ReportCase {
    ReportCase {
        state: record.comment.state,
        is_own: is_author(record, reader),
        is_official: record.comment.author.agency_id.is_some(),
        is_moderator: is_moderator(record, reader, ground),
        is_reported: record.is_reported,
    }
}

/// Whether the reader wrote a comment.
pub fn is_author(record: &CommentRecord, reader: Option<&Person>) -> bool {
    reader.is_some_and(|reader| reader.id.as_str() == record.author_id)
}
