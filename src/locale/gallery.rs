//! Messages that only the gallery of components says: its own, what a key does, and the samples
//! that fixtures are filled with. They have files of their own, so that no citizen loads them.

use super::message::messages;

messages! {
    named keys;

    // The gallery.
    gallery_title;
    gallery_lead;
    gallery_count(components, fixtures);
    gallery_theme;
    gallery_direction;
    gallery_rtl;
    gallery_alone;
    gallery_criteria;
    gallery_keyboard;
    gallery_keyboard_none;
    gallery_keys;
    gallery_does;
    gallery_fixtures;
    gallery_missing;
    gallery_back;
    tokens_title;
    tokens_lead;
    tokens_text;
    tokens_ground;
    tokens_ratio;
    tokens_needed;
    tokens_verdict;
    tokens_enough;
    tokens_short;
    criteria_title;
    criteria_lead;
    criteria_criterion;
    criteria_level;
    criteria_checks;
    criteria_failures;
    verdict_failed;
    verdict_met;
    verdict_not_applicable;
    verdict_no_failure;
    verdict_needs_person;

    // What keys do.
    key_reaches;
    key_presses;
    key_follows;
    key_toggles;
    key_chooses;
    key_opens_list;
    key_opens_or_closes;
    key_opens;
    key_closes;
    key_moves;
    key_moves_to_ends;
    key_new_line;
    key_submits;
    key_clears;
    key_stays_inside;
    key_sorts;
    key_scrolls;

    // Samples for fields and what opens.
    sample_name;
    sample_name_hint;
    sample_name_missing;
    sample_email;
    sample_phone;
    sample_postal_code;
    sample_postal_code_missing;
    sample_contact;
    sample_contact_hint;
    sample_contact_missing;
    sample_search_missing;
    sample_choice_hint;
    sample_choice_missing;
    sample_agree;
    sample_agree_hint;
    sample_agree_missing;
    sample_ways;
    sample_ways_hint;
    sample_by_email;
    sample_by_phone;
    sample_by_phone_hint;
    sample_by_post;
    sample_by_post_hint;
    sample_summary;
    sample_summary_hint;
    sample_birthday;
    sample_birthday_hint;
    sample_topics;
    sample_files;
    sample_files_missing;
    sample_request;
    sample_banner_title;
    sample_banner;
    sample_done_title;
    sample_reason;
    sample_why_asked;
    sample_paragraph;
    sample_other_paragraph;
    sample_tabs;
    sample_tab_summary;
    sample_tab_text;
    sample_tab_answers;
    sample_actions;
    key_goes_to_field;

    // Samples for what is shown.
    sample_item;
    sample_text;
    sample_long;
    sample_document;
    sample_chart;
    sample_chart_summary;
    sample_region;
    sample_nukus;
    sample_samarkand;
    sample_fergana;
    sample_votes;
    sample_cost;
    sample_day;
    sample_month;
    sample_step_about;
    sample_step_proposal;
    sample_step_check;
    sample_phase_ideas;
    sample_phase_vote;
    sample_days_until(date);
    sample_phase_result;
}
