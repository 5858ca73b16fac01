//! The page of a question.

use leptos::prelude::*;
use muloqot_domain::{
    About, CommentId, Consultation, ConsultationFilter, ConsultationId, LanguageTag, Question,
    QuestionId, Status, Unread, time_left,
};

use super::WORDS;
use crate::{
    accessibility::HEADING_ID,
    clock::now,
    consultation::{ABOUT_STYLE, ConsultationView, part_words::PartWords, view::Asked},
    locale::{about as a, m, t},
    navigation::use_navigation,
    reactive::{memo, provided},
    routes::Address,
    ui::{Breadcrumb, Countdown, Crumb, PageHeading, StatusTag},
};

/// One question of a consultation, with the way back and on, and its thread.
#[component]
pub fn QuestionPage() -> impl IntoView {
    let address = use_navigation().address();
    let Address::Question(id, question) = untrack(|| address.get()) else {
        return ().into_any();
    };
    provide_context(PartWords::fetch(WORDS));
    let all = Address::Consultations(ConsultationFilter::default()).path();
    let linked = memo(|| None::<CommentId>).into();
    let asked = Asked { question, head };
    view! {
        <link rel="stylesheet" href=ABOUT_STYLE/>
        <Breadcrumb above=vec![Crumb::new(all, m::nav_consultations())]/>
        <ConsultationView id linked asked/>
    }
    .into_any()
}

/// What stands over the thread: the question is the heading of the page.
fn head(consultation: &mut Consultation, question: &QuestionId) -> Option<AnyView> {
    let about: About = consultation.about.as_ref().and_then(Unread::read)?;
    let (place, asked) = about.question(question)?;
    consultation.general_counts = None;
    consultation.counts = asked.counts;
    let (text, tag) = (asked.text.clone(), consultation.language.0.clone());
    let left = time_left(consultation.opens_at, consultation.closes_at, now());
    let way = Way {
        consultation: consultation.id.clone(),
        title: consultation.title.clone(),
        lang: consultation.language.clone(),
        place,
        total: about.questions.len(),
        next: about.after(question).cloned(),
    };
    let words: PartWords = provided();
    Some(
        view! {
            <header class="consultation-head">
                <p class="consultation-head__status">
                    <StatusTag status=consultation.status/>
                    {(consultation.status != Status::Other).then(|| view! { <Countdown left/> }.into_any())}
                </p>
                <PageHeading text lang=tag/>
                {words.then(HEADING_ID, false, move || {
                    provide_context(words.language);
                    way.shown()
                })}
            </header>
        }
        .into_any(),
    )
}

/// Where the question stands, and where to go from it.
#[derive(Clone)]
struct Way {
    consultation: ConsultationId,
    title: String,
    lang: LanguageTag,
    place: usize,
    total: usize,
    next: Option<Question>,
}

impl Way {
    fn shown(&self) -> AnyView {
        let link = |name, address: Address, text: &str| {
            let (lang, text) = (self.lang.0.clone(), text.to_owned());
            view! {
                <li>
                    <span class="question-way__name">{t(name)}</span>
                    <a class="link" href=address.path() lang=lang dir="auto">{text}</a>
                </li>
            }
            .into_any()
        };
        let id = || self.consultation.clone();
        let whole = link(a::about_whole(), Address::Consultation(id()), &self.title);
        let next = self.next.as_ref().map(|next| {
            link(a::about_next_question(), Address::Question(id(), next.id.clone()), &next.text)
        });
        let (place, total) = (self.place as u64, self.total as u64);
        view! {
            <p>{t(a::about_question_place(place, total))}</p>
            <ul role="list" class="question-way">{whole}{next}</ul>
        }
        .into_any()
    }
}
