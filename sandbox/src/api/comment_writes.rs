//! Writing, changing and taking back comments.

use axum::{extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    Comment, CommentEdit, CommentId, CommentState, ConsultationId, EDIT_WINDOW_SECONDS, FieldCode,
    LanguageTag, NewComment, Person, ProblemCode, Status, Timestamp, may_edit, status_at,
};
use rusqlite::Connection;

use super::{
    BASE, comment_body, comments,
    id::Id,
    no_such_consultation, view,
    write::{Write, answer_with},
};
use crate::{
    app::App,
    failure::Failure,
    random,
    store::{
        comments::{self as kept, CommentToKeep, Position},
        consultations::{self, Ground},
        moderation,
        threads::{self, CommentRecord},
    },
    words::Words,
};

/// Write a comment or a reply
///
/// While the consultation is open. Only what can be read is replied to: `gone` when it was
/// removed or withdrawn, `conflict` when it is held.
#[utoipa::path(
    post,
    path = "/consultations/{id}/comments",
    operation_id = "create_comment",
    tag = "comments",
    params(("id" = ConsultationId, Path, description = "Which consultation")),
    request_body = NewComment,
    responses((
        status = 201, description = "The comment as its author sees it", body = Comment,
        headers(("Location" = String, description = "Where the comment is read")),
    )),
)]
pub async fn create(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let new = comment_body::new_comment(&write.json()?)?;
    let (author, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let ground = consultations::ground(db, &id)?.ok_or_else(no_such_consultation)?;
            check_open(&ground, now)?;
            if !view::may_write_under(Some(&author), &ground.agency_id) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::OtherAgency));
            }
            let parent = new.parent_id.as_ref().map(|parent| parent_of(db, &id, parent));
            let parent = parent.transpose()?;
            limits.limits.take(&author.id)?;
            let comment_id = random::id()?;
            kept::insert(
                db,
                &CommentToKeep {
                    id: &comment_id,
                    consultation_id: &id,
                    parent: parent.as_ref(),
                    author_id: author.id.as_str(),
                    stance: new.stance,
                    text: &new.text,
                    language: new.language.as_str(),
                    created_at: now,
                    edited_at: None,
                    state: CommentState::Visible,
                    removal_reason: None,
                    agree: 0,
                    disagree: 0,
                    external_key: None,
                },
            )?;
            consultations::count(db, &id)?;
            let comment = comments::shown(db, &comment_id, Some(&author), now)?;
            let location = format!("{BASE}/comments/{comment_id}");
            answer_with(StatusCode::CREATED, Some(location), &comment)
        })
        .await
}

/// Change a comment
///
/// By its author, within 15 minutes of writing it. What it said is kept, not shown.
#[utoipa::path(
    patch,
    path = "/comments/{id}",
    operation_id = "edit_comment",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which")),
    request_body = CommentEdit,
    responses((status = 200, description = "The comment as its author sees it", body = Comment)),
)]
pub async fn edit(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let edit = comment_body::comment_edit(&write.json()?)?;
    let (author, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let (record, _) = own(db, &id, &author)?;
            if !may_edit(record.comment.state, record.comment.created_at, now) {
                let why = Words::TooLateToChange { minutes: EDIT_WINDOW_SECONDS / 60 };
                return Err(Failure::of(ProblemCode::NotAllowed, why));
            }
            limits.limits.take(&author.id)?;
            let language = edit.language.as_ref().map(LanguageTag::as_str);
            kept::edit(db, &id, edit.stance, &edit.text, language, now)?;
            consultations::count(db, record.comment.consultation_id.as_str())?;
            answer_with(StatusCode::OK, None, &comments::shown(db, &id, Some(&author), now)?)
        })
        .await
}

/// Take a comment back
///
/// By its author, while the consultation is open. What is left of it keeps its replies in
/// place; what it said is deleted.
#[utoipa::path(
    delete,
    path = "/comments/{id}",
    operation_id = "withdraw_comment",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which")),
    responses((status = 200, description = "What is left of the comment", body = Comment)),
)]
pub async fn withdraw(
    State(app): State<App>,
    Id(id): Id,
    write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let author = person.clone();
    write
        .once(&app, &person, move |db, now| {
            let (record, ground) = own(db, &id, &author)?;
            match record.comment.state {
                CommentState::Withdrawn => {}
                CommentState::Visible | CommentState::Held => {
                    check_open(&ground, now)?;
                    kept::withdraw(db, &id)?;
                    moderation::leave(db, &id, now)?;
                    consultations::count(db, record.comment.consultation_id.as_str())?;
                }
                CommentState::Removed | CommentState::Other => {
                    return Err(Failure::of(ProblemCode::Gone, Words::TakenAway));
                }
            }
            answer_with(StatusCode::OK, None, &comments::shown(db, &id, Some(&author), now)?)
        })
        .await
}

/// Refuses what is said when nobody is asked.
pub fn check_open(ground: &Ground, now: Timestamp) -> Result<(), Failure> {
    match status_at(&ground.schedule, now) {
        Status::Open => Ok(()),
        Status::Announced => Err(Failure::of(ProblemCode::Closed, Words::NotOpenYet)),
        _ => Err(Failure::of(ProblemCode::Closed, Words::ClosedAlready)),
    }
}

/// A comment of a person's own.
fn own(db: &Connection, id: &str, person: &Person) -> Result<(CommentRecord, Ground), Failure> {
    let (record, ground) = comments::found(db, id)?;
    if view::is_author(&record, Some(person)) {
        Ok((record, ground))
    } else {
        Err(Failure::of(ProblemCode::NotAllowed, Words::SomebodyElses))
    }
}

/// Where a reply goes. What cannot be read cannot be replied to: who replies must have read it.
fn parent_of(
    db: &Connection,
    consultation_id: &str,
    parent_id: &CommentId,
) -> Result<Position, Failure> {
    let record = threads::get(db, parent_id.as_str())?
        .filter(|record| record.comment.consultation_id.as_str() == consultation_id)
        .ok_or_else(|| Failure::field("/parent_id", FieldCode::NoSuch))?;
    let CommentRecord { path, comment, .. } = record;
    match comment.state {
        CommentState::Visible => Ok(Position {
            id: comment.id.0,
            root_id: comment.root_id.map(|root| root.0),
            depth: comment.depth,
            path,
        }),
        CommentState::Held => Err(Failure::of(ProblemCode::Conflict, Words::ParentHeld)),
        CommentState::Removed | CommentState::Withdrawn | CommentState::Other => {
            Err(Failure::of(ProblemCode::Gone, Words::ParentGone))
        }
    }
}
