//! A consultation in a list.

use leptos::prelude::*;
use muloqot_domain::{Consultation, Status, time_left};

use super::{
    Card, Countdown, StatusTag,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    clock::now,
    locale::{gallery as g, m, t, topic_name, use_language},
};

/// A consultation at a glance: where it stands and until when, what is asked, by whom, and
/// how many answered. The title is the only link, so that a list of them reads well as a
/// list of links (WCAG 2.4.4); the whole
/// card can be pressed.
#[component]
pub fn ConsultationCard(
    /// The consultation.
    consultation: Consultation,
    /// Where it is read.
    href: String,
) -> impl IntoView {
    let language = use_language();
    let Consultation { agency, topic, language: tag, title, summary, status, counts, .. } =
        consultation;
    let left = time_left(consultation.opens_at, consultation.closes_at, now());
    let shows_time = matches!(status, Status::Announced | Status::Open);
    let names = StoredValue::new(agency.names);
    let agency_name = move || names.with_value(|names| language.name_of(names));
    let comments = match counts.comments {
        0 => m::no_comments_yet(),
        count => m::comments_count(count),
    };
    let status = view! {
        <StatusTag status/>
        {shows_time.then(|| view! { <Countdown left/> }.into_any())}
    };
    let meta = view! {
        <span lang=move || agency_name().0>{move || agency_name().1}</span>
        <span>{t(topic_name(topic))}</span>
        <span>{t(comments)}</span>
    };
    let lang = tag.0;
    view! {
        <Card title lang=lang.clone() href=Some(href) status=status.into_any() meta=meta.into_any()>
            <p class="card__summary" lang=lang dir="auto">{summary}</p>
        </Card>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.4.4", "2.5.8"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of a card.
pub fn fixtures() -> Vec<Fixture> {
    use muloqot_domain::{Agency, Timestamp, Topic};
    fn shown(status: Status, opens_in_days: i64, title: &str) -> AnyView {
        let opens_at = Timestamp(now().0 + opens_in_days * 86_400);
        let names = [("uz-Latn", "Sogʻliqni saqlash vazirligi"), ("en", "Ministry of Health")];
        let consultation = Consultation {
            id: "a".into(),
            agency: Agency {
                id: "health".into(),
                names: names.iter().map(|(tag, name)| ((*tag).into(), (*name).into())).collect(),
            },
            topic: Topic::Health,
            language: muloqot_domain::LanguageTag("uz-Latn".into()),
            title: title.into(),
            summary: "Navbatni kim va qanday yuritishi kerak?".into(),
            body: None,
            plain_text: None,
            about: None,
            status,
            opens_at,
            closes_at: Timestamp(opens_at.0 + 10 * 86_400),
            answered_at: None,
            done_at: None,
            counts: muloqot_domain::ConsultationCounts { comments: 12, ..Default::default() },
            general_counts: None,
            official_reply: None,
            has_outcome: false,
            can: vec![],
        };
        view! {
            <h2>{t(m::consultations_title())}</h2>
            <ConsultationCard consultation href="/consultations/a".to_owned()/>
        }
        .into_any()
    }
    vec![
        Fixture::new("open", || shown(Status::Open, -3, "Poliklinikada elektron navbat")),
        Fixture::new("announced", || shown(Status::Announced, 2, "Poliklinikada elektron navbat")),
        Fixture::new("done, with one long word", || shown(Status::Done, -40, &"uzun".repeat(30))),
    ]
}
