//! Writing, changing and taking back comments.

use axum::{extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    Comment, CommentEdit, CommentId, CommentState, ConsultationId, EDIT_WINDOW_SECONDS, FieldCode,
    LanguageTag, NewComment, Person, Problem, ProblemCode, QUOTE_GRAPHEMES_MAX, QuestionId,
    QuoteRefusal, ShownAs, Status, Timestamp, accept_quote, graphemes, may_edit, may_show_district,
    status_at,
};
use rusqlite::Connection;

use super::{
    BASE,
    attachments::check_claim,
    comment_body, comments,
    id::Id,
    no_such_consultation, view,
    write::{Write, comment_answer},
};
use crate::{
    app::App,
    failure::Failure,
    random,
    store::{
        attachments,
        comments::{self as kept, CommentToKeep, Position},
        consultations::{self, Ground},
        idempotency::Answer,
        moderation, questions, quotes,
        threads::{self, CommentRecord},
    },
    words::Words,
};

/// Write a comment or a reply
///
/// While the consultation is open. Only what can be read is replied to: `gone` when it was
/// removed or withdrawn, `conflict` when it is held. What a reply quotes must be said there now:
/// `/quote/text` is `no_such` when it is not. It stays as it is when the other comment changes,
/// and is shown to nobody while that, or the wording of it that says so, cannot be read.
/// `/question_id` is `no_such` when the consultation does not ask that question, or what is
/// replied to belongs to another.
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
            let question = question_of(db, &id, &new, parent.as_ref())?;
            check_shown_as(new.shown_as, &author)?;
            limits.limits.take(&author.id)?;
            check_claim(db, &new.attachments, None, &author, now)?;
            let quoted = quoted(&new, parent.as_ref())?;
            let comment_id = random::id()?;
            kept::insert(
                db,
                &CommentToKeep {
                    id: &comment_id,
                    consultation_id: &id,
                    parent: parent.as_ref().map(Position::of).as_ref(),
                    question_id: question.as_ref().map(QuestionId::as_str),
                    author_id: author.id.as_str(),
                    stance: new.stance,
                    text: &new.text,
                    language: new.language.as_str(),
                    shown_as: new.shown_as.unwrap_or(ShownAs::Name),
                    created_at: now,
                    edited_at: None,
                    state: CommentState::Visible,
                    removal_reason: None,
                    agree: 0,
                    disagree: 0,
                    external_key: None,
                },
            )?;
            if !new.attachments.is_empty() {
                attachments::claim(db, &comment_id, &new.attachments)?;
            }
            if let Some((text, language)) = quoted {
                quotes::keep(db, &comment_id, text, language)?;
            }
            consultations::count(db, &id)?;
            let location = Some(format!("{BASE}/comments/{comment_id}"));
            Ok(Answer { location, ..comment_answer(StatusCode::CREATED, comment_id) })
        })
        .await
}

/// Change a comment
///
/// By its author, within 15 minutes of writing it. What it said before is kept among its versions;
/// files that it brings along no more are not.
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
            check_shown_as(edit.shown_as, &author)?;
            limits.limits.take(&author.id)?;
            if let Some(files) = &edit.attachments {
                check_claim(db, files, Some(&id), &author, now)?;
                attachments::claim(db, &id, files)?;
            }
            let language = edit.language.as_ref().map(LanguageTag::as_str);
            kept::edit(db, &id, edit.stance, &edit.text, language, now)?;
            if let Some(shown_as) = edit.shown_as {
                kept::show_as(db, &id, shown_as)?;
            }
            consultations::count(db, record.comment.consultation_id.as_str())?;
            Ok(comment_answer(StatusCode::OK, id))
        })
        .await
}

/// Take a comment back
///
/// By its author, while the consultation is open. What is left of it keeps its replies in
/// place; what it said and brought along is deleted.
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
            Ok(comment_answer(StatusCode::OK, id))
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

/// Refuses to show somebody by a district that the platform does not know.
fn check_shown_as(shown_as: Option<ShownAs>, author: &Person) -> Result<(), Failure> {
    match shown_as {
        Some(ShownAs::District) if !may_show_district(author) => {
            Err(Failure::field("/shown_as", FieldCode::NoSuch))
        }
        _ => Ok(()),
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

/// What a reply quotes, as it stands in what it replies to.
fn quoted<'a>(
    new: &NewComment,
    parent: Option<&'a CommentRecord>,
) -> Result<Option<(&'a str, &'a LanguageTag)>, Failure> {
    const FIELD: &str = "/quote/text";
    let (Some(quote), Some(parent)) = (&new.quote, parent) else { return Ok(None) };
    let text = parent.comment.text.as_deref().unwrap_or_default();
    match accept_quote(text, &quote.text, graphemes) {
        Ok(passage) => Ok(Some((passage, &parent.comment.language))),
        Err(QuoteRefusal::Empty) => Err(Failure::field(FIELD, FieldCode::Empty)),
        Err(QuoteRefusal::NotThere) => Err(Failure::field(FIELD, FieldCode::NoSuch)),
        Err(QuoteRefusal::TooLong { over }) => {
            let params = [("max", QUOTE_GRAPHEMES_MAX as i64), ("over", over as i64)];
            let problem = Problem::new(ProblemCode::Validation);
            Err(problem.with_field(FIELD, FieldCode::TooLong, &params).into())
        }
    }
}

/// The question whose thread a new comment belongs to: that of what it replies to, if it does.
fn question_of(
    db: &Connection,
    consultation_id: &str,
    new: &NewComment,
    parent: Option<&CommentRecord>,
) -> Result<Option<QuestionId>, Failure> {
    let no_such = || Failure::field("/question_id", FieldCode::NoSuch);
    match (parent, &new.question_id) {
        (Some(parent), wanted) => match &parent.comment.question_id {
            of_parent if wanted.is_none() || wanted == of_parent => Ok(of_parent.clone()),
            _ => Err(no_such()),
        },
        (None, Some(wanted)) if !questions::is_asked(db, consultation_id, wanted)? => {
            Err(no_such())
        }
        (None, wanted) => Ok(wanted.clone()),
    }
}

/// What a reply replies to. What cannot be read cannot be replied to: who replies must have read
/// it.
fn parent_of(
    db: &Connection,
    consultation_id: &str,
    parent_id: &CommentId,
) -> Result<CommentRecord, Failure> {
    let record = threads::get(db, parent_id.as_str())?
        .filter(|record| record.comment.consultation_id.as_str() == consultation_id)
        .ok_or_else(|| Failure::field("/parent_id", FieldCode::NoSuch))?;
    match record.comment.state {
        CommentState::Visible => Ok(record),
        CommentState::Held => Err(Failure::of(ProblemCode::Conflict, Words::ParentHeld)),
        CommentState::Removed | CommentState::Withdrawn | CommentState::Other => {
            Err(Failure::of(ProblemCode::Gone, Words::ParentGone))
        }
    }
}
