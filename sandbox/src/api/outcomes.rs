//! What became of consultations.

use std::collections::BTreeSet;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    AgencyId, AgencyNumbers, CitedComment, CommentAction, CommentId, CommentState, ConsultationId,
    NewOutcome, NewSettlement, Outcome, OutcomeAction, Person, ProblemCode, Settlement, Status,
    Timestamp, accept_outcome, agency_numbers, first_words, graphemes, status_at,
};
use rusqlite::Connection;

use super::{
    caller::Caller,
    comments,
    id::Id,
    no_such_consultation, outcome_body, view,
    write::{Write, own_answer},
};
use crate::{
    app::App,
    failure::Failure,
    store::{
        agencies, consultations,
        idempotency::{Answer, Shows},
        outcomes, threads,
    },
    words::Words,
};

/// Read what became of a consultation
///
/// What people said, what the agency made of it and why, with the first words of the comments
/// each theme rests on, and how the agency keeps its word: all a page needs. `not-found` until
/// something is published.
#[utoipa::path(
    get,
    path = "/consultations/{id}/outcome",
    operation_id = "get_outcome",
    tag = "outcomes",
    params(("id" = ConsultationId, Path, description = "Of which consultation")),
    responses((status = 200, description = "The outcome", body = Outcome)),
)]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<Outcome>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            shown(db, &id, reader.as_ref(), now).map(Json)
        })
        .await
}

/// Publish what became of a consultation
///
/// By officers of the agency that asked, once it is closed. Published again, it takes the place
/// of the one before; who has not read that one gets a `conflict`. It is an answer: the
/// consultation is `answered` from then on.
#[utoipa::path(
    put,
    path = "/consultations/{id}/outcome",
    operation_id = "publish_outcome",
    tag = "outcomes",
    params(("id" = ConsultationId, Path, description = "Of which consultation")),
    request_body = NewOutcome,
    responses((status = 200, description = "The outcome as everybody reads it", body = Outcome)),
)]
pub async fn publish(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let new = outcome_body::outcome(&write.json()?)?;
    let officer = person.clone();
    write
        .once(&app, &person, move |db, now| {
            let ground = consultations::ground(db, &id)?.ok_or_else(no_such_consultation)?;
            if !officer.is_officer_of(&ground.agency_id) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::OnlyItsAgency));
            }
            if matches!(status_at(&ground.schedule, now), Status::Announced | Status::Open) {
                return Err(Failure::of(ProblemCode::Closed, Words::NotClosedYet));
            }
            let citable = citable(db, &id, &new)?;
            let new = accept_outcome(new, graphemes, |comment| citable.contains(comment))?;
            if outcomes::revision(db, &id)? != new.replaces {
                return Err(Failure::of(ProblemCode::Conflict, Words::OutcomeChanged));
            }
            outcomes::put(db, &id, &new, now)?;
            Ok(Answer {
                status: StatusCode::OK.as_u16(),
                location: None,
                shows: Shows::OutcomeOf(id),
            })
        })
        .await
}

/// Say whether an outcome settles the matter
///
/// By the author of a comment it rests on, as often as they change their mind. Everybody reads
/// whether it does; the `note` is read by its author and by officers of the agency alone.
#[utoipa::path(
    put,
    path = "/comments/{id}/settlement",
    operation_id = "settle_comment",
    tag = "outcomes",
    params(("id" = CommentId, Path, description = "By the author of which comment")),
    request_body = NewSettlement,
    responses((status = 200, description = "What the author says", body = Settlement)),
)]
pub async fn settle(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let NewSettlement { settled, note } = outcome_body::settlement(&write.json()?)?;
    let settlement = Settlement { settled, note };
    let (author, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let (mut record, ground) = comments::found(db, &id)?;
            if !view::is_author(&record, Some(&author)) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::SomebodyElses));
            }
            comments::tell(db, Some(&author), &ground, [&mut record])?;
            if record.comment.cited_in.is_none() {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::NotCited));
            }
            if record.comment.state != CommentState::Visible {
                return Err(Failure::of(ProblemCode::Gone, Words::TakenAway));
            }
            limits.limits.take(&author.id)?;
            outcomes::settle(db, &id, &settlement, now)?;
            own_answer(StatusCode::OK, &settlement)
        })
        .await
}

/// Read how an agency keeps its word
///
/// How many of its consultations are closed, answered, and settled by the word of those whose
/// comments the outcome rests on; and within how many days it answers.
#[utoipa::path(
    get,
    path = "/agencies/{id}/numbers",
    operation_id = "get_agency_numbers",
    tag = "agencies",
    params(("id" = AgencyId, Path, description = "Which agency")),
    responses((status = 200, description = "Its numbers", body = AgencyNumbers)),
)]
pub async fn numbers(State(app): State<App>, Id(id): Id) -> Result<Json<AgencyNumbers>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            if !agencies::exists(db, &id)? {
                return Err(Failure::of(ProblemCode::NotFound, Words::NoSuchAgency));
            }
            Ok(Json(agency_numbers(&outcomes::answerings(db, &id)?, now)))
        })
        .await
}

/// An outcome as a reader sees it.
pub fn shown(
    db: &Connection,
    id: &str,
    reader: Option<&Person>,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let ground = consultations::ground(db, id)?.ok_or_else(no_such_consultation)?;
    let kept = outcomes::get(db, id)?
        .ok_or_else(|| Failure::of(ProblemCode::NotFound, Words::NoOutcomeYet))?;
    let is_officer = reader.is_some_and(|reader| reader.is_officer_of(&ground.agency_id));
    let mut cited: Vec<CitedComment> = Vec::new();
    for comment_id in kept.themes.iter().flat_map(|theme| &theme.comments) {
        if cited.iter().any(|cited| cited.id == *comment_id) {
            continue;
        }
        let (mut record, _) = comments::found(db, comment_id.as_str())?;
        comments::tell(db, reader, &ground, [&mut record])?;
        let comment = view::comment(record, reader, &ground, now);
        // What cannot be read any more is not spoken for either.
        let settlement = match comment.text {
            Some(_) => outcomes::settlement(db, comment_id.as_str())?,
            None => None,
        };
        let may_read = is_officer || comment.author.is_reader;
        cited.push(CitedComment {
            id: comment.id,
            author: comment.author,
            excerpt: comment.text.as_deref().map(first_words),
            language: comment.language,
            settlement: settlement
                .map(|said| Settlement { note: said.note.filter(|_| may_read), ..said }),
            can: comment.can.into_iter().filter(|it| *it == CommentAction::Settle).collect(),
        });
    }
    Ok(Outcome {
        published_at: kept.published_at,
        revision: kept.revision,
        language: kept.language,
        lead: kept.lead,
        themes: kept.themes,
        cited,
        agency_numbers: agency_numbers(&outcomes::answerings(db, ground.agency_id.as_str())?, now),
        can: if is_officer { vec![OutcomeAction::Revise] } else { Vec::new() },
    })
}

/// Those of the comments an outcome is to rest on that everybody can read in its thread.
fn citable(
    db: &Connection,
    consultation_id: &str,
    new: &NewOutcome,
) -> rusqlite::Result<BTreeSet<CommentId>> {
    let mut citable = BTreeSet::new();
    for id in new.themes.iter().flat_map(|theme| &theme.comments) {
        let record = threads::get(db, id.as_str())?;
        if record.is_some_and(|it| {
            it.comment.state == CommentState::Visible
                && it.comment.consultation_id.as_str() == consultation_id
        }) {
            citable.insert(id.clone());
        }
    }
    Ok(citable)
}
