//! The section of a page that tells what became of its consultation.

use leptos::prelude::*;
use muloqot_domain::{CommentId, Consultation, ConsultationAction, Outcome};

use super::{
    numbers::Numbers, publishing::Publishing, state::OutcomeState, theme::ThemeArticle,
    theme_element_id,
};
use crate::{
    accessibility::use_announcer,
    consultation::{ASKED_FOR_STYLE, other_script::OthersWords, part_words::PartWords},
    fetched::{Fetched, Load},
    locale::{outcome as o, t},
    reactive::memo,
    session::use_session,
    ui::{DecisionTag, Icon, IconName, Loading},
};

/// The identifier of the section's heading.
const HEADING_ID: &str = "outcome-heading";

/// "You said, we did": what came of it at a glance, then each theme with its decision, its
/// reason and the comments it rests on, then how the agency keeps its word. A section under a
/// heading, each theme an article under its own (WCAG 1.3.1, 2.4.6).
#[component]
pub fn OutcomeSection(
    /// Of which consultation.
    consultation: Consultation,
) -> impl IntoView {
    let words = PartWords::fetch("/outcome");
    provide_context(words.language);
    let (session, backend) = use_session();
    let (outcome, told) = (RwSignal::new(None::<Outcome>), RwSignal::new(0));
    let state = OutcomeState {
        consultation: consultation.id.clone(),
        outcome,
        told,
        written_in: consultation.language,
        backend: backend.clone(),
        session,
        language: words.language,
        announcer: use_announcer(),
    };
    let (id, has_outcome) = (consultation.id, consultation.has_outcome);
    let may_publish = consultation.can.contains(&ConsultationAction::PublishOutcome);
    // What is fetched is kept apart: a state of loading for each type of content weighs a kilobyte.
    let taken = state.clone();
    let fetched = Fetched::new(move || {
        let answer = has_outcome.then(|| backend.outcome(&id));
        let taken = taken.clone();
        Box::pin(async move {
            if let Some(answer) = answer {
                taken.tell(answer.await?);
            }
            Ok(())
        })
    });
    let is_there =
        memo(move || words.are_there.get() && (!has_outcome || outcome.with(Option::is_some)));
    // Told anew when another is published, and not for what its readers say of it.
    let failed = move |load: Fetched<()>| match load.state() {
        Load::Failed(problem) => Some(load.problem_notice(problem, HEADING_ID)),
        _ => None,
    };
    move || match is_there.get() {
        true => {
            let (told_to, publishing) = (state.clone(), state.clone());
            view! {
                <link rel="stylesheet" href=ASKED_FOR_STYLE/>
                {move || {
                    told.track();
                    outcome.get_untracked().map(|told| view! { <Told told state=told_to.clone()/> }.into_any())
                }}
                {may_publish.then(|| {
                    view! { <section><Publishing state=publishing/></section> }.into_any()
                })}
            }
            .into_any()
        }
        false => match failed(fetched).or_else(|| failed(words.fetched)) {
            Some(notice) => notice,
            None => view! { <Loading/> }.into_any(),
        },
    }
}

/// All of it, once it is there.
#[component]
fn Told(told: Outcome, state: OutcomeState) -> impl IntoView {
    let decisions = told.by_decision().into_iter().map(|(decision, count)| {
        let language = state.language;
        let number = move || language.number(count);
        view! { <li><DecisionTag decision/> " " <strong>{number}</strong></li> }.into_any()
    });
    let decisions = decisions.collect_view();
    let contents = told.themes.iter().map(|theme| {
        let href = format!("#{}", theme_element_id(&theme.id));
        let (title, lang) = (theme.title.clone(), told.language.0.clone());
        view! { <li><a href=href lang=lang dir="auto">{title}</a></li> }.into_any()
    });
    let contents = contents.collect_view();
    let mut asked: Vec<CommentId> = Vec::new();
    let themes = told.themes.into_iter().map(|theme| {
        // Who is cited twice is asked once.
        let ask: Vec<CommentId> =
            theme.comments.iter().filter(|id| !asked.contains(id)).cloned().collect();
        asked.extend(ask.iter().cloned());
        let lang = told.language.clone();
        view! { <ThemeArticle theme lang ask state=state.clone()/> }.into_any()
    });
    let themes = themes.collect_view();
    let outcome = state.outcome;
    let said = move || {
        let counts = outcome.with(|it| it.as_ref().map(Outcome::settled))?;
        let all = [
            (counts.settled, o::outcome_settled(counts.settled)),
            (counts.unsettled, o::outcome_unsettled(counts.unsettled)),
            (counts.unanswered, o::outcome_unanswered(counts.unanswered)),
        ];
        let told = all.into_iter().filter(|(count, _)| *count > 0);
        let told = told.map(|(_, words)| view! { <li>{t(words)}</li> }.into_any());
        Some(view! { <ul role="list" class="outcome__said">{told.collect_view()}</ul> }.into_any())
    };
    view! {
        <section class="outcome" aria-labelledby=HEADING_ID>
            <h2 id=HEADING_ID tabindex="-1">
                <Icon name=IconName::Agency/>
                {t(o::outcome_title())}
            </h2>
            <OthersWords text=told.lead lang=told.language.clone()/>
            <ul
                role="list"
                class="outcome__decisions"
                aria-label={let language = state.language; move || language.say(&o::outcome_decisions())}
            >
                {decisions}
            </ul>
            <ul class="outcome__contents">{contents}</ul>
            {move || said()}
            {themes}
            <Numbers numbers=told.agency_numbers/>
            <p class="outcome__published">{t(o::outcome_published(told.published_at))}</p>
        </section>
    }
}
