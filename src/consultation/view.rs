//! One consultation: why it is asked, until when, what became of it, and the thread.

use std::cell::Cell;

use leptos::prelude::*;
use muloqot_domain::{
    CommentId, Consultation, ConsultationAction, ConsultationFilter, ConsultationId, LanguageTag,
    Problem, ProblemCode, QuestionId, Status, Timestamp, time_left,
};

use super::{
    about::about_of,
    official_reply::OfficialReplyView,
    other_script::OthersWords,
    outcome::outcome_of,
    taking_along::{Keepsake, TakingAlong},
    thread::{ThreadSection, waiting_reports},
};
use crate::{
    accessibility::{HEADING_ID, use_arrivals},
    backend::use_backend,
    clock::now,
    fetched::{Fetched, Load},
    locale::{Message, m, problem_words, t, topic_name, use_language},
    pieces::piece,
    reactive::derived,
    routes::Address,
    session::use_session,
    ui::{
        Button, ButtonKind, Countdown, DayText, Fact, Facts, IconName, Loading, PageHeading,
        StatusTag,
    },
};

/// The comment that is shown in its context in place of the whole thread, for all parts of the
/// page to know.
#[derive(Clone, Copy)]
pub struct Linked(pub Signal<Option<CommentId>>);

/// One question of a consultation, shown with its thread in place of all of it.
#[derive(Clone)]
pub struct Asked {
    /// Which.
    pub question: QuestionId,
    /// What stands over its thread; puts the numbers of that thread into the consultation. `None`
    /// where the consultation does not ask it.
    pub head: fn(&mut Consultation, &QuestionId) -> Option<AnyView>,
}

/// A consultation with its thread. It reads no address, so a page can show it as well as
/// another site.
#[component]
pub fn ConsultationView(
    /// Which consultation.
    id: ConsultationId,
    /// The comment to show first, in its context, instead of the whole thread.
    linked: Signal<Option<CommentId>>,
    /// The question to show, in place of the whole consultation.
    #[prop(optional, into)]
    asked: Option<Asked>,
) -> impl IntoView {
    let backend = use_backend();
    let of_consultation = id.clone();
    let (session, _) = use_session();
    let arrivals = use_arrivals();
    let was_shown = Cell::new(false);
    let fetched = Fetched::new(move || {
        session.of_whom();
        if was_shown.replace(true) {
            arrivals.expect_again();
        }
        backend.consultation(&of_consultation)
    });
    provide_context(Linked(linked));
    // The thread asks at the same time as the consultation, not after it.
    let question = asked.as_ref().map(|asked| asked.question.clone());
    let thread = ThreadSection::fetch(id, question, linked);
    view! {
        {move || match fetched.state() {
            Load::Waiting => view! { <Loading/> }.into_any(),
            Load::Ready(mut consultation) => {
                let head = match &asked {
                    Some(asked) => (asked.head)(&mut consultation, &asked.question),
                    None => {
                        let consultation = consultation.clone();
                        Some(view! { <ConsultationText consultation/> }.into_any())
                    }
                };
                let class = asked.as_ref().map_or("consultation", |_| "asked");
                match head {
                    Some(head) => {
                        view! { <div class=class>{head} {thread.view(consultation)}</div> }
                            .into_any()
                    }
                    None => {
                        let problem = Problem::new(ProblemCode::NotFound);
                        view! { <Missing problem/> {thread.kept_text()} }.into_any()
                    }
                }
            }
            Load::Failed(problem) if problem.is_missing() => view! { <Missing problem/> }.into_any(),
            Load::Failed(problem) => fetched.problem_page(problem, HEADING_ID),
        }}
    }
}

/// The page of a consultation that does not exist.
#[component]
fn Missing(problem: Problem) -> impl IntoView {
    let language = use_language();
    let heading = derived(move || language.say(&m::not_found_title()));
    let all = Address::Consultations(ConsultationFilter::default()).path();
    view! {
        <PageHeading text=heading/>
        <p class="lead">{t(problem_words(&problem))}</p>
        <p><a class="button" href=all>{t(m::not_found_way_out())}</a></p>
    }
}

piece! {
    /// The ways to share and keep a consultation, for those who ask for them.
    static TAKING_ALONG: fn(Keepsake) -> AnyView = taking_along {
        |keepsake| view! { <TakingAlong keepsake/> }.into_any()
    }
}

