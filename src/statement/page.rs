//! What conforms, what does not, how to complain and by when one is answered.

use leptos::prelude::*;
use muloqot_domain::CivilDate;

use super::{
    outcome::{Outcome, fetch_outcome},
    words::fetch_words,
};
use crate::{
    accessibility::HEADING_ID,
    config::use_accessibility_email,
    fetched::{Fetched, Load},
    locale::{Catalogue, Message, m, statement as s, use_language},
    reactive::derived,
    ui::{Loading, PageHeading},
};

/// By when an appeal is answered, in days, by the law of Uzbekistan on the appeals of natural
/// and legal persons.
const ANSWER_DAYS: i64 = 15;

/// When the statement was last looked through as a whole.
const WRITTEN_ON: CivilDate = CivilDate { year: 2026, month: 11, day: 25 };

/// The gallery of components, an app of its own.
const GALLERY: &str = "/accessibility/components";

/// The statement, in words that only this page fetches. What the last audit came to is told
/// when it is there; the rest does not wait for it.
#[component]
pub fn StatementPage() -> impl IntoView {
    let language = use_language();
    let words = Fetched::new(move || fetch_words(language.locale()));
    let outcome = Fetched::new(fetch_outcome);
    let heading = derived(move || match words.state() {
        Load::Ready(words) => words.say(&s::statement_title()),
        Load::Waiting | Load::Failed(_) => language.say(&m::footer_accessibility()),
    });
    let waiting = derived(move || matches!(words.state(), Load::Waiting));
    view! {
        <PageHeading text=heading waiting/>
        {move || match words.state() {
            Load::Waiting => view! { <Loading/> }.into_any(),
            Load::Ready(words) => view! { <Statement words outcome/> }.into_any(),
            Load::Failed(problem) => words.problem_notice(problem, HEADING_ID),
        }}
    }
}

#[component]
fn Statement(words: Catalogue, outcome: Fetched<Outcome>) -> impl IntoView {
    let words = use_language().together_with(words);
    let say = |message: Message| words.say(&message);
    let paragraphs = |messages: Vec<Message>| {
        let paragraph = |message| view! { <p>{say(message)}</p> }.into_any();
        messages.into_iter().map(paragraph).collect_view()
    };
    let list = |messages: Vec<Message>| {
        let item = |message| view! { <li>{say(message)}</li> }.into_any();
        view! { <ul>{messages.into_iter().map(item).collect_view()}</ul> }.into_any()
    };
    let heading = |message| view! { <h2>{say(message)}</h2> }.into_any();
    let checked = {
        let words = words.clone();
        move || {
            let Outcome { date, checks, failures } = outcome.ready()?;
            let words = words.say(&s::statement_checked(date, checks, failures));
            Some(view! { <p><strong>{words}</strong></p> }.into_any())
        }
    };
    let write = match use_accessibility_email() {
        Some(email) => {
            let href = format!("mailto:{email}");
            view! { <p><a href=href>{say(s::statement_complain_email(email))}</a></p> }.into_any()
        }
        None => paragraphs(vec![s::statement_complain_no_email()]).into_any(),
    };
    view! {
        <p class="lead">{say(s::statement_lead())}</p>
        <div class="statement">
            {heading(s::statement_complain_title())}
            {paragraphs(vec![s::statement_complain()])}
            {write}
            {paragraphs(vec![s::statement_answer(ANSWER_DAYS), s::statement_further()])}
            {heading(s::statement_not_title())}
            {paragraphs(vec![s::statement_not_lead()])}
            {list(vec![
                s::statement_not_people(),
                s::statement_not_browsers(),
                s::statement_not_voices(),
                s::statement_not_foreign(),
                s::statement_not_sign_in(),
                s::statement_not_time(),
            ])}
            {heading(s::statement_does_title())}
            {list(vec![
                s::statement_does_keyboard(),
                s::statement_does_reader(),
                s::statement_does_sight(),
                s::statement_does_words(),
                s::statement_does_slow(),
                s::statement_does_settings(),
            ])}
            {heading(s::statement_standard_title())}
            {paragraphs(vec![s::statement_standard(), s::statement_standard_more()])}
            {heading(s::statement_checked_title())}
            {checked}
            {paragraphs(vec![s::statement_checked_how()])}
            <ul>
                <li><a href=GALLERY rel="external">{say(s::statement_evidence())}</a></li>
                <li><a href=format!("{GALLERY}/criteria") rel="external">{say(s::statement_report())}</a></li>
            </ul>
            {heading(s::statement_made_title())}
            {paragraphs(vec![s::statement_made(WRITTEN_ON)])}
        </div>
    }
}
