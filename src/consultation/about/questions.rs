//! The questions that are answered one by one.

use leptos::prelude::*;
use muloqot_domain::{ConsultationId, LanguageTag, Question};

use crate::{
    locale::{about as a, t},
    routes::Address,
};

/// What is asked one by one, each a link to its own thread, with how much is answered.
pub fn questions_of(
    consultation: &ConsultationId,
    questions: Vec<Question>,
    lang: &LanguageTag,
) -> Option<AnyView> {
    (!questions.is_empty()).then(|| {
        let row = |question: Question| {
            let Question { id, text, counts } = question;
            let href = Address::Question(consultation.clone(), id).path();
            view! {
                <li>
                    <a class="link" href=href lang=lang.0.clone() dir="auto">{text}</a>
                    <p class="questions__count">{t(a::about_answers(counts.comments))}</p>
                </li>
            }
            .into_any()
        };
        let rows = questions.into_iter().map(row).collect_view();
        view! {
            <section aria-labelledby="questions-heading">
                <h2 id="questions-heading">{t(a::about_questions())}</h2>
                <p>{t(a::about_questions_lead())}</p>
                <ol class="questions">{rows}</ol>
            </section>
        }
        .into_any()
    })
}
