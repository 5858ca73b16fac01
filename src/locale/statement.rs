//! Messages of the accessibility statement. They have files of their own, fetched by the page
//! that says them.

use super::message::messages;

messages! {
    named keys;
    statement_lead;
    statement_standard_title;
    statement_standard;
    statement_standard_more;
    statement_does_title;
    statement_does_keyboard;
    statement_does_reader;
    statement_does_sight;
    statement_does_words;
    statement_does_slow;
    statement_does_settings;
    statement_not_title;
    statement_not_lead;
    statement_not_people;
    statement_not_browsers;
    statement_not_voices;
    statement_not_foreign;
    statement_not_sign_in;
    statement_not_time;
    statement_checked_title;
    statement_checked(date, checks, failures);
    statement_checked_how;
    statement_evidence;
    statement_report;
    statement_complain_title;
    statement_complain;
    statement_complain_email(email);
    statement_complain_no_email;
    statement_answer(days);
    statement_further;
    statement_made_title;
    statement_made(date);
}
