//! Reading comments.

use axum::{Json, extract::State};
use muloqot_domain::{
    Comment, CommentContext, CommentFilter, CommentId, CommentSort, ConsultationId, FieldCode,
    LanguageTag, Page, Person, ProblemCode, QuestionId, Stance, Timestamp, search_text,
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
    store::{
        attachments,
        consultations::{self, Ground},
        matching::matching,
        moderation, outcomes, questions, quotes,
        threads::{self, CommentRecord, TopOrder},
        votes,
    },
    words::Words,
};

/// List a consultation's top comments
///
/// Replies are not among them: each comment tells how many it has. Answers to a question of the
/// consultation have a thread of their own, which `question` asks for, and are in no other.
/// Readers are shown them in one of the orders that are `fair`, each reader always in the same.
///
/// Narrowed down by `stance`, `language`, `answered`, `mine` or `q`, the list is of all comments
/// that pass, replies too, without those that cannot be read.
#[utoipa::path(
    get,
    path = "/consultations/{id}/comments",
    operation_id = "list_comments",
    tag = "comments",
    params(
        ("id" = ConsultationId, Path, description = "Which consultation"),
        ("sort" = Option<CommentSort>, Query, description = "The order; `most_supported` when absent"),
        ("seed" = Option<u8>, Query, maximum = 255, description = "Which of the 256 orders that are `fair`; 0 when absent"),
        ("question" = Option<QuestionId>, Query, description = "Those that answer this question, in place of those about all of it; `*` for those of every thread, as a list"),
        ("stance" = Option<Stance>, Query, description = "Only those that take this side"),
        ("language" = Option<LanguageTag>, Query, description = "Only those in this language"),
        ("answered" = Option<bool>, Query, description = "Only those the agency has answered: by a reply, or otherwise, as it says"),
        ("mine" = Option<bool>, Query, description = "Only the reader's own; none for a visitor"),
        ("q" = Option<String>, Query, description = "Only those in whose text all of these words occur, in either script and with any apostrophe; cut to 200 characters"),
        PageQuery,
    ),
    responses((status = 200, description = "A page of top comments", body = Page<Comment>)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
    query: Query,
) -> Result<Json<Page<Comment>>, Failure> {
    let sort = query.one_of("sort")?.unwrap_or(CommentSort::MostSupported);
    let order = TopOrder { sort, fair: query.one_of("seed")?.unwrap_or_default() };
    let page = query.page()?;
    let filter = CommentFilter {
        question: query.get("question").map(QuestionId::from),
        stance: query.one_of("stance")?,
        language: query.language()?,
        is_answered: query.one_of("answered")?.unwrap_or_default(),
        is_mine: query.one_of("mine")?.unwrap_or_default(),
        search: query.get("q").and_then(search_text),
    };
    let list = format!("{} {:?}", order.name(), filter.to_query());
    let after = page.after(&list)?;
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let ground = consultations::ground(db, &id)?.ok_or_else(no_such_consultation)?;
            let limit = page.limit + 1;
            let total = match &filter.question {
                Some(_) if filter.is_of_every_thread() => 0,
                Some(question) if !questions::is_asked(db, &id, question)? => {
                    return Err(Failure::field("?question", FieldCode::NoSuch));
                }
                Some(question) => questions::top_comments(db, &id, question)?,
                None => ground.top_comments,
            };
            let question = filter.question.as_ref();
            let (mut found, total) = if filter.is_empty() && !filter.is_of_every_thread() {
                (threads::top_comments(db, &id, question, order, after, limit)?, total)
            } else {
                matching(db, &id, &filter, reader.as_ref(), order, after, limit)?
            };
            tell(db, reader.as_ref(), &ground, &mut found)?;
            page.cut(
                &list,
                found,
                total,
                |record| order.position(record),
                |record| view::comment(record, reader.as_ref(), &ground, now),
            )
            .map(Json)
        })
        .await
}

