//! Reports of comments. Who may make one is decided before.

use muloqot_domain::{
    CommentId, ConsultationId, NewReport, Person, Report, ReportId, ReviewState, Timestamp,
};
use rusqlite::{Connection, Row, params};

use super::known;

/// A report with its number, which grows.
pub type Numbered = (i64, Report);

/// The place of a report in its consultation's list: whether it was decided, and its number.
pub type Place = (bool, i64);

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT seq, id, comment_id, consultation_id, reason, note, created_at, outcome,
                 decided_at
             FROM report ",
            $rest
        )
    };
}

/// Keeps a new report.
pub fn insert(
    db: &Connection,
    id: &str,
    comment: (&CommentId, &ConsultationId),
    reporter: &Person,
    new: &NewReport,
    now: Timestamp,
) -> rusqlite::Result<Report> {
    let (comment_id, consultation_id) = comment;
    db.prepare_cached(
        "INSERT INTO report (id, comment_id, consultation_id, reporter_id, reason, note, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        id,
        comment_id.as_str(),
        consultation_id.as_str(),
        reporter.id.as_str(),
        new.reason.as_str(),
        new.note,
        now.0,
    ])?;
    Ok(Report {
        id: ReportId(id.to_owned()),
        comment_id: comment_id.clone(),
        consultation_id: consultation_id.clone(),
        reason: new.reason,
        note: new.note.clone(),
        created_at: now,
        outcome: ReviewState::Open,
        decided_at: None,
    })
}

/// Whether a person has reported a comment.
pub fn is_reported(db: &Connection, comment_id: &str, person: &Person) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM report WHERE comment_id = ?1 AND reporter_id = ?2")?
        .exists([comment_id, person.id.as_str()])
}

/// Reports of a person's own, the newest first, and how many they are in all.
pub fn made_by(
    db: &Connection,
    person: &Person,
    after: Option<i64>,
    limit: usize,
) -> rusqlite::Result<(Vec<Numbered>, u64)> {
    let person = person.id.as_str();
    let total = db
        .prepare_cached("SELECT COUNT(*) FROM report WHERE reporter_id = ?1")?
        .query_row([person], |row| row.get(0))?;
    let after = after.unwrap_or(i64::MAX);
    let found = db
        .prepare_cached(select!("WHERE reporter_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3"))?
        .query_map(params![person, after, limit as i64], from_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok((found, total))
}

/// Reports of a consultation's comments, those that wait for a decision before all others, and
/// the oldest first; and how many they are in all.
pub fn of_consultation(
    db: &Connection,
    id: &str,
    after: Option<Place>,
    limit: usize,
) -> rusqlite::Result<(Vec<Numbered>, u64)> {
    let total = db
        .prepare_cached("SELECT COUNT(*) FROM report WHERE consultation_id = ?1")?
        .query_row([id], |row| row.get(0))?;
    let (is_decided, seq) = after.unwrap_or((false, i64::MIN));
    let found = db
        .prepare_cached(select!(
            "WHERE consultation_id = ?1 AND (is_decided, seq) > (?2, ?3)
             ORDER BY is_decided, seq LIMIT ?4"
        ))?
        .query_map(params![id, is_decided, seq, limit as i64], from_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok((found, total))
}

/// The reports of a comment that wait for a decision, the oldest first.
pub fn open_on(db: &Connection, comment_id: &str, limit: u32) -> rusqlite::Result<Vec<Report>> {
    db.prepare_cached(select!("WHERE comment_id = ?1 AND outcome = 'open' ORDER BY seq LIMIT ?2"))?
        .query_map(params![comment_id, limit], |row| from_row(row).map(|(_, report)| report))?
        .collect()
}

/// Closes the reports of a comment that wait for a decision.
pub fn close(
    db: &Connection,
    comment_id: &str,
    outcome: ReviewState,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE report SET outcome = ?2, decided_at = ?3 WHERE comment_id = ?1 AND outcome = 'open'",
    )?
    .execute(params![comment_id, outcome.as_str(), now.0])?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Numbered> {
    let report = Report {
        id: ReportId(row.get(1)?),
        comment_id: CommentId(row.get(2)?),
        consultation_id: ConsultationId(row.get(3)?),
        reason: known(row, 4)?,
        note: row.get(5)?,
        created_at: Timestamp(row.get(6)?),
        outcome: known(row, 7)?,
        decided_at: row.get::<_, Option<i64>>(8)?.map(Timestamp),
    };
    Ok((row.get(0)?, report))
}
