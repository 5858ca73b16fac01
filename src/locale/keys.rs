//! Every message of the app, by the place where it is read.

use super::message::messages;

messages! {
    // How the language writes dates and numbers.
    number_group;
    verbatim(text);
    date_long;
    date_and_time(date, time);
    month_1; month_2; month_3; month_4; month_5; month_6;
    month_7; month_8; month_9; month_10; month_11; month_12;

    // The shell.
    app_name;
    app_purpose;
    title_of_page(page);
    skip_to_content;
    navigation;
    nav_home;
    nav_consultations;
    language;
    language_changed(language);
    language_failed(language);
    sign_in;
    sign_out;
    signed_in_as(name);
    signed_out;
    footer_note;
    footer_time_zone;

    // Waiting, failing, nothing there.
    loading;
    loading_slow;
    try_again;
    load_more(count);
    loaded_more(count);
    not_found_title;
    not_found_text;
    not_found_way_out;
    problem_not_signed_in;
    problem_not_allowed;
    problem_closed;
    problem_not_found;
    problem_gone;
    problem_validation;
    problem_conflict;
    problem_rate_limited;
    problem_rate_limited_for(count);
    problem_unavailable;
    problem_offline;
    problem_timed_out;
    problem_unreadable;
    problem_other;
    problem_when_reading;

    // Home.
    home_title;
    home_lead;
    home_all;
    home_closing_soon;
    home_newest;
    home_answered;
    home_none_open;
    home_none_answered;

    // The list of consultations.
    consultations_title;
    consultations_lead;
    consultations_found(count);
    consultations_none;
    consultations_none_hint;
    filter_label;
    filter_search;
    filter_search_hint;
    filter_status;
    filter_topic;
    filter_agency;
    filter_any;
    filter_apply;
    filter_clear;
    sort_label;
    sort_closing_soon;
    sort_newest;
    sort_most_discussed;
    sort_recently_answered;

    // A consultation.
    status_announced;
    status_open;
    status_under_review;
    status_answered;
    status_done;
    status_other;
    topic_education;
    topic_health;
    topic_transport;
    topic_environment;
    topic_economy;
    topic_housing;
    topic_digital;
    topic_justice;
    topic_culture;
    topic_social;
    topic_other;
    time_opens_in(count);
    time_opens_today;
    time_last_day;
    time_days_left(count);
    time_over;
    fact_agency;
    fact_topic;
    fact_opens;
    fact_closes;
    fact_answered;
    fact_done;
    fact_participants;
    comments_count(count);
    no_comments_yet;
    consultation_body;
    what_next_announced(date);
    what_next_open(date);
    what_next_under_review(date);
    what_next_answered;
    what_next_done;
    reply_title;
    reply_signed(name, date);

    // The thread.
    thread_title;
    thread_stances;
    thread_sort;
    thread_empty;
    sort_most_supported;
    sort_oldest;
    show_replies(count);
    more_replies(count);
    more_comments(count);
    linked_comment;
    linked_comment_missing;
    show_whole_thread;
    stance_for;
    stance_against;
    stance_neutral;
    stance_question;
    stance_other;

    // A comment.
    author_hidden;
    author_you(name);
    author_official;
    edited;
    in_reply_to(name);
    in_reply_to_missing;
    agree_count(count);
    disagree_count(count);
    comment_link;
    tombstone_withdrawn;
    tombstone_held;
    tombstone_removed;
    tombstone_removed_insult;
    tombstone_removed_personal_data;
    tombstone_removed_spam;
    tombstone_removed_off_topic;
    tombstone_removed_advertising;
    held_own;
    action_reply;
    action_reply_to(name);
    action_edit;
    action_edit_until(time);
    action_withdraw;
    withdraw_question;
    withdraw_note;
    withdraw_confirm;
    cancel;
    withdrawn_done;

    // Writing.
    compose_title;
    compose_reply_title(name);
    compose_edit_title;
    compose_guidance;
    compose_stance;
    compose_stance_missing;
    compose_text;
    compose_reply_text;
    compose_limit(count);
    compose_left(count);
    compose_over(count);
    compose_send;
    compose_send_reply;
    compose_send_edit;
    compose_sign_in_and_send;
    compose_sign_in_hint;
    compose_welcome_back(name);
    compose_sending;
    compose_draft_kept;
    compose_draft_not_kept;
    compose_draft_from_before;
    compose_sent;
    compose_sent_held;
    compose_reply_sent;
    compose_edit_sent;
    compose_failed_kept;
    compose_closed(date);
    compose_not_open_yet(date);
    compose_not_allowed;
    text_empty;
    text_too_long(count);
    text_too_heavy;
    text_control_character;
    sign_in_again;
}
