//! What conforms, what does not, how to complain and by when one is answered.

use leptos::prelude::*;

use super::{
    outcome::{Outcome, day},
    text::{Statement, fetch_statement},
};
use crate::{
    accessibility::HEADING_ID,
    config::use_accessibility_email,
    fetched::{Fetched, Load},
    locale::{Message, m, statement as s, use_language},
    reactive::derived,
    ui::{Loading, PageHeading},
};

/// By when an appeal is answered, in days, by the law of Uzbekistan on the appeals of natural
/// and legal persons.
const ANSWER_DAYS: u64 = 15;

/// When the statement was last looked through as a whole.
const WRITTEN_ON: &str = "2026-11-25";

/// The gallery of components, an app of its own.
const GALLERY: &str = "/accessibility/components";

/// What is known of each criterion, in it.
const REPORT: &str = "/accessibility/components/criteria";

/// A part of the statement, and what is said in it.
enum Part {
    Heading(fn() -> Message),
    Paragraph(fn() -> Message),
    Item(fn() -> Message),
    Link(fn() -> Message, &'static str),
    /// Where to write to.
    Write,
    /// By when that is answered.
    Answer,
    /// What the last audit came to.
    Checked,
    /// How old the statement is.
    Made,
}

/// The statement in its order: what somebody comes for who is stuck stands first. A table, since
/// code for each part would be a third of the page.
const PARTS: &[Part] = &[
    Part::Paragraph(s::lead),
    Part::Heading(s::complain_title),
    Part::Paragraph(s::complain),
    Part::Write,
    Part::Answer,
    Part::Paragraph(s::further),
    Part::Heading(s::not_title),
    Part::Paragraph(s::not_lead),
    Part::Item(s::not_people),
    Part::Item(s::not_browsers),
    Part::Item(s::not_voices),
    Part::Item(s::not_foreign),
    Part::Item(s::not_sign_in),
    Part::Item(s::not_time),
    Part::Heading(s::does_title),
    Part::Item(s::does_keyboard),
    Part::Item(s::does_reader),
    Part::Item(s::does_sight),
    Part::Item(s::does_words),
    Part::Item(s::does_slow),
    Part::Item(s::does_settings),
    Part::Heading(s::standard_title),
    Part::Paragraph(s::standard),
    Part::Paragraph(s::standard_more),
    Part::Heading(s::checked_title),
    Part::Checked,
    Part::Paragraph(s::checked_how),
    Part::Link(s::evidence, GALLERY),
    Part::Link(s::report, REPORT),
    Part::Heading(s::made_title),
    Part::Made,
];

/// The statement, in words that only this page fetches, with what the last audit came to.
#[component]
pub fn StatementPage() -> impl IntoView {
    let language = use_language();
    let statement = StoredValue::new(None::<Statement>);
    // What is fetched is kept apart: a state of loading for each type of content weighs a kilobyte.
    let fetched = Fetched::new(move || {
        let locale = language.locale();
        Box::pin(async move {
            let fetched = fetch_statement(locale).await?;
            let _ = statement.try_set_value(Some(fetched));
            Ok(())
        })
    });
    let heading = derived(move || language.say(&m::footer_accessibility()));
    let waiting = derived(move || matches!(fetched.state(), Load::Waiting));
    view! {
        <PageHeading text=heading waiting/>
        {move || match fetched.state() {
            Load::Waiting => view! { <Loading/> }.into_any(),
            Load::Ready(()) => statement.with_value(|statement| statement.as_ref().map(shown)).into_any(),
            Load::Failed(problem) => fetched.problem_notice(problem, HEADING_ID),
        }}
    }
}

fn shown(statement: &Statement) -> AnyView {
    let (language, words) = (use_language(), &statement.words);
    let paragraph = |words: String| view! { <p>{words}</p> }.into_any();
    let link = |href: String, words: String| {
        view! { <p><a href=href rel="external">{words}</a></p> }.into_any()
    };
    let mut parts = Vec::new();
    let mut items = Vec::new();
    for part in PARTS {
        let shown = match part {
            Part::Item(message) => {
                items.push(view! { <li>{words.say(&message())}</li> }.into_any());
                continue;
            }
            Part::Heading(message) => view! { <h2>{words.say(&message())}</h2> }.into_any(),
            Part::Paragraph(message) => paragraph(words.say(&message())),
            Part::Link(message, href) => link((*href).to_owned(), words.say(&message())),
            Part::Write => match use_accessibility_email() {
                Some(email) => {
                    let href = "mailto:".to_owned() + &email;
                    link(href, words.say(&s::complain_email(email)))
                }
                None => paragraph(words.say(&s::complain_no_email())),
            },
            Part::Answer => {
                let days = language.number(ANSWER_DAYS);
                paragraph(words.say(&s::answer(days)))
            }
            Part::Checked => match statement.outcome {
                Some(Outcome { date, checks, failures }) => {
                    let numbers = [checks, failures].map(|number| language.number(number));
                    let [checks, failures] = numbers;
                    let date = language.day(date);
                    paragraph(words.say(&s::checked(date, checks, failures)))
                }
                None => continue,
            },
            Part::Made => match day(WRITTEN_ON) {
                Some(written_on) => {
                    let date = language.day(written_on);
                    paragraph(words.say(&s::made(date)))
                }
                None => continue,
            },
        };
        if !items.is_empty() {
            parts.push(view! { <ul>{std::mem::take(&mut items)}</ul> }.into_any());
        }
        parts.push(shown);
    }
    view! { <div class="statement">{parts}</div> }.into_any()
}
