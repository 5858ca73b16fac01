//! Writing comments. Who may write what is decided before.

use muloqot_domain::{CommentState, RemovalReason, ShownAs, Stance, Timestamp, similarity_key};
use rusqlite::{Connection, params};

use super::{attachments, comment_path, quotes, threads::CommentRecord, versions};

/// Where a comment stands in a thread.
#[derive(Clone, Debug)]
pub struct Position {
    /// Its identifier.
    pub id: String,
    /// The top comment above it; absent at the top.
    pub root_id: Option<String>,
    /// How many comments are above it.
    pub depth: u32,
    /// Its path.
    pub path: Vec<u8>,
}

impl Position {
    /// Where a comment stands that is kept.
    pub fn of(record: &CommentRecord) -> Self {
        let CommentRecord { path, comment, .. } = record;
        Self {
            id: comment.id.0.clone(),
            root_id: comment.root_id.as_ref().map(|root| root.0.clone()),
            depth: comment.depth,
            path: path.clone(),
        }
    }
}

/// A comment to be kept.
#[derive(Clone, Debug)]
pub struct CommentToKeep<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// The consultation it belongs to.
    pub consultation_id: &'a str,
    /// What it replies to.
    pub parent: Option<&'a Position>,
    /// The question whose thread it belongs to, whether it answers it itself or not.
    pub question_id: Option<&'a str>,
    /// Who wrote it.
    pub author_id: &'a str,
    /// The side it takes.
    pub stance: Stance,
    /// What it says.
    pub text: &'a str,
    /// The language of the text.
    pub language: &'a str,
    /// By what its author is known.
    pub shown_as: ShownAs,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub edited_at: Option<Timestamp>,
    /// Whether it can be read.
    pub state: CommentState,
    /// Why it was taken away.
    pub removal_reason: Option<RemovalReason>,
    /// People who agree.
    pub agree: u64,
    /// People who disagree.
    pub disagree: u64,
    /// What another platform calls it.
    pub external_key: Option<&'a str>,
}

/// Keeps a new comment. The consultation's counts are then to be made anew.
pub fn insert(db: &Connection, comment: &CommentToKeep<'_>) -> rusqlite::Result<Position> {
    let seq: i64 = db
        .prepare_cached("SELECT COALESCE(MAX(seq), 0) + 1 FROM comment")?
        .query_row([], |row| row.get(0))?;
    let parent = comment.parent;
    let position = Position {
        id: comment.id.to_owned(),
        root_id: parent.map(|parent| parent.root_id.as_ref().unwrap_or(&parent.id).clone()),
        depth: parent.map_or(0, |parent| parent.depth + 1),
        path: comment_path::below(parent.map(|parent| parent.path.as_slice()), seq),
    };
    let text = (comment.state != CommentState::Withdrawn).then_some(comment.text);
    db.prepare_cached(
        "INSERT INTO comment (seq, id, consultation_id, parent_id, root_id, depth, path,
             author_id, stance, text, language, created_at, edited_at, state, removal_reason,
             agree, disagree, external_key, shown_as, stems, question_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
             ?19, ?20, ?21)",
    )?
    .execute(params![
        seq,
        comment.id,
        comment.consultation_id,
        parent.map(|parent| &parent.id),
        position.root_id,
        position.depth,
        position.path,
        comment.author_id,
        comment.stance.as_str(),
        text,
        comment.language,
        comment.created_at.0,
        comment.edited_at.map(|at| at.0),
        comment.state.as_str(),
        comment.removal_reason.map(RemovalReason::as_str),
        comment.agree,
        comment.disagree,
        comment.external_key,
        comment.shown_as.as_str(),
        text.filter(|_| parent.is_none()).map(similarity_key),
        comment.question_id,
    ])?;
    if let Some(parent) = parent {
        let mut one_more =
            db.prepare_cached("UPDATE comment SET replies = replies + 1 WHERE seq = ?1")?;
        for above in comment_path::seqs(&parent.path) {
            one_more.execute([above])?;
        }
    }
    Ok(position)
}

/// Changes what a comment says, and keeps what it said. Whether that was answered says nothing
/// about what it says now.
pub fn edit(
    db: &Connection,
    id: &str,
    stance: Stance,
    text: &str,
    language: Option<&str>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    versions::keep(db, id, now)?;
    db.prepare_cached(
        "UPDATE comment
         SET stance = ?2, text = ?3, language = COALESCE(?4, language), edited_at = ?5,
             stems = CASE depth WHEN 0 THEN ?6 END, answered_by = NULL, answered_at = NULL
         WHERE id = ?1",
    )?
    .execute(params![id, stance.as_str(), text, language, now.0, similarity_key(text)])?;
    Ok(())
}

/// Keeps whether the agency has answered a comment, as an officer says: the first who said so, and
/// when.
pub fn mark_answered(
    db: &Connection,
    id: &str,
    officer_id: &str,
    is_answered: bool,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE comment SET answered_by = CASE WHEN ?3 THEN COALESCE(answered_by, ?2) END,
             answered_at = CASE WHEN ?3 THEN COALESCE(answered_at, ?4) END
         WHERE id = ?1",
    )?
    .execute(params![id, officer_id, is_answered, now.0])?;
    Ok(())
}

/// Makes the author of a comment known by something else.
pub fn show_as(db: &Connection, id: &str, shown_as: ShownAs) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE comment SET shown_as = ?2 WHERE id = ?1")?
        .execute(params![id, shown_as.as_str()])?;
    Ok(())
}

/// Leaves of a comment what keeps its replies in place. What it ever said and brought along is
/// deleted.
pub fn withdraw(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM comment_revision WHERE comment_id = ?1", [id])?;
    quotes::forget(db, id)?;
    attachments::delete_of(db, id)?;
    db.prepare_cached("UPDATE comment SET state = ?2, text = NULL, stems = NULL WHERE id = ?1")?
        .execute(params![id, CommentState::Withdrawn.as_str()])?;
    Ok(())
}
