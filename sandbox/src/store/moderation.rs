//! What officers decided about comments, and what their authors have against it.

use muloqot_domain::{
    AgencyId, Appeal, CommentState, Decided, NewModeration, Pending, Person, RemovalReason,
    ReviewState, Timestamp, may_moderate,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{known, reports, threads::CommentRecord, versions};

/// Tells of each comment what its author and the agency alone are told, and whether the reader
/// has reported it.
pub fn tell<'a>(
    db: &Connection,
    reader: Option<&Person>,
    agency_id: &AgencyId,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    let Some(reader) = reader else { return Ok(()) };
    for record in records {
        let CommentRecord { author_id, comment, is_reported, pending, .. } = record;
        let id = comment.id.as_str();
        let is_moderator =
            may_moderate(Some(reader), agency_id, comment.author.agency_id.is_some());
        if !is_moderator && reader.id.as_str() != author_id {
            *is_reported = reports::is_reported(db, id, reader)?;
            continue;
        }
        *pending = self::pending(db, id)?;
        let appeal = appeal(db, id)?.map(|appeal| appeal.outcome);
        if matches!(comment.state, CommentState::Held | CommentState::Removed) {
            let (reason, note) = last_words(db, id)?;
            comment.removal_reason = comment.removal_reason.or(reason);
            comment.moderation_note = note;
        }
        comment.appeal = appeal;
    }
    Ok(())
}

/// What waits for a decision about a comment.
pub fn pending(db: &Connection, comment_id: &str) -> rusqlite::Result<Pending> {
    db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM report WHERE comment_id = ?1 AND outcome = 'open'),
             EXISTS (SELECT 1 FROM appeal WHERE comment_id = ?1 AND outcome = 'open')",
    )?
    .query_row([comment_id], |row| {
        Ok(Pending { has_reports: row.get(0)?, has_appeal: row.get(1)? })
    })
}

/// How much has happened to a comment that an officer should have seen before deciding.
pub fn version(db: &Connection, comment_id: &str) -> rusqlite::Result<u64> {
    db.prepare_cached(
        "SELECT (SELECT COUNT(*) FROM moderation WHERE comment_id = ?1)
             + (SELECT COUNT(*) FROM report WHERE comment_id = ?1)
             + (SELECT COUNT(*) FROM appeal WHERE comment_id = ?1)
             + (SELECT COUNT(*) FROM comment_revision WHERE comment_id = ?1)",
    )?
    .query_row([comment_id], |row| row.get(0))
}

/// Keeps a decision and all that it brings about. The consultation's counts are then to be made
/// anew.
pub fn keep(
    db: &Connection,
    comment_id: &str,
    officer: &Person,
    new: &NewModeration,
    decided: Decided,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let reason = new.reason.map(RemovalReason::as_str);
    db.prepare_cached(
        "INSERT INTO moderation (comment_id, officer_id, decision, reason, note, decided_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        comment_id,
        officer.id.as_str(),
        new.decision.as_str(),
        reason,
        new.note,
        now.0,
    ])?;
    // Why a comment is held is not told to everybody, and so does not stand with it.
    let reason = reason.filter(|_| decided.state == CommentState::Removed);
    db.prepare_cached("UPDATE comment SET state = ?2, removal_reason = ?3 WHERE id = ?1")?
        .execute(params![comment_id, decided.state.as_str(), reason])?;
    if decided.state != CommentState::Visible {
        versions::hide(db, comment_id)?;
    }
    if decided.reports != ReviewState::Open {
        reports::close(db, comment_id, decided.reports, now)?;
    }
    close_appeal(db, comment_id, decided.appeal, now)
}

/// Closes what waits for a decision about a comment that its author took back.
pub fn leave(db: &Connection, comment_id: &str, now: Timestamp) -> rusqlite::Result<()> {
    reports::close(db, comment_id, ReviewState::Moot, now)?;
    close_appeal(db, comment_id, ReviewState::Moot, now)
}

/// Keeps an appeal.
pub fn keep_appeal(
    db: &Connection,
    comment_id: &str,
    text: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO appeal (comment_id, text, created_at) VALUES (?1, ?2, ?3)")?
        .execute(params![comment_id, text, now.0])?;
    Ok(())
}

/// The appeal against what was decided about a comment.
pub fn appeal(db: &Connection, comment_id: &str) -> rusqlite::Result<Option<Appeal>> {
    let read = |row: &Row<'_>| {
        Ok(Appeal {
            text: row.get(0)?,
            created_at: Timestamp(row.get(1)?),
            outcome: known(row, 2)?,
            decided_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
        })
    };
    db.prepare_cached(
        "SELECT text, created_at, outcome, decided_at FROM appeal WHERE comment_id = ?1",
    )?
    .query_row([comment_id], read)
    .optional()
}

fn close_appeal(
    db: &Connection,
    comment_id: &str,
    outcome: ReviewState,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE appeal SET outcome = ?2, decided_at = ?3 WHERE comment_id = ?1 AND outcome = 'open'",
    )?
    .execute(params![comment_id, outcome.as_str(), now.0])?;
    Ok(())
}

/// The reason and the note of what was decided last.
fn last_words(
    db: &Connection,
    comment_id: &str,
) -> rusqlite::Result<(Option<RemovalReason>, Option<String>)> {
    let read = |row: &Row<'_>| {
        let reason = match row.get_ref(0)? {
            rusqlite::types::ValueRef::Null => None,
            _ => Some(known(row, 0)?),
        };
        Ok((reason, row.get(1)?))
    };
    let last = db
        .prepare_cached(
            "SELECT reason, note FROM moderation WHERE comment_id = ?1 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([comment_id], read)
        .optional()?;
    Ok(last.unwrap_or_default())
}
