//! The comments of a thread that pass a filter, wherever in it they stand.

use muloqot_domain::{CommentFilter, CommentSort, Person, QuestionId, SearchKey, matches_search};
use rusqlite::{Connection, functions::FunctionFlags, named_params};

use super::threads::{CommentRecord, SELECT, TopOrder, TopPosition, from_row};

/// What passes, for those who may read it. A text that nobody can read cannot be found either.
const PASSING: &str =
    "WHERE c.consultation_id = :consultation AND (:every OR c.question_id IS :question)
         AND (c.state = 'visible' OR (c.state IN ('held', 'removed') AND c.author_id = :reader))
         AND (:stance IS NULL OR c.stance = :stance)
         AND (:language IS NULL OR c.language = :language)
         AND (NOT :mine OR c.author_id = :reader)
         AND (NOT :answered OR c.answered_at IS NOT NULL
             OR EXISTS (SELECT 1 FROM official_reply WHERE parent_id = c.id))
         AND (:exact IS NULL OR has_words(c.text, :exact, :bare)) ";

/// Lets SQL ask whether every word of a folded search is in a text.
pub fn teach_words(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("has_words", 3, flags, |context| {
        let text: String = context.get(0)?;
        let search = SearchKey { exact: context.get(1)?, bare: context.get(2)? };
        Ok(matches_search(&SearchKey::of(&text), &search))
    })
}

/// A page of what passes after a place in the list, or from its start, and how many pass in all.
pub fn matching(
    db: &Connection,
    consultation_id: &str,
    filter: &CommentFilter,
    reader: Option<&Person>,
    order: TopOrder,
    after: Option<TopPosition>,
    limit: usize,
) -> rusqlite::Result<(Vec<CommentRecord>, u64)> {
    let search = filter.search.as_deref().map(SearchKey::of);
    // A visitor wrote nothing: no identifier is empty.
    let reader = reader.map_or("", |reader| reader.id.as_str());
    let passing = named_params! {
        ":consultation": consultation_id,
        ":every": filter.is_of_every_thread(),
        ":question": filter.question.as_ref().map(QuestionId::as_str),
        ":reader": reader,
        ":stance": filter.stance.map(|stance| stance.as_str()),
        ":language": filter.language.as_ref().map(|language| language.as_str()),
        ":mine": filter.is_mine,
        ":answered": filter.is_answered,
        ":exact": search.as_ref().map(|search| &search.exact),
        ":bare": search.as_ref().map(|search| &search.bare),
    };
    let total = db
        .prepare_cached(&format!("SELECT COUNT(*) FROM comment AS c {PASSING}"))?
        .query_row(passing, |row| row.get(0))?;
    let (value, is_falling) = match order.sort {
        CommentSort::Fair => ("fair_rank(:fair, c.id)", false),
        CommentSort::Oldest => ("c.created_at", false),
        CommentSort::Newest => ("c.created_at", true),
        CommentSort::MostDiscussed => ("c.replies", true),
        CommentSort::MostSupported | CommentSort::Other => ("c.support", true),
    };
    let (comes_after, direction) = if is_falling { ("<", "DESC") } else { (">", "ASC") };
    let start = if is_falling { i64::MAX } else { i64::MIN };
    let (after_value, after_seq) = after.unwrap_or((start, start));
    let (limit, fair) = (limit as i64, order.fair);
    let mut given = passing.to_vec();
    given.extend(named_params! {
        ":value": after_value, ":seq": after_seq, ":limit": limit,
    });
    if order.sort == CommentSort::Fair {
        given.push((":fair", &fair));
    }
    let page = db
        .prepare_cached(&format!(
            "{SELECT} {PASSING} AND ({value}, c.seq) {comes_after} (:value, :seq)
             ORDER BY {value} {direction}, c.seq {direction} LIMIT :limit"
        ))?
        .query_map(given.as_slice(), from_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok((page, total))
}
