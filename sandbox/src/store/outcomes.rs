//! Outcomes as they are kept, and what those say whose comments they rest on.

use muloqot_domain::{
    Answering, ChangedDocument, CommentId, CommentState, LanguageTag, NewOutcome, Settlement,
    Theme, ThemeId, Timestamp, settlement_counts,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{consultations::schedule, known, threads::CommentRecord};

/// An outcome as it is kept.
#[derive(Clone, Debug)]
pub struct KeptOutcome {
    /// When it was first published.
    pub published_at: Timestamp,
    /// How often it was published.
    pub revision: u64,
    /// The language of its texts.
    pub language: LanguageTag,
    /// What became of it in a few sentences.
    pub lead: String,
    /// What people said, and what became of each.
    pub themes: Vec<Theme>,
}

/// Which revision stands there; `None` when nothing was published.
pub fn revision(db: &Connection, consultation_id: &str) -> rusqlite::Result<Option<u64>> {
    db.prepare_cached("SELECT revision FROM outcome WHERE consultation_id = ?1")?
        .query_row([consultation_id], |row| row.get(0))
        .optional()
}

/// Keeps an outcome in the place of the one that stands there. Who publishes it has answered:
/// a consultation without the day of its answer gets one.
pub fn put(
    db: &Connection,
    consultation_id: &str,
    outcome: &NewOutcome,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM outcome_citation WHERE consultation_id = ?1", [consultation_id])?;
    db.execute("DELETE FROM outcome_theme WHERE consultation_id = ?1", [consultation_id])?;
    db.prepare_cached(
        "INSERT INTO outcome (consultation_id, published_at, revision, language, lead)
         VALUES (?1, ?2, 1, ?3, ?4)
         ON CONFLICT (consultation_id) DO UPDATE SET revision = revision + 1,
             language = excluded.language, lead = excluded.lead",
    )?
    .execute(params![consultation_id, now.0, outcome.language.as_str(), outcome.lead])?;
    db.prepare_cached(
        "UPDATE consultation SET answered_at = ?2 WHERE id = ?1 AND answered_at IS NULL",
    )?
    .execute(params![consultation_id, now.0])?;
    let mut insert_theme = db.prepare_cached(
        "INSERT INTO outcome_theme (consultation_id, position, id, title, decision, reason,
             document_title, document_url, document_media_type, document_bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let mut insert_citation = db.prepare_cached(
        "INSERT INTO outcome_citation (comment_id, consultation_id, theme_position, position)
         VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (position, theme) in outcome.themes.iter().enumerate() {
        let document = theme.document.as_ref();
        insert_theme.execute(params![
            consultation_id,
            position as i64,
            theme.id.as_str(),
            theme.title,
            theme.decision.as_str(),
            theme.reason,
            document.map(|document| &document.title),
            document.map(|document| &document.url),
            document.and_then(|document| document.media_type.as_ref()),
            document.and_then(|document| document.bytes),
        ])?;
        for (place, comment) in theme.comments.iter().enumerate() {
            let (position, place) = (position as i64, place as i64);
            insert_citation.execute(params![comment.as_str(), consultation_id, position, place])?;
        }
    }
    Ok(())
}

/// The outcome of a consultation.
pub fn get(db: &Connection, consultation_id: &str) -> rusqlite::Result<Option<KeptOutcome>> {
    let found = db
        .prepare_cached(
            "SELECT published_at, revision, language, lead FROM outcome WHERE consultation_id = ?1",
        )?
        .query_row([consultation_id], |row| {
            Ok(KeptOutcome {
                published_at: Timestamp(row.get(0)?),
                revision: row.get(1)?,
                language: LanguageTag(row.get(2)?),
                lead: row.get(3)?,
                themes: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut outcome) = found else { return Ok(None) };
    outcome.themes = db
        .prepare_cached(
            "SELECT id, title, decision, reason, document_title, document_url,
                 document_media_type, document_bytes
             FROM outcome_theme WHERE consultation_id = ?1 ORDER BY position",
        )?
        .query_map([consultation_id], theme)?
        .collect::<Result<_, _>>()?;
    let mut cited = db.prepare_cached(
        "SELECT comment_id FROM outcome_citation
         WHERE consultation_id = ?1 AND theme_position = ?2 ORDER BY position",
    )?;
    for (position, theme) in outcome.themes.iter_mut().enumerate() {
        theme.comments = cited
            .query_map(params![consultation_id, position as i64], |row| row.get(0).map(CommentId))?
            .collect::<Result<_, _>>()?;
    }
    Ok(Some(outcome))
}

fn theme(row: &Row<'_>) -> rusqlite::Result<Theme> {
    let title: Option<String> = row.get(4)?;
    let document = match title.zip(row.get(5)?) {
        Some((title, url)) => {
            Some(ChangedDocument { title, url, media_type: row.get(6)?, bytes: row.get(7)? })
        }
        None => None,
    };
    Ok(Theme {
        id: ThemeId(row.get(0)?),
        title: row.get(1)?,
        decision: known(row, 2)?,
        reason: row.get(3)?,
        comments: Vec::new(),
        document,
    })
}

/// Tells each comment of a consultation with an outcome the first theme that rests on it, and
/// those of the reader what they said about it.
pub fn tell<'a>(
    db: &Connection,
    reader_id: Option<&str>,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    let mut themes = db.prepare_cached(
        "SELECT theme.id FROM outcome_citation AS citation JOIN outcome_theme AS theme
             ON theme.consultation_id = citation.consultation_id
             AND theme.position = citation.theme_position
         WHERE citation.comment_id = ?1 ORDER BY theme.position LIMIT 1",
    )?;
    for record in records {
        let (id, is_own) = (&record.comment.id, reader_id == Some(record.author_id.as_str()));
        let cited_in = themes.query_row([id.as_str()], |row| row.get(0).map(ThemeId)).optional()?;
        if is_own && cited_in.is_some() {
            record.comment.reader_settled = settlement(db, id.as_str())?.map(|it| it.settled);
        }
        record.comment.cited_in = cited_in;
    }
    Ok(())
}

/// What the author of a comment says about the outcome that rests on it.
pub fn settlement(db: &Connection, comment_id: &str) -> rusqlite::Result<Option<Settlement>> {
    db.prepare_cached("SELECT settled, note FROM settlement WHERE comment_id = ?1")?
        .query_row([comment_id], |row| Ok(Settlement { settled: row.get(0)?, note: row.get(1)? }))
        .optional()
}

/// Keeps what the author of a comment says about the outcome.
pub fn settle(
    db: &Connection,
    comment_id: &str,
    settlement: &Settlement,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO settlement (comment_id, settled, note, said_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (comment_id) DO UPDATE SET settled = excluded.settled,
             note = excluded.note, said_at = excluded.said_at",
    )?
    .execute(params![comment_id, settlement.settled, settlement.note, now.0])?;
    Ok(())
}

/// How an agency answered each of its consultations.
pub fn answerings(db: &Connection, agency_id: &str) -> rusqlite::Result<Vec<Answering>> {
    let mut said = db.prepare_cached(
        "SELECT settlement.settled FROM comment LEFT JOIN settlement
             ON settlement.comment_id = comment.id
         WHERE comment.state = ?2 AND comment.id IN
             (SELECT comment_id FROM outcome_citation WHERE consultation_id = ?1)",
    )?;
    db.prepare_cached(
        "SELECT id, opens_at, closes_at, answered_at, done_at FROM consultation
         WHERE agency_id = ?1",
    )?
    .query_map([agency_id], |row| {
        let id: String = row.get(0)?;
        let said = said
            .query_map(params![id, CommentState::Visible.as_str()], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<Option<bool>>>>()?;
        Ok(Answering { schedule: schedule(row, 1)?, settled: settlement_counts(said) })
    })?
    .collect()
}
