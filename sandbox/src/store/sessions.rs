//! Who is signed in. A session is found by the hash of its token, so that a copy of the
//! database opens nobody's session.

use muloqot_domain::{Person, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::people;

/// How long a session lasts, in seconds.
pub const SESSION_SECONDS: i64 = 12 * 3600;

/// What a session's token is found by.
pub type TokenHash = [u8; 32];

/// The hash of a token.
pub fn hash(token: &str) -> TokenHash {
    Sha256::digest(token.as_bytes()).into()
}

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct LiveSession {
    /// Whose it is.
    pub person: Person,
    /// What its writes must carry.
    pub csrf_token: String,
}

/// Begins a session, and forgets those that ended.
pub fn begin(
    db: &Connection,
    token: &TokenHash,
    person_id: &str,
    csrf_token: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM session WHERE expires_at <= ?1", [now.0])?;
    db.prepare_cached(
        "INSERT INTO session (token_hash, person_id, csrf_token, expires_at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![token, person_id, csrf_token, now.0 + SESSION_SECONDS])?;
    Ok(())
}

/// The session of a token, unless it ended.
pub fn find(
    db: &Connection,
    token: &TokenHash,
    now: Timestamp,
) -> rusqlite::Result<Option<LiveSession>> {
    db.prepare_cached(
        "SELECT person.id, person.name, person.role, person.agency_id, person.district,
             session.csrf_token
         FROM session JOIN person ON person.id = session.person_id
         WHERE session.token_hash = ?1 AND session.expires_at > ?2",
    )?
    .query_row(params![token, now.0], |row| {
        Ok(LiveSession { person: people::from_row(row, 0)?, csrf_token: row.get(5)? })
    })
    .optional()
}

/// Ends a session.
pub fn end(db: &Connection, token: &TokenHash) -> rusqlite::Result<()> {
    db.execute("DELETE FROM session WHERE token_hash = ?1", [token])?;
    Ok(())
}

/// Ends all of them.
pub fn end_all(db: &Connection) -> rusqlite::Result<()> {
    db.execute("DELETE FROM session", [])?;
    Ok(())
}
