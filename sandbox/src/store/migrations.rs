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
