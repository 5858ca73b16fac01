//! Messages for writing with care: preview, quoting, what a comment said before, what others
//! have said already. They have files of their own, fetched with the form that says them.

use super::message::messages;

messages! {
    named keys;

    // How it will read.
    preview_title;
    preview_note;
    preview_empty;
    preview_back;

    // A passage that is quoted.
    quote_title;
    quote_lead;
    quote_selected(words);
    quote_paragraph;
    quote_none;
    quote_chosen;
    quote_remove;
    quote_removed;
    quote_not_there;

    // What a comment said before.
    history_title;
    history_lead;
    history_first;
    history_wording(number);
    history_hidden;
    history_deleted;
    history_added;
    history_end;
    history_stance(before, after);
    history_until;
    history_same;

    // What others have said that is like it.
    similar_title;
    similar_lead;
    similar_found(count);

    // What waits for the connection.
    queue_title;
    queue_put;
    queue_waits;
    queue_sign_in;
    queue_of_other;
    queue_unsigned(name);
    queue_old;
    queue_refused(reason);
    queue_send_now;
    queue_take_back;
    queue_form_full;
    queue_discard_question;
    queue_sent;
}
