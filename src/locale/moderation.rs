//! Messages for reporting and moderating comments. They have files of their own, fetched with
//! the forms that say them.

use super::message::messages;

messages! {
    named keys;

    // Reasons.
    reason_insult;
    reason_personal_data;
    reason_spam;
    reason_off_topic;
    reason_advertising;
    reason_something_else;
    reason_missing;
    perhaps_arrived;

    // Reporting.
    report_title;
    report_lead;
    report_reason;
    report_note;
    report_note_hint;
    report_send;
    report_done;
    report_conflict;

    // What an author is told, and their appeal.
    held_reason;
    note_title;
    appeal_title;
    appeal_lead;
    appeal_text;
    appeal_text_hint;
    appeal_send;
    appeal_done;
    appeal_conflict;
    appeal_open;
    appeal_upheld;
    appeal_dismissed;

    // Moderating.
    moderate_title;
    moderate_decision;
    decision_missing;
    decide_hold;
    decide_hold_hint;
    decide_remove;
    decide_remove_hint;
    decide_restore;
    decide_restore_hint;
    decide_leave;
    decide_leave_hint;
    moderate_reason;
    moderate_reason_hint;
    moderate_note;
    moderate_note_hint;
    moderate_send;
    moderate_conflict;
    state_visible;
    reports_count(count);
    reports_waiting(count);
    reports_none;
    reports_comment;
    appeal_of_author;
    held_done;
    removed_done;
    restored_done;
}
