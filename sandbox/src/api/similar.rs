//! Comments that say something like a text.

use axum::{Json, extract::State, http::header, response::IntoResponse};
use muloqot_domain::{
    Comment, CommentState, ConsultationId, FieldCode, Page, QuestionId, most_similar,
    similarity_query,
};

use super::{caller::Caller, comments, id::Id, no_such_consultation, query::Query, view};
use crate::{
    app::App,
    failure::Failure,
    store::{blocking, consultations, questions, similar, threads},
};

/// List top comments that say something like a text
///
/// For those who are writing, so that they can support one and need not repeat it: at most three
/// that everybody can read and the reader did not write, the most alike first. Words are compared
/// folded, by their beginnings and their rarity; none is alike when the text has fewer than three.
/// No cache keeps the answer: its address tells what is being written.
#[utoipa::path(
    get,
    path = "/consultations/{id}/comments/similar",
    operation_id = "list_similar_comments",
    tag = "comments",
    params(
        ("id" = ConsultationId, Path, description = "Which consultation"),
        ("question" = Option<QuestionId>, Query, description = "Among those that answer this question, in place of those about all of it"),
        ("text" = String, Query, description = "The text, or those of its words that tell: of both it is the first 400 characters that count, once folded"),
    ),
    responses((status = 200, description = "The comments, all in one page", body = Page<Comment>)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
    query: Query,
) -> Result<impl IntoResponse, Failure> {
    // The address holds words that nobody has sent yet.
    let headers = [(header::CACHE_CONTROL, "no-store")];
    let wanted = query.get("text").and_then(similarity_query);
    let question = query.get("question").map(QuestionId::from);
    let now = app.clock.now();
    let (consultation, has_wanted) = (id.clone(), wanted.is_some());
    let compared = app
        .store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            consultations::ground(db, &consultation)?.ok_or_else(no_such_consultation)?;
            if let Some(question) = &question
                && !questions::is_asked(db, &consultation, question)?
            {
                return Err(Failure::field("?question", FieldCode::NoSuch));
            }
            let reader_id = reader.as_ref().map_or("", |reader| reader.id.as_str());
            match has_wanted {
                true => Ok(similar::compared(db, &consultation, question.as_ref(), reader_id)?),
                false => Ok(Vec::new()),
            }
        })
        .await?;
    let Some(wanted) = wanted else { return Ok((headers, Json(Page::empty()))) };
    let found = blocking(move || {
        let keys: Vec<&str> = compared.iter().map(|(_, key)| key.as_str()).collect();
        let places = most_similar(&wanted, &keys);
        let id = |place: usize| compared.get(place).map(|(id, _)| id.clone());
        Ok(places.into_iter().filter_map(id).collect::<Vec<_>>())
    })
    .await?;
    let page = app
        .store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let ground = consultations::ground(db, &id)?.ok_or_else(no_such_consultation)?;
            let mut records = Vec::new();
            for id in &found {
                records.extend(threads::get(db, id)?);
            }
            // Something may have become of one since it was compared.
            records.retain(|record| record.comment.state == CommentState::Visible);
            comments::tell(db, reader.as_ref(), &ground, &mut records)?;
            let show = |record| view::comment(record, reader.as_ref(), &ground, now);
            let items: Vec<Comment> = records.into_iter().map(show).collect();
            let total = items.len() as u64;
            Ok(Page { items, next_cursor: None, total, unreadable: 0 })
        })
        .await?;
    Ok((headers, Json(page)))
}
