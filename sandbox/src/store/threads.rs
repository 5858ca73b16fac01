//! Reading threads: each page is one query along one index.

use muloqot_domain::{
    AgencyId, Author, Comment, CommentCounts, CommentId, CommentSort, ConsultationId, LanguageTag,
    Pending, Timestamp, fair_rank,
};
use rusqlite::{Connection, OptionalExtension, Row, functions::FunctionFlags, params};

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
    /// Whether the reader has reported it.
    pub is_reported: bool,
    /// What waits for a decision about it, where the reader is to decide.
    pub pending: Pending,
    /// The rest. What only some readers are told, and what the reader may do, is left empty.
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

/// Selects comments, without saying which; [`from_row`] reads them.
pub const SELECT: &str = select!("");

/// The order of top comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopOrder {
    /// By what.
    pub sort: CommentSort,
    /// Which of the fair orders, where it is one.
    pub fair: u8,
}

/// The place of a top comment in its list: what it is sorted by, and its number.
pub type TopPosition = (i64, i64);

/// Lets SQL ask for [`fair_rank`].
pub fn teach_fair_rank(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("fair_rank", 2, flags, |context| {
        Ok(fair_rank(context.get(0)?, &CommentId(context.get(1)?)))
    })
}

impl TopOrder {
    /// Tells it apart from all others.
    pub fn name(self) -> String {
        match self.sort {
            CommentSort::Fair => format!("fair {}", self.fair),
            sort => sort.to_string(),
        }
    }

    /// Where a top comment stands in the list.
    pub fn position(self, record: &CommentRecord) -> TopPosition {
        let counts = record.comment.counts;
        let value = match self.sort {
            CommentSort::Fair => fair_rank(self.fair, &record.comment.id).into(),
            CommentSort::Newest | CommentSort::Oldest => record.comment.created_at.0,
            CommentSort::MostDiscussed => counts.replies as i64,
            CommentSort::MostSupported | CommentSort::Other => {
                counts.agree as i64 - counts.disagree as i64
            }
        };
        (value, record.seq)
    }
}

/// Top comments of a consultation after a place in the list, or from its start.
pub fn top_comments(
    db: &Connection,
    consultation_id: &str,
    order: TopOrder,
    after: Option<TopPosition>,
    limit: usize,
) -> rusqlite::Result<Vec<CommentRecord>> {
    const UPWARDS: TopPosition = (i64::MIN, i64::MIN);
    const DOWNWARDS: TopPosition = (i64::MAX, i64::MAX);
    let (sql, start) = match order.sort {
        CommentSort::Fair => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0
                     AND (fair_rank(?5, c.id), c.seq) > (?2, ?3)
                 ORDER BY fair_rank(?5, c.id), c.seq LIMIT ?4"
            ),
            UPWARDS,
        ),
        CommentSort::Newest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.created_at, c.seq) < (?2, ?3)
                 ORDER BY c.created_at DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
        CommentSort::Oldest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.created_at, c.seq) > (?2, ?3)
                 ORDER BY c.created_at, c.seq LIMIT ?4"
            ),
            UPWARDS,
        ),
        CommentSort::MostDiscussed => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.replies, c.seq) < (?2, ?3)
                 ORDER BY c.replies DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
        CommentSort::MostSupported | CommentSort::Other => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.depth = 0 AND (c.support, c.seq) < (?2, ?3)
                 ORDER BY c.support DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
    };
    let (value, seq) = after.unwrap_or(start);
    let mut statement = db.prepare_cached(sql)?;
    let limit = limit as i64;
    match order.sort {
        CommentSort::Fair => statement
            .query_map(params![consultation_id, value, seq, limit, order.fair], from_row)?
            .collect(),
        _ => statement.query_map(params![consultation_id, value, seq, limit], from_row)?.collect(),
    }
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

/// Reads a row that [`SELECT`] gives.
pub fn from_row(row: &Row<'_>) -> rusqlite::Result<CommentRecord> {
    let removal_reason = match row.get_ref(16)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(known(row, 16)?),
    };
    Ok(CommentRecord {
        seq: row.get(0)?,
        path: row.get(1)?,
        author_id: row.get(2)?,
        is_reported: false,
        pending: Pending::default(),
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
            moderation_note: None,
            appeal: None,
            counts: CommentCounts {
                replies: row.get(17)?,
                agree: row.get(18)?,
                disagree: row.get(19)?,
            },
            reader_vote: None,
            cited_in: None,
            reader_settled: None,
            can: Vec::new(),
        },
    })
}
