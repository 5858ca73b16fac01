//! What comments said before their authors changed them.

use muloqot_domain::{Comment, CommentVersion, LanguageTag, Timestamp, has_passage};
use rusqlite::{Connection, params};

use super::known;

/// Whose eyes wordings are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// The comment's author and those who moderate it.
    Involved,
    /// Everybody else.
    Everybody,
}

/// Keeps what a comment says, which its author is about to change. Everybody reads it later only
/// if they can read it now.
pub fn keep(db: &Connection, comment_id: &str, now: Timestamp) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO comment_revision (comment_id, replaced_at, stance, text, language, is_public)
         SELECT id, ?2, stance, text, language, state = 'visible' FROM comment WHERE id = ?1",
    )?
    .execute(params![comment_id, now.0])?;
    Ok(())
}

/// Takes what a comment said before from everybody who is not involved.
pub fn hide(db: &Connection, comment_id: &str) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE comment_revision SET is_public = 0 WHERE comment_id = ?1")?
        .execute([comment_id])?;
    Ok(())
}

/// Whether everybody can read that a comment said a passage before.
pub fn has_said(db: &Connection, comment_id: &str, passage: &str) -> rusqlite::Result<bool> {
    let mut statement =
        db.prepare_cached("SELECT text FROM comment_revision WHERE comment_id = ?1 AND is_public")?;
    let mut rows = statement.query([comment_id])?;
    while let Some(row) = rows.next()? {
        if has_passage(row.get_ref(0)?.as_str()?, passage) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The wordings of a comment that those readers may see, the oldest first and what it says now
/// last. `None` when nothing of it is kept.
pub fn of(
    db: &Connection,
    comment: &Comment,
    readers: Readers,
) -> rusqlite::Result<Option<Vec<CommentVersion>>> {
    let Some(text) = comment.text.clone() else { return Ok(None) };
    let mut since = comment.created_at;
    let mut versions = Vec::new();
    let mut statement = db.prepare_cached(
        "SELECT text, language, stance, replaced_at, is_public FROM comment_revision
         WHERE comment_id = ?1 ORDER BY rowid",
    )?;
    let mut rows = statement.query([comment.id.as_str()])?;
    while let Some(row) = rows.next()? {
        let until = Timestamp(row.get(3)?);
        if readers == Readers::Involved || row.get(4)? {
            versions.push(CommentVersion {
                text: row.get(0)?,
                language: LanguageTag(row.get(1)?),
                stance: known(row, 2)?,
                written_at: since,
                until: Some(until),
            });
        }
        since = until;
    }
    versions.push(CommentVersion {
        text,
        language: comment.language.clone(),
        stance: comment.stance,
        written_at: comment.edited_at.unwrap_or(since),
        until: None,
    });
    Ok(Some(versions))
}
