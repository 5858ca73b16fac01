//! Brings a database's tables up to date, one numbered file after another.

use anyhow::{Context, bail};
use rusqlite::Connection;

const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_start.sql"),
    include_str!("../../migrations/0002_votes.sql"),
    include_str!("../../migrations/0003_most_discussed.sql"),
    include_str!("../../migrations/0004_replies_to.sql"),
    include_str!("../../migrations/0005_reports.sql"),
    include_str!("../../migrations/0006_outcomes.sql"),
    include_str!("../../migrations/0007_attachments.sql"),
    include_str!("../../migrations/0008_quotes.sql"),
    include_str!("../../migrations/0009_answered.sql"),
    include_str!("../../migrations/0010_public_wordings.sql"),
    include_str!("../../migrations/0011_stems.sql"),
    include_str!("../../migrations/0012_answers.sql"),
    include_str!("../../migrations/0013_questions.sql"),
];

/// Runs what was not run yet, each file whole or not at all.
pub fn run(connection: &mut Connection) -> anyhow::Result<()> {
    let version = |connection: &Connection| -> rusqlite::Result<usize> {
        connection
            .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
            .map(|version| usize::try_from(version).unwrap_or_default())
    };
    if version(connection)? > MIGRATIONS.len() {
        bail!("the database was made by a newer version of the sandbox");
    }
    for (index, sql) in MIGRATIONS.iter().enumerate() {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Looked at inside the transaction: another program may have been quicker.
        if version(&transaction)? > index {
            continue;
        }
        transaction
            .execute_batch(sql)
            .with_context(|| format!("migration {} failed", index + 1))?;
        transaction.pragma_update(None, "user_version", i64::try_from(index + 1)?)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many files there were before wordings could be kept from anybody.
    const BEFORE_PUBLIC_WORDINGS: usize = 9;

    #[test]
    fn of_what_was_said_in_an_older_database_what_was_held_stays_unread() {
        let mut database = Connection::open_in_memory().unwrap();
        for sql in &MIGRATIONS[..BEFORE_PUBLIC_WORDINGS] {
            database.execute_batch(sql).unwrap();
        }
        database.pragma_update(None, "user_version", BEFORE_PUBLIC_WORDINGS as i64).unwrap();
        database
            .execute_batch(
                "INSERT INTO agency VALUES ('a', 0, '{}');
                 INSERT INTO person (id, role) VALUES ('p', 'citizen');
                 INSERT INTO consultation (id, agency_id, topic, language, title, summary, body,
                     opens_at, closes_at, search_exact, search_bare)
                 VALUES ('c', 'a', 'transport', 'en', '', '', '', 0, 1, '', '');
                 INSERT INTO comment (id, consultation_id, depth, path, author_id, stance, text,
                     language, created_at, state)
                 VALUES ('open', 'c', 0, x'01', 'p', 'for', 'Now', 'en', 0, 'visible'),
                     ('held', 'c', 0, x'02', 'p', 'for', 'Now', 'en', 0, 'held'),
                     ('restored', 'c', 0, x'03', 'p', 'for', 'Now', 'en', 0, 'visible'),
                     ('reported', 'c', 0, x'04', 'p', 'for', 'Now', 'en', 0, 'visible');
                 INSERT INTO moderation (comment_id, officer_id, decision, decided_at)
                 VALUES ('held', 'p', 'hold', 0), ('restored', 'p', 'hold', 0),
                     ('restored', 'p', 'restore', 1), ('reported', 'p', 'restore', 0);
                 INSERT INTO comment_revision (comment_id, replaced_at, stance, text, language)
                 SELECT id, 0, 'for', 'Before', 'en' FROM comment;",
            )
            .unwrap();
        run(&mut database).unwrap();
        let read: Vec<String> = database
            .prepare("SELECT comment_id FROM comment_revision WHERE is_public ORDER BY comment_id")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert_eq!(read, ["open", "reported"]);
    }

    #[test]
    fn a_database_of_a_newer_version_is_refused() {
        let mut database = Connection::open_in_memory().unwrap();
        database.pragma_update(None, "user_version", MIGRATIONS.len() as i64 + 1).unwrap();
        assert!(run(&mut database).is_err());
    }
}
