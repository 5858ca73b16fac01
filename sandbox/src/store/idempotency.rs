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
    /// The body.
    pub body: Vec<u8>,
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
            "SELECT status, location, body, body_hash FROM idempotent_answer
             WHERE person_id = ?1 AND route = ?2 AND key = ?3 AND answered_at > ?4",
        )?
        .query_row(params![write.person_id, write.route, write.key, now.0 - KEPT_SECONDS], |row| {
            let answer = Answer { status: row.get(0)?, location: row.get(1)?, body: row.get(2)? };
            Ok((answer, row.get::<_, [u8; 32]>(3)?))
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
    db.prepare_cached(
        "INSERT INTO idempotent_answer
         (person_id, route, key, body_hash, status, location, body, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        write.person_id,
        write.route,
        write.key,
        write.body_hash,
        answer.status,
        answer.location,
        answer.body,
        now.0,
    ])?;
    Ok(())
}
