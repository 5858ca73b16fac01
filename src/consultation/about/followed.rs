//! What is new in the consultations that the reader follows, away from their own pages.

use futures_util::future::join_all;
use leptos::prelude::*;
use muloqot_domain::{Consultation, ConsultationId, Visit, news_since};

use super::{WORDS, kept, news::news_list};
use crate::{
    accessibility::use_arrivals,
    backend::use_backend,
    consultation::{ABOUT_STYLE, part_words::PartWords},
    fetched::{Fetched, Load},
    locale::{about as a, t},
    reactive::memo,
    routes::Address,
    ui::Loading,
};

/// The identifier of the section's heading.
const HEADING_ID: &str = "followed-heading";

/// Each consultation that is followed, with what is new in it since it was visited. One that is
/// not there any more is followed no longer. A section under a heading (WCAG 1.3.1, 2.4.6).
#[component]
pub fn FollowedSection() -> impl IntoView {
    let words = PartWords::fetch(WORDS);
    provide_context(words.language);
    let arrivals = use_arrivals();
    let visits = kept::visits();
    let found = RwSignal::new(None::<Vec<Consultation>>);
    let backend = use_backend();
    let wanted = visits.clone();
    let fetched = Fetched::new(move || {
        let ids: Vec<ConsultationId> = wanted.iter().map(|visit| visit.id.clone()).collect();
        let answers = join_all(ids.iter().map(|id| backend.consultation(id)));
        Box::pin(async move {
            let (mut came, mut failure) = (Vec::new(), None);
            for (id, answer) in ids.iter().zip(answers.await) {
                match answer {
                    Ok(consultation) => came.push(consultation),
                    Err(problem) if problem.is_missing() => _ = kept::forget(id),
                    Err(problem) => failure = Some(problem),
                }
            }
            // One that does not come costs itself alone.
            match failure.filter(|_| came.is_empty()) {
                Some(problem) => Err(problem),
                None => {
                    found.try_set(Some(came));
                    Ok(())
                }
            }
        })
    });
    let is_there = memo(move || words.are_there.get() && found.with(Option::is_some));
    let failed = move |load: Fetched<()>| match load.state() {
        Load::Failed(problem) => Some(load.problem_notice(problem, HEADING_ID)),
        _ => None,
    };
    let shown = move || match is_there.get() {
        true => {
            let row = |consultation| row(&visits, consultation);
            let rows: Vec<AnyView> =
                found.get_untracked().unwrap_or_default().into_iter().filter_map(row).collect();
            if rows.is_empty() {
                return ().into_any();
            }
            arrivals.part_came();
            view! {
                <h2 id=HEADING_ID tabindex="-1">{t(a::followed_title())}</h2>
                <ul role="list" class="followed">{rows}</ul>
            }
            .into_any()
        }
        false => match failed(fetched).or_else(|| failed(words.fetched)) {
            Some(notice) => notice,
            None => view! { <Loading/> }.into_any(),
        },
    };
    view! {
        <link rel="stylesheet" href=ABOUT_STYLE/>
        <section class="home-section">{move || shown()}</section>
    }
}

/// A consultation with what is new in it.
fn row(visits: &[Visit], consultation: Consultation) -> Option<AnyView> {
    let before = visits.iter().find(|visit| visit.id == consultation.id)?;
    let news = news_since(before, &Visit::of(&consultation));
    let news = match news.is_empty() {
        true => view! { <p class="following__none">{t(a::news_none())}</p> }.into_any(),
        false => news_list(news),
    };
    let href = Address::Consultation(consultation.id).path();
    let (title, lang) = (consultation.title, consultation.language.0);
    Some(
        view! {
            <li>
                <h3><a class="link" href=href lang=lang dir="auto">{title}</a></h3>
                {news}
            </li>
        }
        .into_any(),
    )
}