/// Read a comment
#[utoipa::path(
    get,
    path = "/comments/{id}",
    operation_id = "get_comment",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which")),
    responses((status = 200, description = "The comment", body = Comment)),
)]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<Comment>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            shown(db, &id, reader.as_ref(), now).map(Json)
        })
        .await
}

/// List all that is below a comment
///
/// Replies, replies to those, and so on: depth first, a comment before what replies to it,
/// among siblings the oldest first.
#[utoipa::path(
    get,
    path = "/comments/{id}/replies",
    operation_id = "list_replies",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Below which comment"), PageQuery),
    responses((status = 200, description = "A page of replies", body = Page<Comment>)),
)]
pub async fn replies(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
    query: Query,
) -> Result<Json<Page<Comment>>, Failure> {
    let page = query.page()?;
    let list = format!("replies {id}");
    let after: Option<Vec<u8>> = page.after(&list)?;
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let (above, ground) = found(db, &id)?;
            let mut below = threads::below(db, &above.path, after.as_deref(), page.limit + 1)?;
            tell(db, reader.as_ref(), &ground, &mut below)?;
            page.cut(
                &list,
                below,
                above.comment.counts.replies,
                |record| record.path.clone(),
                |record| view::comment(record, reader.as_ref(), &ground, now),
            )
            .map(Json)
        })
        .await
}

/// Read a comment with everything above it
///
/// For a link that leads right to it.
#[utoipa::path(
    get,
    path = "/comments/{id}/context",
    operation_id = "get_comment_context",
    tag = "comments",
    params(("id" = CommentId, Path, description = "Which comment")),
    responses((status = 200, description = "The comment and those above it", body = CommentContext)),
)]
pub async fn context(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id,
) -> Result<Json<CommentContext>, Failure> {
    let now = app.clock.now();
    app.store
        .read(move |db| {
            let reader = caller.person(db, now)?;
            let (mut record, ground) = found(db, &id)?;
            let mut above = threads::above(db, &record)?;
            tell(db, reader.as_ref(), &ground, above.iter_mut().chain([&mut record]))?;
            let show = |record| view::comment(record, reader.as_ref(), &ground, now);
            let ancestors = above.into_iter().map(show).collect();
            Ok(Json(CommentContext { ancestors, comment: show(record) }))
        })
        .await
}

/// A comment as it is kept, and what of its consultation it needs.
pub fn found(db: &Connection, id: &str) -> Result<(CommentRecord, Ground), Failure> {
    let record = threads::get(db, id)?
        .ok_or_else(|| Failure::of(ProblemCode::NotFound, Words::NoSuchComment))?;
    let ground = consultations::ground(db, record.comment.consultation_id.as_str())?
        .ok_or_else(no_such_consultation)?;
    Ok((record, ground))
}

/// Tells of each comment what not every reader is told.
pub fn tell<'a>(
    db: &Connection,
    reader: Option<&Person>,
    ground: &Ground,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    let mut records: Vec<&mut CommentRecord> = records.into_iter().collect();
    attachments::tell(db, records.iter_mut().map(|record| &mut **record))?;
    quotes::tell(db, reader, records.iter_mut().map(|record| &mut **record))?;
    votes::tell(db, reader, records.iter_mut().map(|record| &mut **record))?;
    moderation::tell(
        db,
        reader,
        &ground.agency_id,
        records.iter_mut().map(|record| &mut **record),
    )?;
    if ground.has_outcome {
        let reader_id = reader.map(|reader| reader.id.as_str());
        outcomes::tell(db, reader_id, records)?;
    }
    Ok(())
}

/// A comment as a reader sees it.
pub fn shown(
    db: &Connection,
    id: &str,
    reader: Option<&Person>,
    now: Timestamp,
) -> Result<Comment, Failure> {
    let (mut record, ground) = found(db, id)?;
    tell(db, reader, &ground, [&mut record])?;
    Ok(view::comment(record, reader, &ground, now))
}
