//! Messages of the accessibility statement. They have files of their own, fetched by the page
//! that says them.

use super::message::messages;

messages! {
    named keys;
    lead;
    standard_title;
    standard;
    standard_more;
    does_title;
    does_keyboard;
    does_reader;
    does_sight;
    does_words;
    does_slow;
    does_settings;
    not_title;
    not_lead;
    not_people;
    not_browsers;
    not_voices;
    not_foreign;
    not_sign_in;
    not_time;
    checked_title;
    checked(date, checks, failures);
    checked_how;
    evidence;
    report;
    complain_title;
    complain;
    complain_email(email);
    complain_no_email;
    answer(days);
    further;
    made_title;
    made(date);
}
