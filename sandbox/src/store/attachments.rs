//! Files that were handed in, and those that comments bring along.

use muloqot_domain::{
    Attachment, AttachmentId, MediaType, NewAttachment, PersonId, Timestamp, Upload,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{known, threads::CommentRecord};

/// How long a file waits for a comment, in seconds.
pub const WAITING_SECONDS: i64 = 24 * 3600;
/// How many files of one person may wait: those of three comments. One more sends the oldest away.
pub const WAITING_MAX: usize = 9;

/// A file as it is kept, without its content.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// What it is.
    pub file: Upload,
    /// Who handed it in.
    pub uploader_id: String,
    /// The comment that brings it along, if one does.
    pub comment_id: Option<String>,
}

/// Keeps a file that waits for a comment, and lets those go that have waited too long or are too
/// many.
pub fn keep(
    db: &Connection,
    file: &Upload,
    uploader: &PersonId,
    content: &[u8],
    now: Timestamp,
) -> rusqlite::Result<()> {
    forget_old(db, now)?;
    insert(db, file, uploader.as_str(), content, now)?;
    db.prepare_cached(
        "DELETE FROM attachment WHERE seq IN (
             SELECT seq FROM attachment WHERE uploader_id = ?1 AND comment_id IS NULL
             ORDER BY seq DESC LIMIT -1 OFFSET ?2
         )",
    )?
    .execute(params![uploader.as_str(), WAITING_MAX as i64])?;
    Ok(())
}

/// Lets those go that have waited too long.
pub fn forget_old(db: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM attachment WHERE comment_id IS NULL AND uploaded_at <= ?1")?
        .execute([now.0 - WAITING_SECONDS])?;
    Ok(())
}

/// Keeps a file.
pub fn insert(
    db: &Connection,
    file: &Upload,
    uploader_id: &str,
    content: &[u8],
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO attachment (id, uploader_id, uploaded_at, name, media_type, bytes, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        file.id.as_str(),
        uploader_id,
        now.0,
        file.name,
        file.media_type.as_str(),
        file.bytes,
        content,
    ])?;
    Ok(())
}

/// The file with that identifier.
pub fn get(db: &Connection, id: &str) -> rusqlite::Result<Option<KeptFile>> {
    db.prepare_cached(
        "SELECT id, name, media_type, bytes, uploader_id, comment_id FROM attachment WHERE id = ?1",
    )?
    .query_row([id], |row| {
        Ok(KeptFile { file: upload(row)?, uploader_id: row.get(4)?, comment_id: row.get(5)? })
    })
    .optional()
}

/// What is in a file.
pub fn content(db: &Connection, id: &AttachmentId) -> rusqlite::Result<Vec<u8>> {
    db.prepare_cached("SELECT content FROM attachment WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
}

/// Gives a comment the files that it is to bring along, in that order: its own, and those that were
/// handed in for it. Others of its own are deleted.
pub fn claim(
    db: &Connection,
    comment_id: &str,
    attachments: &[NewAttachment],
) -> rusqlite::Result<()> {
    // Out of the way of the new order; what stays there is not wanted any more.
    db.prepare_cached("UPDATE attachment SET position = -1 - position WHERE comment_id = ?1")?
        .execute([comment_id])?;
    let mut claim = db.prepare_cached(
        "UPDATE attachment SET comment_id = ?2, position = ?3, description = ?4
         WHERE id = ?1 AND (comment_id IS NULL OR comment_id = ?2)",
    )?;
    for (position, attachment) in attachments.iter().enumerate() {
        claim.execute(params![
            attachment.id.as_str(),
            comment_id,
            position as i64,
            attachment.description,
        ])?;
    }
    db.prepare_cached("DELETE FROM attachment WHERE comment_id = ?1 AND position < 0")?
        .execute([comment_id])?;
    db.prepare_cached("UPDATE comment SET attachments = ?2 WHERE id = ?1")?
        .execute(params![comment_id, attachments.len() as i64])?;
    Ok(())
}

/// Deletes what a comment brings along.
pub fn delete_of(db: &Connection, comment_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM attachment WHERE comment_id = ?1", [comment_id])?;
    db.execute("UPDATE comment SET attachments = 0 WHERE id = ?1", [comment_id])?;
    Ok(())
}

/// Tells each comment what it brings along.
pub fn tell<'a>(
    db: &Connection,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    for record in records.into_iter().filter(|record| record.attachments > 0) {
        record.comment.attachments = db
            .prepare_cached(
                "SELECT id, name, media_type, bytes, description FROM attachment
                 WHERE comment_id = ?1 ORDER BY position",
            )?
            .query_map([record.comment.id.as_str()], |row| {
                let Upload { id, name, media_type, bytes } = upload(row)?;
                Ok(Attachment { id, name, media_type, bytes, description: row.get(4)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
    }
    Ok(())
}

fn upload(row: &Row<'_>) -> rusqlite::Result<Upload> {
    let media_type: MediaType = known(row, 2)?;
    Ok(Upload { id: AttachmentId(row.get(0)?), name: row.get(1)?, media_type, bytes: row.get(3)? })
}
