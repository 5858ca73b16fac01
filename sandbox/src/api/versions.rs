//! What a comment said before.

use axum::{Json, extract::State};
use muloqot_domain::{CommentId, CommentVersion, Page, ProblemCode};

use super::{caller::Caller, comments, id::Id, view};
use crate::{
    app::App,
    failure::Failure,
    store::versions::{self, Readers},
    words::Words,
};

/// List what a comment said, from its first wording to what it says now
///
/// All of them in one page. Of a comment whose text the reader cannot read, none can be:
/// `not-found`. A wording that came from elsewhere and was not kept is left out. So are, but for
/// its author and officers of the agency, those that were replaced while the comment was held and
/// those before it was held or removed: restoring gives back what it says then.
#[utoipa::path(
    get,
    path = "/comments/{id}/versions",
    operation_id = "list_comment_versions",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which comment")),
    responses((status = 200, description = "Its wordings, the oldest first", body = Page<CommentVersion>)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<Page<CommentVersion>>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let hidden = || Failure::of(ProblemCode::NotFound, Words::TextHidden);
            let reader = caller.person(db, now)?;
            let (record, ground) = comments::found(db, &id)?;
            let shown = view::comment(record.clone(), reader.as_ref(), &ground, now);
            if shown.text.is_none() {
                return Err(hidden());
            }
            let is_involved = view::is_author(&record, reader.as_ref())
                || view::is_moderator(&record, reader.as_ref(), &ground);
            let readers = if is_involved { Readers::Involved } else { Readers::Everybody };
            let items = versions::of(db, &record.comment, readers)?.ok_or_else(hidden)?;
            let total = items.len() as u64;
            Ok(Json(Page { items, next_cursor: None, total, unreadable: 0 }))
        })
        .await
}
