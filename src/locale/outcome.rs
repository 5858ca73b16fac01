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
    publish_open;
    publish_change;
    publish_title;
    publish_lead;
    publish_themes;
    publish_theme(number);
    publish_theme_title;
    publish_decision;
    publish_reason;
    publish_comments;
    publish_comments_hint;
    publish_look;
    publish_search;
    publish_document_title;
    publish_document_url;
    publish_document_size;
    publish_add;
    publish_remove(number);
    publish_removed(number);
    publish_send;
    publish_done;
    publish_failed(reason);
    publish_choose;
    publish_no_such;
    publish_not_https;
    publish_not_number;
    publish_place(number, field);
    publish_mistake(place, reason);
    numbers_title;
    numbers_asked;
    numbers_answered;
    numbers_resolved;
    numbers_days;
    numbers_note;
}
