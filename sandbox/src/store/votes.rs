//! Votes on comments.

use muloqot_domain::{CommentCounts, CommentVote, Person};
use rusqlite::{Connection, OptionalExtension, params};

use super::{known, threads::CommentRecord};

/// Tells each comment how the reader voted on it.
pub fn tell<'a>(
    db: &Connection,
    reader: Option<&Person>,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    let Some(reader) = reader else { return Ok(()) };
    for record in records {
        record.comment.reader_vote = of(db, record.comment.id.as_str(), reader)?;
    }
    Ok(())
}

fn of(db: &Connection, comment_id: &str, person: &Person) -> rusqlite::Result<Option<CommentVote>> {
    db.prepare_cached("SELECT vote FROM comment_vote WHERE comment_id = ?1 AND person_id = ?2")?
        .query_row([comment_id, person.id.as_str()], |row| known(row, 0))
        .optional()
}

/// Keeps a person's vote, or that there is none, and what the comment's numbers are with it.
pub fn keep(
    db: &Connection,
    comment_id: &str,
    person: &Person,
    vote: Option<CommentVote>,
    counts: CommentCounts,
) -> rusqlite::Result<()> {
    let person_id = person.id.as_str();
    match vote {
        Some(vote) => db
            .prepare_cached(
                "INSERT INTO comment_vote (comment_id, person_id, vote) VALUES (?1, ?2, ?3)
                 ON CONFLICT (comment_id, person_id) DO UPDATE SET vote = excluded.vote",
            )?
            .execute([comment_id, person_id, vote.as_str()])?,
        None => db
            .prepare_cached("DELETE FROM comment_vote WHERE comment_id = ?1 AND person_id = ?2")?
            .execute([comment_id, person_id])?,
    };
    db.prepare_cached("UPDATE comment SET agree = ?2, disagree = ?3 WHERE id = ?1")?
        .execute(params![comment_id, counts.agree, counts.disagree])?;
    Ok(())
}
