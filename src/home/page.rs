//! The home page.

use leptos::prelude::*;
use muloqot_domain::{Consultation, ConsultationFilter, ConsultationSort, Page, Status};

use crate::{
    backend::use_backend,
    fetched::{Fetched, Load},
    locale::{Message, m, t, use_language},
    reactive::derived,
    routes::Address,
    ui::{ConsultationCard, EmptyState, Loading, PageHeading},
};

/// How many consultations a section shows.
const SECTION_LENGTH: u32 = 3;

/// What is asked of the visitor, and where to begin.
#[component]
pub fn HomePage(
    /// What is new in the consultations that the reader follows, where they follow any.
    followed: Option<AnyView>,
) -> impl IntoView {
    let language = use_language();
    let open_by = |sort| ConsultationFilter {
        status: Some(Status::Open),
        sort: Some(sort),
        ..ConsultationFilter::default()
    };
    let answered = ConsultationFilter {
        sort: Some(ConsultationSort::RecentlyAnswered),
        ..ConsultationFilter::default()
    };
    let heading = derived(move || language.say(&m::home_title()));
    let sections = [(); 3].map(|()| RwSignal::new(true));
    let [closing_soon, newest, recently_answered] = sections;
    let waiting = derived(move || sections.iter().any(|waiting| waiting.get()));
    view! {
        <div class="hero">
            <PageHeading text=heading waiting/>
            <p class="lead">{t(m::home_lead())}</p>
            <p>
                <a class="button button--primary" href=Address::Consultations(ConsultationFilter::default()).path()>
                    {t(m::home_all())}
                </a>
            </p>
        </div>
        {followed}
        <Section
            heading_id="closing-soon"
            title=m::home_closing_soon()
            none=m::home_none_open()
            filter=open_by(ConsultationSort::ClosingSoon)
            waiting=closing_soon
        />
        <Section
            heading_id="newest"
            title=m::home_newest()
            none=m::home_none_open()
            filter=open_by(ConsultationSort::Newest)
            waiting=newest
        />
        <Section
            heading_id="answered"
            title=m::home_answered()
            none=m::home_none_answered()
            filter=answered
            waiting=recently_answered
        />
    }
}

/// A few consultations under a heading, with the way to all of them.
#[component]
fn Section(
    /// The identifier of its heading.
    heading_id: &'static str,
    /// Its heading.
    title: Message,
    /// What is said when there are none.
    none: Message,
    /// Which ones.
    filter: ConsultationFilter,
    /// Told when they are there, or do not come.
    waiting: RwSignal<bool>,
) -> impl IntoView {
    let backend = use_backend();
    let is_answered = filter.sort == Some(ConsultationSort::RecentlyAnswered);
    let asked = filter.clone();
    let fetched = Fetched::new(move || backend.consultations(&asked, None, SECTION_LENGTH));
    fetched.tell_when_over(waiting);
    let all = Address::Consultations(filter).path();
    let cards = move |page: Page<Consultation>| {
        let shown: Vec<Consultation> = page
            .items
            .into_iter()
            .filter(|consultation| !is_answered || consultation.answered_at.is_some())
            .collect();
        if shown.is_empty() {
            return view! { <EmptyState title=none.clone()/> }.into_any();
        }
        let card = |consultation: Consultation| {
            let href = Address::Consultation(consultation.id.clone()).path();
            view! { <li><ConsultationCard consultation href/></li> }.into_any()
        };
        view! { <ul class="cards" role="list">{shown.into_iter().map(card).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="home-section" aria-labelledby=heading_id>
            <div class="home-section__head">
                <h2 id=heading_id tabindex="-1">{t(title)}</h2>
                <a href=all aria-describedby=heading_id>{t(m::home_all())}</a>
            </div>
            {move || match fetched.state() {
                Load::Waiting => view! { <Loading/> }.into_any(),
                Load::Ready(page) => cards(page),
                Load::Failed(problem) => fetched.problem_notice(problem, heading_id),
            }}
        </section>
    }
}
