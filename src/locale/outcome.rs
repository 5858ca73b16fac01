//! Messages about what became of a consultation. They have files of their own, fetched with the
//! part of a page that says them.

use super::message::messages;

messages! {
    named keys;
    outcome_title;
    outcome_published(date);
    outcome_decisions;
    outcome_settled(count);
    outcome_unsettled(count);
    outcome_unanswered(count);
    outcome_because;
    outcome_rests_on;
    outcome_comment_gone;
    outcome_document;
    outcome_author_settled;
    outcome_author_unsettled;
    settle_question;
    settle_hint;
    settle_yes;
    settle_no;
    settle_note;
    settle_note_hint(count);
    settle_note_send;
    settle_saved;
    settle_failed(reason);
    numbers_title;
    numbers_asked;
    numbers_answered;
    numbers_resolved;
    numbers_days;
    numbers_note;
}
