//! What replies quote of what they reply to.

use muloqot_domain::{Author, LanguageTag, Person, Quote, has_passage};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    people::{self, author_columns},
    threads::CommentRecord,
    versions,
};

/// Keeps what a reply quotes.
pub fn keep(
    db: &Connection,
    comment_id: &str,
    text: &str,
    language: &LanguageTag,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO comment_quote (comment_id, text, language) VALUES (?1, ?2, ?3)",
    )?
    .execute([comment_id, text, language.as_str()])?;
    Ok(())
}

/// Tells each reply what it quotes, as long as everybody can read that where it was said, or
/// among what was said there before.
pub fn tell<'a>(
    db: &Connection,
    reader: Option<&Person>,
    records: impl IntoIterator<Item = &'a mut CommentRecord>,
) -> rusqlite::Result<()> {
    for record in records {
        if record.comment.parent_id.is_some() {
            record.comment.quote = of(db, record.comment.id.as_str(), reader)?;
        }
    }
    Ok(())
}

fn of(
    db: &Connection,
    comment_id: &str,
    reader: Option<&Person>,
) -> rusqlite::Result<Option<Quote>> {
    let read = |row: &Row<'_>| {
        let text: String = row.get(0)?;
        let said: String = row.get(2)?;
        let (above_id, author_id): (String, String) = (row.get(3)?, row.get(4)?);
        let since_edited = !has_passage(&said, &text);
        if since_edited && !versions::has_said(db, &above_id, &text)? {
            return Ok(None);
        }
        Ok(Some(Quote {
            text,
            language: LanguageTag(row.get(1)?),
            author: Author {
                is_reader: reader.is_some_and(|reader| reader.id.as_str() == author_id),
                ..people::author(row, 5)?
            },
            since_edited,
        }))
    };
    // What is quoted is the comment above.
    db.prepare_cached(concat!(
        "SELECT quote.text, quote.language, c.text, c.id, c.author_id, ",
        author_columns!(),
        " FROM comment_quote AS quote
         JOIN comment AS reply ON reply.id = quote.comment_id
         JOIN comment AS c ON c.id = reply.parent_id
         JOIN person AS author ON author.id = c.author_id
         WHERE quote.comment_id = ?1 AND c.state = 'visible'",
    ))?
    .query_row([comment_id], read)
    .optional()
    .map(Option::flatten)
}

/// Forgets what a comment quotes, and what is quoted of it.
pub fn forget(db: &Connection, comment_id: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "DELETE FROM comment_quote WHERE comment_id = ?1
             OR comment_id IN (SELECT id FROM comment WHERE parent_id = ?1)",
    )?
    .execute([comment_id])?;
    Ok(())
}
