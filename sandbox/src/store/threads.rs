//! Reading threads: each page is one query along one index.

use muloqot_domain::{
    Comment, CommentCounts, CommentId, CommentSort, ConsultationId, LanguageTag, Pending,
    QuestionId, Timestamp, fair_rank,
};
use rusqlite::{Connection, OptionalExtension, Row, functions::FunctionFlags, params};

use super::{
    comment_path, known,
    people::{self, author_columns},
};

/// A comment as it is kept: all of it, whoever may read it.
#[derive(Clone, Debug)]
pub struct CommentRecord {
    /// Its number, which grows.
    pub seq: i64,
    /// Its place in the thread.
    pub path: Vec<u8>,
    /// Who wrote it.
    pub author_id: String,
    /// How many files it brings along.
    pub attachments: u32,
    /// Whether the reader has reported it.
    pub is_reported: bool,
    /// Whether a reply of the agency that asks stands under it.
    pub is_replied_to: bool,
    /// What waits for a decision about it, where the reader is to decide.
    pub pending: Pending,
    /// The rest. What only some readers are told, and what the reader may do, is left empty.
    pub comment: Comment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.seq, c.path, c.author_id, c.id, c.consultation_id, c.parent_id, c.root_id,
                 c.depth, c.stance, c.text, c.language, c.created_at, c.edited_at, c.state,
                 c.removal_reason, c.replies, c.agree, c.disagree, c.attachments,
                 c.answered_at IS NOT NULL,
                 EXISTS (SELECT 1 FROM official_reply WHERE parent_id = c.id), c.question_id, ",
            author_columns!(),
            "
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

/// Top comments of the thread of a question, or of all of a consultation, after a place in the
/// list, or from its start.
pub fn top_comments(
    db: &Connection,
    consultation_id: &str,
    question: Option<&QuestionId>,
    order: TopOrder,
    after: Option<TopPosition>,
    limit: usize,
) -> rusqlite::Result<Vec<CommentRecord>> {
    const UPWARDS: TopPosition = (i64::MIN, i64::MIN);
    const DOWNWARDS: TopPosition = (i64::MAX, i64::MAX);
    let (sql, start) = match order.sort {
        CommentSort::Fair => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.question_id IS ?5 AND c.depth = 0
                     AND (fair_rank(?6, c.id), c.seq) > (?2, ?3)
                 ORDER BY fair_rank(?6, c.id), c.seq LIMIT ?4"
            ),
            UPWARDS,
        ),
        CommentSort::Newest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.question_id IS ?5 AND c.depth = 0
                     AND (c.created_at, c.seq) < (?2, ?3)
                 ORDER BY c.created_at DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
        CommentSort::Oldest => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.question_id IS ?5 AND c.depth = 0
                     AND (c.created_at, c.seq) > (?2, ?3)
                 ORDER BY c.created_at, c.seq LIMIT ?4"
            ),
            UPWARDS,
        ),
        CommentSort::MostDiscussed => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.question_id IS ?5 AND c.depth = 0
                     AND (c.replies, c.seq) < (?2, ?3)
                 ORDER BY c.replies DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
        CommentSort::MostSupported | CommentSort::Other => (
            select!(
                "WHERE c.consultation_id = ?1 AND c.question_id IS ?5 AND c.depth = 0
                     AND (c.support, c.seq) < (?2, ?3)
                 ORDER BY c.support DESC, c.seq DESC LIMIT ?4"
            ),
            DOWNWARDS,
        ),
    };
    let (value, seq) = after.unwrap_or(start);
    let mut statement = db.prepare_cached(sql)?;
    let (limit, question) = (limit as i64, question.map(QuestionId::as_str));
    match order.sort {
        CommentSort::Fair => statement
            .query_map(params![consultation_id, value, seq, limit, question, order.fair], from_row)?
            .collect(),
        _ => statement
            .query_map(params![consultation_id, value, seq, limit, question], from_row)?
            .collect(),
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
    let removal_reason = match row.get_ref(14)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(known(row, 14)?),
    };
    let (is_marked, is_replied_to) = (row.get(19)?, row.get(20)?);
    Ok(CommentRecord {
        seq: row.get(0)?,
        path: row.get(1)?,
        author_id: row.get(2)?,
        attachments: row.get(18)?,
        is_reported: false,
        is_replied_to,
        pending: Pending::default(),
        comment: Comment {
            id: CommentId(row.get(3)?),
            consultation_id: ConsultationId(row.get(4)?),
            parent_id: row.get::<_, Option<String>>(5)?.map(CommentId),
            root_id: row.get::<_, Option<String>>(6)?.map(CommentId),
            question_id: row.get::<_, Option<String>>(21)?.map(QuestionId),
            depth: row.get(7)?,
            author: people::author(row, 22)?,
            stance: known(row, 8)?,
            text: row.get(9)?,
            quote: None,
            language: LanguageTag(row.get(10)?),
            attachments: Vec::new(),
            created_at: Timestamp(row.get(11)?),
            edited_at: row.get::<_, Option<i64>>(12)?.map(Timestamp),
            editable_until: None,
            state: known(row, 13)?,
            removal_reason,
            moderation_note: None,
            appeal: None,
            counts: CommentCounts {
                replies: row.get(15)?,
                agree: row.get(16)?,
                disagree: row.get(17)?,
            },
            is_answered: is_marked || is_replied_to,
            reader_vote: None,
            cited_in: None,
            reader_settled: None,
            can: Vec::new(),
        },
    })
}
