//! The questions that a consultation asks one by one, each with a thread of its own.

use muloqot_domain::{
    About, CommentState, Consultation, ConsultationCounts, QuestionId, Stance, StanceCounts, Unread,
};
use rusqlite::{Connection, OptionalExtension, params};

/// The name under which the numbers of the thread of all of it are kept.
const GENERAL: &str = "";

/// Whether a consultation asks that question.
pub fn is_asked(
    db: &Connection,
    consultation_id: &str,
    question: &QuestionId,
) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT 1 FROM consultation, json_each(consultation.about, '$.questions') AS question
         WHERE consultation.id = ?1 AND json_extract(question.value, '$.id') = ?2",
    )?
    .exists([consultation_id, question.as_str()])
}

/// Counts the threads of a consultation that asks questions anew.
pub fn count(db: &Connection, consultation_id: &str) -> rusqlite::Result<()> {
    let asks = db
        .prepare_cached(
            "SELECT json_array_length(about, '$.questions') > 0 FROM consultation WHERE id = ?1",
        )?
        .query_row([consultation_id], |row| row.get::<_, Option<bool>>(0))
        .optional()?;
    if asks.flatten() != Some(true) {
        return Ok(());
    }
    db.prepare_cached("DELETE FROM thread_counts WHERE consultation_id = ?1")?
        .execute([consultation_id])?;
    db.prepare_cached(
        "INSERT INTO thread_counts (consultation_id, question_id, top_comments, comments,
             participants, stance_for, stance_against, stance_neutral, stance_question)
         SELECT consultation_id, COALESCE(question_id, ''),
             COUNT(*) FILTER (WHERE depth = 0), COUNT(*) FILTER (WHERE state = ?2),
             COUNT(DISTINCT author_id) FILTER (WHERE state = ?2),
             COUNT(*) FILTER (WHERE state = ?2 AND stance = ?3),
             COUNT(*) FILTER (WHERE state = ?2 AND stance = ?4),
             COUNT(*) FILTER (WHERE state = ?2 AND stance = ?5),
             COUNT(*) FILTER (WHERE state = ?2 AND stance = ?6)
         FROM comment WHERE consultation_id = ?1 GROUP BY question_id",
    )?
    .execute(params![
        consultation_id,
        CommentState::Visible.as_str(),
        Stance::For.as_str(),
        Stance::Against.as_str(),
        Stance::Neutral.as_str(),
        Stance::Question.as_str(),
    ])?;
    Ok(())
}

/// How many comments stand at the top of the thread of a question.
pub fn top_comments(
    db: &Connection,
    consultation_id: &str,
    question: &QuestionId,
) -> rusqlite::Result<u64> {
    let found = db
        .prepare_cached(
            "SELECT top_comments FROM thread_counts
             WHERE consultation_id = ?1 AND question_id = ?2",
        )?
        .query_row([consultation_id, question.as_str()], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Tells the numbers of each thread of a consultation that asks questions.
pub fn tell(db: &Connection, consultation: &mut Consultation) -> rusqlite::Result<()> {
    let about = consultation.about.as_ref().and_then(Unread::read::<About>);
    let Some(mut about) = about.filter(|about| !about.questions.is_empty()) else {
        return Ok(());
    };
    let id = consultation.id.as_str();
    for question in &mut about.questions {
        question.counts = counts(db, id, question.id.as_str())?;
    }
    consultation.general_counts = Some(counts(db, id, GENERAL)?);
    consultation.about = serde_json::to_value(&about).ok().map(Unread::from);
    Ok(())
}

fn counts(
    db: &Connection,
    consultation_id: &str,
    thread: &str,
) -> rusqlite::Result<ConsultationCounts> {
    let found = db
        .prepare_cached(
            "SELECT comments, participants, stance_for, stance_against, stance_neutral,
                 stance_question
             FROM thread_counts WHERE consultation_id = ?1 AND question_id = ?2",
        )?
        .query_row([consultation_id, thread], |row| {
            Ok(ConsultationCounts {
                comments: row.get(0)?,
                participants: row.get(1)?,
                by_stance: StanceCounts {
                    in_favour: row.get(2)?,
                    against: row.get(3)?,
                    neutral: row.get(4)?,
                    question: row.get(5)?,
                },
            })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}
