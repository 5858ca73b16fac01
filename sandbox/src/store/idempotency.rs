//! What writes answered, kept for a day for those who ask again.

use muloqot_domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// How long an answer is kept, in seconds.
const KEPT_SECONDS: i64 = 24 * 3600;

/// What makes two writes the same write.
#[derive(Clone, Debug)]
pub struct WriteKey {
    /// Who writes.
    pub person_id: String,
    /// The method and path.
    pub route: String,
    /// The `Idempotency-Key`.
    pub key: String,
    /// The hash of the body.
    pub body_hash: [u8; 32],
}

/// An answer that can be given again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Where what was made is found.
    pub location: Option<String>,
    /// What it shows.
    pub shows: Shows,
}

/// What an answer shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The comment of that identifier, as the person may read it whenever they ask.
    Comment(String),
    /// The outcome of the consultation of that identifier, likewise.
    OutcomeOf(String),
    /// What nobody but the person ever reads, as JSON, as it was.
    Own(Vec<u8>),
}

/// Whether a write was answered before.
#[derive(Debug, PartialEq, Eq)]
pub enum Before {
    /// It was not.
    Never,
    /// It was, with this.
    Answered(Answer),
    /// The key was used for something else.
    OtherBody,
}

/// Looks whether a write was answered before.
pub fn look(db: &Connection, write: &WriteKey, now: Timestamp) -> rusqlite::Result<Before> {
    let found = db
        .prepare_cached(
            "SELECT status, location, comment_id, outcome_of, body, body_hash FROM idempotent_answer
             WHERE person_id = ?1 AND route = ?2 AND key = ?3 AND answered_at > ?4",
        )?
        .query_row(params![write.person_id, write.route, write.key, now.0 - KEPT_SECONDS], |row| {
            let (comment, outcome) = (row.get::<_, Option<_>>(2)?, row.get::<_, Option<_>>(3)?);
            let shows = match (comment, outcome) {
                (Some(id), _) => Shows::Comment(id),
                (None, Some(id)) => Shows::OutcomeOf(id),
                (None, None) => Shows::Own(row.get(4)?),
            };
            let answer = Answer { status: row.get(0)?, location: row.get(1)?, shows };
            Ok((answer, row.get::<_, [u8; 32]>(5)?))
        })
        .optional()?;
    Ok(match found {
        None => Before::Never,
        Some((answer, hash)) if hash == write.body_hash => Before::Answered(answer),
        Some(_) => Before::OtherBody,
    })
}

/// Keeps an answer, and forgets those that are too old.
pub fn keep(
    db: &Connection,
    write: &WriteKey,
    answer: &Answer,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM idempotent_answer WHERE answered_at <= ?1")?
        .execute([now.0 - KEPT_SECONDS])?;
    let (comment, outcome, body) = match &answer.shows {
        Shows::Comment(id) => (Some(id), None, None),
        Shows::OutcomeOf(id) => (None, Some(id), None),
        Shows::Own(body) => (None, None, Some(body)),
    };
    db.prepare_cached(
        "INSERT INTO idempotent_answer (person_id, route, key, body_hash, status, location,
             comment_id, outcome_of, body, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        write.person_id,
        write.route,
        write.key,
        write.body_hash,
        answer.status,
        answer.location,
        comment,
        outcome,
        body,
        now.0,
    ])?;
    Ok(())
}
