//! What officers decide about comments, and what authors have against it.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    AnsweredMark, Comment, CommentId, CommentState, Moderation, NewAppeal, NewModeration,
    PAGE_LIMIT_MAX, Person, ProblemCode, Timestamp, decide as decided, may_appeal,
};
use rusqlite::Connection;

use super::{
    caller::Caller,
    comments,
    id::Id,
    moderation_body, view,
    write::{Write, comment_answer},
};
use crate::{
    app::App,
    failure::Failure,
    store::{
        comments as kept_comments,
        consultations::{self, Ground},
        moderation as kept, reports,
        threads::CommentRecord,
    },
    words::Words,
};

/// Read what there is to decide about a comment
///
/// For officers of the agency that asks, and not about what an agency has said.
#[utoipa::path(
    get,
    path = "/comments/{id}/moderation",
    operation_id = "get_moderation",
    tag = "moderation",
    params(("id" = CommentId, Path, description = "Which comment")),
    responses((status = 200, description = "The comment and what waits for a decision", body = Moderation)),
)]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<Moderation>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = moderator(&caller, db, now)?;
            let (mut record, ground) = theirs(db, &id, &reader)?;
            comments::tell(db, Some(&reader), &ground, [&mut record])?;
            let moderation = Moderation {
                comment: view::comment(record, Some(&reader), &ground, now),
                version: kept::version(db, &id)?,
                reports: reports::open_on(db, &id, PAGE_LIMIT_MAX)?,
                appeal: kept::appeal(db, &id)?,
            };
            Ok(Json(moderation))
        })
        .await
}

/// Hold, remove or restore a comment
///
/// By an officer of the agency that asks, also when the consultation is closed, and not what an
/// agency has said. Removing upholds the reports that wait and dismisses an appeal, restoring
/// the other way round; holding lets the reports wait and dismisses an appeal. A decision that
/// leaves the comment as it is can be made while something waits for it. A `conflict` when
/// something has happened since the `version` that the officer saw.
#[utoipa::path(
    put,
    path = "/comments/{id}/moderation",
    operation_id = "moderate_comment",
    tag = "moderation",
    params(("id" = CommentId, Path, description = "Which comment")),
    request_body = NewModeration,
    responses((status = 200, description = "The comment as the officer sees it", body = Comment)),
)]
pub async fn decide(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let new = moderation_body::moderation(&write.json()?)?;
    let officer = person.clone();
    write
        .once(&app, &person, move |db, now| {
            let (record, _) = theirs(db, &id, &officer)?;
            if record.comment.state == CommentState::Withdrawn {
                return Err(Failure::of(ProblemCode::Gone, Words::CommentGone));
            }
            if kept::version(db, &id)? != new.version {
                return Err(Failure::of(ProblemCode::Conflict, Words::DecidedMeanwhile));
            }
            let decided = decided(record.comment.state, new.decision, kept::pending(db, &id)?)
                .ok_or_else(|| Failure::of(ProblemCode::Conflict, Words::NothingToDecide))?;
            kept::keep(db, &id, &officer, &new, decided, now)?;
            consultations::count(db, record.comment.consultation_id.as_str())?;
            Ok(comment_answer(StatusCode::OK, id))
        })
        .await
}

/// Say whether the agency has answered a comment
///
/// By an officer of the agency that asks, where it answered otherwise than by a reply, also when
/// the consultation is closed. What a reply of the agency answers is answered, whatever is said.
/// A `conflict` while the comment is held. Once its author changes it, it has to be said again.
#[utoipa::path(
    put,
    path = "/comments/{id}/answered",
    operation_id = "mark_comment_answered",
    tag = "moderation",
    params(("id" = CommentId, Path, description = "Which comment")),
    request_body = AnsweredMark,
    responses((status = 200, description = "The comment as the officer sees it", body = Comment)),
)]
pub async fn mark_answered(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let AnsweredMark { is_answered } = moderation_body::answered_mark(&write.json()?)?;
    let officer = person.clone();
    write
        .once(&app, &person, move |db, now| {
            let (record, ground) = theirs(db, &id, &officer)?;
            match record.comment.state {
                CommentState::Visible => {}
                CommentState::Held => {
                    return Err(Failure::of(ProblemCode::Conflict, Words::AnsweredHeld));
                }
                CommentState::Removed | CommentState::Withdrawn | CommentState::Other => {
                    return Err(Failure::of(ProblemCode::Gone, Words::CommentGone));
                }
            }
            if !view::may_mark(&record, Some(&officer), &ground) {
                return Err(Failure::of(ProblemCode::Conflict, Words::RepliedAlready));
            }
            kept_comments::mark_answered(db, &id, officer.id.as_str(), is_answered, now)?;
            Ok(comment_answer(StatusCode::OK, id))
        })
        .await
}

/// Appeal against a comment's having been held or removed
///
/// By its author, once. An officer answers by restoring the comment, or by deciding as before.
#[utoipa::path(
    post,
    path = "/comments/{id}/appeal",
    operation_id = "appeal_moderation",
    tag = "moderation",
    params(("id" = CommentId, Path, description = "Which comment")),
    request_body = NewAppeal,
    responses((status = 201, description = "The comment as its author sees it", body = Comment)),
)]
pub async fn appeal(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let NewAppeal { text } = moderation_body::appeal(&write.json()?)?;
    let (author, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let (record, _) = comments::found(db, &id)?;
            if !view::is_author(&record, Some(&author)) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::SomebodyElses));
            }
            let before = kept::appeal(db, &id)?.map(|appeal| appeal.outcome);
            match record.comment.state {
                state if may_appeal(state, before) => {}
                CommentState::Held | CommentState::Removed => {
                    return Err(Failure::of(ProblemCode::Conflict, Words::AppealedAlready));
                }
                CommentState::Withdrawn => {
                    return Err(Failure::of(ProblemCode::Gone, Words::CommentGone));
                }
                CommentState::Visible | CommentState::Other => {
                    return Err(Failure::of(ProblemCode::Conflict, Words::NothingToAppeal));
                }
            }
            limits.report_limits.take(&author.id)?;
            kept::keep_appeal(db, &id, &text, now)?;
            Ok(comment_answer(StatusCode::CREATED, id))
        })
        .await
}

/// A comment that is an officer's to decide about.
///
/// # Errors
/// When it is not, or is not there.
fn theirs(db: &Connection, id: &str, officer: &Person) -> Result<(CommentRecord, Ground), Failure> {
    let (record, ground) = comments::found(db, id)?;
    match view::is_moderator(&record, Some(officer), &ground) {
        true => Ok((record, ground)),
        false => Err(Failure::of(ProblemCode::NotAllowed, Words::NotTheirsToModerate)),
    }
}

/// Who reads what only officers read.
///
/// # Errors
/// When nobody is signed in.
pub fn moderator(caller: &Caller, db: &Connection, now: Timestamp) -> Result<Person, Failure> {
    caller.person(db, now)?.ok_or_else(|| Failure::of(ProblemCode::NotSignedIn, Words::NoSession))
}
