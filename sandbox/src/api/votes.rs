//! Agreeing and disagreeing with comments.

use axum::{extract::State, http::StatusCode, response::Response};
use muloqot_domain::{
    Comment, CommentId, CommentState, CommentVote, NewCommentVote, Person, ProblemCode, Role,
};

use super::{
    comment_body,
    comment_writes::check_open,
    comments,
    id::Id,
    view,
    write::{Write, comment_answer},
};
use crate::{app::App, failure::Failure, store::votes, words::Words};

/// Agree or disagree with a comment
///
/// Each person has one vote on a comment, and may change it while the consultation is open. Not
/// on what they wrote themselves, and not in an agency's name: an agency answers.
#[utoipa::path(
    put,
    path = "/comments/{id}/vote",
    operation_id = "vote_on_comment",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which comment")),
    request_body = NewCommentVote,
    responses((status = 200, description = "The comment with the vote counted", body = Comment)),
)]
pub async fn cast(
    State(app): State<App>,
    Id(id): Id,
    mut write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    let vote = comment_body::vote(&write.json()?)?;
    set(app, id, write, person, Some(vote)).await
}

/// Take a vote back
///
/// Where there is none, nothing happens.
#[utoipa::path(
    delete,
    path = "/comments/{id}/vote",
    operation_id = "take_vote_back",
    tag = "comments",
    params(("id" = CommentId, Path, description = "On which comment")),
    responses((status = 200, description = "The comment without the vote", body = Comment)),
)]
pub async fn take_back(
    State(app): State<App>,
    Id(id): Id,
    write: Write,
) -> Result<Response, Failure> {
    let person = write.person(&app).await?;
    set(app, id, write, person, None).await
}

async fn set(
    app: App,
    id: String,
    write: Write,
    person: Person,
    vote: Option<CommentVote>,
) -> Result<Response, Failure> {
    let (voter, limits) = (person.clone(), app.clone());
    write
        .once(&app, &person, move |db, now| {
            let (mut record, ground) = comments::found(db, &id)?;
            comments::tell(db, Some(&voter), &ground, [&mut record])?;
            match record.comment.state {
                CommentState::Visible => {}
                CommentState::Held => {
                    return Err(Failure::of(ProblemCode::Conflict, Words::CommentHeld));
                }
                CommentState::Removed | CommentState::Withdrawn | CommentState::Other => {
                    return Err(Failure::of(ProblemCode::Gone, Words::CommentGone));
                }
            }
            check_open(&ground, now)?;
            if voter.role == Role::Officer {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::OfficersAnswer));
            }
            if view::is_author(&record, Some(&voter)) {
                return Err(Failure::of(ProblemCode::NotAllowed, Words::OwnComment));
            }
            limits.vote_limits.take(&voter.id)?;
            record.comment = record.comment.voted(vote);
            votes::keep(db, &id, &voter, vote, record.comment.counts)?;
            Ok(comment_answer(StatusCode::OK, id))
        })
        .await
}
