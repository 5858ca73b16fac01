//! What top comments are compared by with what others are about to write.

use muloqot_domain::{QuestionId, similarity_key};
use rusqlite::{Connection, params};

/// A comment's identifier, and the key it is compared by.
pub type Compared = (String, String);

/// The top comments of the thread of a question, or of all of a consultation, that everybody can
/// read, but those of one person.
pub fn compared(
    db: &Connection,
    consultation_id: &str,
    question: Option<&QuestionId>,
    author_id: &str,
) -> rusqlite::Result<Vec<Compared>> {
    db.prepare_cached(
        "SELECT id, stems FROM comment
         WHERE consultation_id = ?1 AND question_id IS ?3 AND depth = 0 AND state = 'visible'
             AND author_id <> ?2 AND stems IS NOT NULL
         ORDER BY seq",
    )?
    .query_map(params![consultation_id, author_id, question.map(QuestionId::as_str)], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?
    .collect()
}

/// Writes the keys that are absent: those of comments from before there were any.
pub fn complete(db: &mut Connection) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    {
        let mut write = transaction.prepare("UPDATE comment SET stems = ?2 WHERE seq = ?1")?;
        let mut absent = transaction.prepare(
            "SELECT seq, text FROM comment
             WHERE depth = 0 AND stems IS NULL AND text IS NOT NULL ORDER BY seq",
        )?;
        let absent: Vec<(i64, String)> = absent
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (seq, text) in absent {
            write.execute(params![seq, similarity_key(&text)])?;
        }
    }
    transaction.commit()
}
