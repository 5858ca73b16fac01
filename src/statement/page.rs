//! What conforms, what does not, how to complain and by when one is answered.

use leptos::prelude::*;
use muloqot_domain::CivilDate;

use super::text::{Statement, fetch_statement};
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
const ANSWER_DAYS: i64 = 15;

/// When the statement was last looked through as a whole.
const WRITTEN_ON: CivilDate = CivilDate { year: 2026, month: 11, day: 25 };

/// The gallery of components, an app of its own.
const GALLERY: &str = "/accessibility/components";

/// How a message of the statement is shown.
enum Part {
    Heading,
    Paragraph,
    Item,
    Link(String),
}

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
            Load::Ready(()) => statement.get_value().map(|statement| shown(&statement)).into_any(),
            Load::Failed(problem) => fetched.problem_notice(problem, HEADING_ID),
        }}
    }
}

fn shown(statement: &Statement) -> AnyView {
    let words = use_language().together_with(statement.words.clone());
    let mut parts = Vec::new();
    let mut items = Vec::new();
    for (part, message) in parts_of(statement) {
        let words = words.say(&message);
        if !matches!(part, Part::Item) && !items.is_empty() {
            parts.push(view! { <ul>{std::mem::take(&mut items)}</ul> }.into_any());
        }
        match part {
            Part::Heading => parts.push(view! { <h2>{words}</h2> }.into_any()),
            Part::Paragraph => parts.push(view! { <p>{words}</p> }.into_any()),
            Part::Item => items.push(view! { <li>{words}</li> }.into_any()),
            Part::Link(href) => {
                parts.push(view! { <p><a href=href rel="external">{words}</a></p> }.into_any());
            }
        }
    }
    view! { <div class="statement">{parts}</div> }.into_any()
}

/// The statement in its order: what somebody comes for who is stuck stands first.
fn parts_of(statement: &Statement) -> Vec<(Part, Message)> {
    use Part::{Heading, Item, Link, Paragraph};

    let write = match use_accessibility_email() {
        Some(email) => (Link(format!("mailto:{email}")), s::statement_complain_email(email)),
        None => (Paragraph, s::statement_complain_no_email()),
    };
    let mut parts = vec![
        (Paragraph, s::statement_lead()),
        (Heading, s::statement_complain_title()),
        (Paragraph, s::statement_complain()),
        write,
        (Paragraph, s::statement_answer(ANSWER_DAYS)),
        (Paragraph, s::statement_further()),
        (Heading, s::statement_not_title()),
        (Paragraph, s::statement_not_lead()),
        (Item, s::statement_not_people()),
        (Item, s::statement_not_browsers()),
        (Item, s::statement_not_voices()),
        (Item, s::statement_not_foreign()),
        (Item, s::statement_not_sign_in()),
        (Item, s::statement_not_time()),
        (Heading, s::statement_does_title()),
        (Item, s::statement_does_keyboard()),
        (Item, s::statement_does_reader()),
        (Item, s::statement_does_sight()),
        (Item, s::statement_does_words()),
        (Item, s::statement_does_slow()),
        (Item, s::statement_does_settings()),
        (Heading, s::statement_standard_title()),
        (Paragraph, s::statement_standard()),
        (Paragraph, s::statement_standard_more()),
        (Heading, s::statement_checked_title()),
    ];
    if let Some(outcome) = statement.outcome {
        let words = s::statement_checked(outcome.date, outcome.checks, outcome.failures);
        parts.push((Paragraph, words));
    }
    parts.extend([
        (Paragraph, s::statement_checked_how()),
        (Link(GALLERY.to_owned()), s::statement_evidence()),
        (Link(format!("{GALLERY}/criteria")), s::statement_report()),
        (Heading, s::statement_made_title()),
        (Paragraph, s::statement_made(WRITTEN_ON)),
    ]);
    parts
}