/// Everything but the thread.
#[component]
fn ConsultationText(consultation: Consultation) -> impl IntoView {
    let language = use_language();
    let what_next = what_next(&consultation).map(t);
    let keepsake = Keepsake {
        id: consultation.id.clone(),
        title: consultation.title.clone(),
        closes_at: Some(consultation.closes_at)
            .filter(|_| matches!(consultation.status, Status::Announced | Status::Open)),
    };
    let (taking_along, is_taking_along) = (TAKING_ALONG.coming(), RwSignal::new(false));
    let take_along = Callback::new(move |()| {
        is_taking_along.update(|it| *it = !*it);
        taking_along.bring();
    });
    let outcome = outcome_of(&consultation);
    let reports = waiting_reports(&consultation);
    let about = about_of(&consultation);
    let Consultation {
        agency, topic, language: tag, title, summary, body, plain_text, status, ..
    } = consultation;
    let left = time_left(consultation.opens_at, consultation.closes_at, now());
    let names = StoredValue::new(agency.names);
    let agency_name = move || names.with_value(|names| language.name_of(names));
    let participants = consultation.counts.participants;
    let body_tag = tag.clone();
    let day = |name: Message, at: Timestamp| view! { <Fact name><DayText at/></Fact> }.into_any();
    view! {
        <header class="consultation-head">
            <p class="consultation-head__status">
                <StatusTag status/>
                <Countdown left/>
            </p>
            <PageHeading text=title lang=tag.0.clone()/>
            <p class="lead" lang=tag.0 dir="auto">{summary}</p>
            <p class="consultation-head__next">{what_next}</p>
            <Button
                label=m::take_along()
                kind=ButtonKind::Quiet
                icon=IconName::Link
                busy=taking_along.is_busy
                expanded=is_taking_along
                on_press=take_along
            />
            {move || {
                let is_shown = is_taking_along.get() && taking_along.is_there.get();
                let ways = is_shown.then(|| TAKING_ALONG.get()).flatten();
                ways.map(|ways| ways(keepsake.clone()))
            }}
            {taking_along.problem()}
        </header>
        <Facts>
            <Fact name=m::fact_agency()>
                <span lang=move || agency_name().0>{move || agency_name().1}</span>
            </Fact>
            <Fact name=m::fact_topic()>{t(topic_name(topic))}</Fact>
            {day(m::fact_opens(), consultation.opens_at)}
            {day(m::fact_closes(), last_day(consultation.closes_at))}
            <Fact name=m::fact_participants()>{move || language.number(participants)}</Fact>
        </Facts>
        {consultation.official_reply.map(|reply| view! { <OfficialReplyView reply/> }.into_any())}
        {reports}
        {outcome}
        <div class="texts">
            {text("plain-heading", m::consultation_plain(), plain_text, &body_tag)}
            {text("body-heading", m::consultation_body(), body, &body_tag)}
        </div>
        {about}
    }
}

/// A text of the agency under a heading, where there is one.
pub fn text(
    heading_id: &'static str,
    heading: Message,
    text: Option<String>,
    lang: &LanguageTag,
) -> Option<AnyView> {
    let (text, lang) = (text?, lang.clone());
    Some(
        view! {
            <section aria-labelledby=heading_id>
                <h2 id=heading_id>{t(heading)}</h2>
                <OthersWords text lang/>
            </section>
        }
        .into_any(),
    )
}

/// The last moment at which comments are taken: a deadline at midnight belongs to the day
/// before.
pub fn last_day(closes_at: Timestamp) -> Timestamp {
    Timestamp(closes_at.0 - 1)
}

/// What happens now and next, where this app knows what the status means.
fn what_next(consultation: &Consultation) -> Option<Message> {
    Some(match consultation.status {
        Status::Announced => m::what_next_announced(consultation.opens_at),
        Status::Open => m::what_next_open(last_day(consultation.closes_at)),
        Status::UnderReview => m::what_next_under_review(last_day(consultation.closes_at)),
        Status::Answered => m::what_next_answered(),
        Status::Done => m::what_next_done(),
        Status::Other => return None,
    })
}

/// Whether comments are taken now; if not, why not.
pub(super) fn why_no_comments(consultation: &Consultation) -> Option<Message> {
    if consultation.can.contains(&ConsultationAction::Comment) {
        return None;
    }
    Some(match consultation.status {
        Status::Announced => m::compose_not_open_yet(consultation.opens_at),
        // It takes comments, just not from this person.
        Status::Open => m::compose_not_allowed(),
        _ => m::compose_closed(last_day(consultation.closes_at)),
    })
}
