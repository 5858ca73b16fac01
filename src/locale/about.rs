//! Messages around the text of a consultation: its phases, its questions, its documents, and what is
//! new in it. They have files of their own, fetched with the parts of a page that say them.

use super::message::messages;

messages! {
    named keys;
    about_questions;
    about_questions_lead;
    about_question_place(number, total);
    about_answers(count);
    about_next_question;
    about_whole;
    about_phases;
    about_note_announced;
    about_note_open;
    about_note_under_review;
    about_note_answered;
    about_note_done;
    about_from(date);
    about_until(date);
    about_why;
    about_purpose;
    about_invited;
    about_documents;
    follow;
    follow_hint;
    follow_by_email;
    follow_not_kept;
    followed_title;
    news_title;
    news_none;
    news_comments(count);
    news_reply;
    news_outcome;
    news_phase(phase);
}
