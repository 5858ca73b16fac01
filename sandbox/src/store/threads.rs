//! Reading threads: each page is one query along one index.

use muloqot_domain::{
    AgencyId, Author, Comment, CommentCounts, CommentId, CommentSort, ConsultationId, LanguageTag,
    Timestamp,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{comment_path, known};

/// A comment as it is kept: all of it, whoever may read it.
#[derive(Clone, Debug)]
pub struct CommentRecord {
    /// Its number, which grows.
    pub seq: i64,
    /// Its place in the thread.
    pub path: Vec<u8>,
    /// Who wrote it.
    pub author_id: String,
    /// The rest. What the reader may do is left empty.
    pub comment: Comment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.seq, c.path, c.author_id, author.name,
                 CASE author.role WHEN 'officer' THEN author.agency_id END,
                 c.id, c.consultation_id, c.parent_id, c.root_id, c.depth, c.stance, c.text,
                 c.language, c.created_at, c.edited_at, c.state, c.removal_reason, c.replies,
                 c.agree, c.disagree
             FROM comment AS c JOIN person AS author ON author.id = c.author_id ",
            $rest
        )
    };
}

/// The place of a top comment in its list: what it is sorted by, and its number.
pub type TopPosition = (i64, i64);

/// Where a top comment stands in a list of that order.
pub fn top_position(record: &CommentRecord, sort: CommentSort) -> TopPosition {
    let counts = record.comment.counts;
    match sort {
        CommentSort::Newest | CommentSort::Oldest => (record.comment.created_at.0, record.seq),
        CommentSort::MostSupported | CommentSort::Other => {
            (counts.agree as i64 - counts.disagree as i64, record.seq)
        }
    }
}

/// Top comments of a consultation after a place in the list, or from its start.
pub fn top_comments(
    db: &Connection,
    consultation_id: &str,
    sort: CommentSort,
    after: Option<TopPosition>,
    limit: usize,
) -> rusqlite::Result<Vec<CommentRecord>> {
    let (sql, start) = match sort {
        CommentSort::Newest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.created_at, c.seq) < (?2, ?3)
                 ORDER BY c.created_at DESC, c.seq DESC LIMIT ?4"
            ),
            (i64::MAX, i64::MAX),
        ),
        CommentSort::Oldest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.created_at, c.seq) > (?2, ?3)
                 ORDER BY c.created_at, c.seq LIMIT ?4"
            ),
            (i64::MIN, i64::MIN),
        ),
        CommentSort::MostSupported | CommentSort::Other => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.support, c.seq) < (?2, ?3)
                 ORDER BY c.support DESC, c.seq DESC LIMIT ?4"
            ),
            (i64::MAX, i64::MAX),
        ),
    };
    let (value, seq) = after.unwrap_or(start);
    db.prepare_cached(sql)?
        .query_map(params![consultation_id, value, seq, limit as i64], from_row)?
        .collect()
}

/// What is below a comment, depth first, after a place or from its start.
pub fn below(
    db: &Connection,
    path: &[u8],
    after: Option<&[u8]>,
    limit: usize,
) -> rusqlite::Result<Vec<CommentRecord>> {
    db.prepare_cached(select!("WHERE c.path > ?1 AND c.path < ?2 ORDER BY c.path LIMIT ?3"))?
        .query_map(params![after.unwrap_or(path), comment_path::end(path), limit as i64], from_row)?
        .collect()
}

/// The comments above one, from the top of the thread downwards.
pub fn above(db: &Connection, record: &CommentRecord) -> rusqlite::Result<Vec<CommentRecord>> {
    let mut statement = db.prepare_cached(select!("WHERE c.seq = ?1"))?;
    comment_path::seqs(&record.path)
        .into_iter()
        .filter(|seq| *seq != record.seq)
        .map(|seq| statement.query_row([seq], from_row))
        .collect()
}

/// The comment with that identifier.
pub fn get(db: &Connection, id: &str) -> rusqlite::Result<Option<CommentRecord>> {
    db.prepare_cached(select!("WHERE c.id = ?1"))?.query_row([id], from_row).optional()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<CommentRecord> {
    let removal_reason = match row.get_ref(16)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(known(row, 16)?),
    };
    Ok(CommentRecord {
        seq: row.get(0)?,
        path: row.get(1)?,
        author_id: row.get(2)?,
        comment: Comment {
            id: CommentId(row.get(5)?),
            consultation_id: ConsultationId(row.get(6)?),
            parent_id: row.get::<_, Option<String>>(7)?.map(CommentId),
            root_id: row.get::<_, Option<String>>(8)?.map(CommentId),
            depth: row.get(9)?,
            author: Author {
                name: row.get(3)?,
                agency_id: row.get::<_, Option<String>>(4)?.map(AgencyId),
                is_reader: false,
            },
            stance: known(row, 10)?,
            text: row.get(11)?,
            language: LanguageTag(row.get(12)?),
            created_at: Timestamp(row.get(13)?),
            edited_at: row.get::<_, Option<i64>>(14)?.map(Timestamp),
            editable_until: None,
            state: known(row, 15)?,
            removal_reason,
            counts: CommentCounts {
                replies: row.get(17)?,
                agree: row.get(18)?,
                disagree: row.get(19)?,
            },
            reader_vote: None,
            can: Vec::new(),
        },
    })
}
