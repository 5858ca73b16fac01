//! Reading consultations.

use axum::{Json, extract::State};
use muloqot_domain::{
    AgencyId, Consultation, ConsultationFilter, ConsultationId, ConsultationSort, Page, Person,
    SearchKey, Status, Timestamp, Topic, matches_search, search_text, status_at,
};
use rusqlite::Connection;

use super::{
    caller::Caller,
    id::Id,
    no_such_consultation,
    query::{PageQuery, Query},
    view,
};
use crate::{
    app::App,
    failure::Failure,
    store::consultations::{self, Listed},
};

/// The place of a consultation in a list: its group, what it is sorted by in the group, itself.
type Place = (u8, i64, ConsultationId);

/// List consultations
///
/// Without their `body`, `plain_text`, `about`, `general_counts` and `official_reply`.
#[utoipa::path(
    get,
    path = "/consultations",
    operation_id = "list_consultations",
    tag = "consultations",
    params(
        ("status" = Option<Status>, Query, description = "Only those that stand there"),
        ("topic" = Option<Topic>, Query, description = "Only those about this"),
        ("agency" = Option<AgencyId>, Query, description = "Only those of this agency"),
        ("q" = Option<String>, Query, description = "Only those in whose words all of these occur, in either script and with any apostrophe; cut to 200 characters"),
        ("sort" = Option<ConsultationSort>, Query, description = "The order; `closing_soon` when absent"),
        PageQuery,
    ),
    responses((status = 200, description = "A page of consultations", body = Page<Consultation>)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    query: Query,
) -> Result<Json<Page<Consultation>>, Failure> {
    let filter = ConsultationFilter {
        status: query.one_of("status")?,
        topic: query.one_of("topic")?,
        agency: query.get("agency").map(AgencyId::from),
        search: query.get("q").and_then(search_text),
        sort: query.one_of("sort")?,
    };
    let sort = filter.sort.unwrap_or(ConsultationSort::ClosingSoon);
    let page = query.page()?;
    let after: Option<Place> = page.after(sort.as_str())?;
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let mut places: Vec<Place> = matching(db, &filter, now)?
                .into_iter()
                .map(|listed| place(listed, sort, now))
                .collect();
            places.sort();
            let total = places.len() as u64;
            let start = after.map_or(0, |after| places.partition_point(|place| *place <= after));
            let found = places
                .into_iter()
                .skip(start)
                .take(page.limit + 1)
                .map(|place| {
                    let consultation = whole(db, place.2.as_str(), reader.as_ref(), now)?;
                    Ok((place, consultation))
                })
                .collect::<Result<Vec<_>, Failure>>()?;
            page.cut(
                sort.as_str(),
                found,
                total,
                |(place, _)| place.clone(),
                |(_, whole)| Consultation {
                    body: None,
                    plain_text: None,
                    about: None,
                    general_counts: None,
                    official_reply: None,
                    ..whole
                },
            )
            .map(Json)
        })
        .await
}

/// Read a consultation
///
/// Whole, with the official reply once it is published.
#[utoipa::path(
    get,
    path = "/consultations/{id}",
    operation_id = "get_consultation",
    tag = "consultations",
    params(("id" = ConsultationId, Path, description = "Which")),
    responses((status = 200, description = "The consultation", body = Consultation)),
)]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<Consultation>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            whole(db, &id, reader.as_ref(), now).map(Json)
        })
        .await
}

fn whole(
    db: &Connection,
    id: &str,
    reader: Option<&Person>,
    now: Timestamp,
) -> Result<Consultation, Failure> {
    let mut consultation = consultations::get(db, id, now)?.ok_or_else(no_such_consultation)?;
    consultation.can =
        view::consultation_actions(reader, &consultation.agency.id, consultation.status);
    Ok(consultation)
}

fn matching(
    db: &Connection,
    filter: &ConsultationFilter,
    now: Timestamp,
) -> rusqlite::Result<Vec<Listed>> {
    let search = filter.search.as_deref().map(SearchKey::of);
    let mut listed = consultations::listed(db, search.is_some())?;
    listed.retain(|listed| {
        let has_words = match (&search, &listed.words) {
            (Some(search), Some(words)) => matches_search(words, search),
            _ => true,
        };
        has_words
            && filter.status.is_none_or(|status| status == status_at(&listed.schedule, now))
            && filter.topic.is_none_or(|topic| topic == listed.topic)
            && filter.agency.as_ref().is_none_or(|agency| *agency == listed.agency_id)
    });
    Ok(listed)
}

/// Where a consultation stands in a list of that order: groups from 0 up, and in each the
/// smallest number first.
fn place(listed: Listed, sort: ConsultationSort, now: Timestamp) -> Place {
    let schedule = listed.schedule;
    let (group, number) = match sort {
        ConsultationSort::ClosingSoon | ConsultationSort::Other => {
            match status_at(&schedule, now) {
                Status::Open => (0, schedule.closes_at.0),
                Status::Announced => (1, schedule.opens_at.0),
                _ => (2, -schedule.closes_at.0),
            }
        }
        ConsultationSort::Newest => (0, -schedule.opens_at.0),
        ConsultationSort::MostDiscussed => (0, -listed.comments),
        ConsultationSort::RecentlyAnswered => {
            match schedule.answered_at.filter(|answered| *answered <= now) {
                Some(answered) => (0, -answered.0),
                None => (1, -schedule.closes_at.0),
            }
        }
    };
    (group, number, listed.id)
}
