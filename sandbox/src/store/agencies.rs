//! Agencies as they are kept.

use muloqot_domain::{Agency, AgencyId, LocalizedText};
use rusqlite::{Connection, Row, params, types::Type};

/// Keeps an agency, in the place of one with its identifier.
pub fn put(db: &Connection, agency: &Agency, position: usize) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO agency (id, position, names) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, names = excluded.names",
    )?
    .execute(params![
        agency.id.as_str(),
        position as i64,
        super::texts_to_column(&agency.names)?
    ])?;
    Ok(())
}

/// All of them, in their order.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Agency>> {
    db.prepare_cached("SELECT id, names FROM agency ORDER BY position, id")?
        .query_map([], |row| from_row(row, 0))?
        .collect()
}

/// Whether there is one with that identifier.
pub fn exists(db: &Connection, id: &str) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM agency WHERE id = ?1")?.exists([id])
}

/// Reads an agency from two columns of a row: its identifier and its names.
pub fn from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Agency> {
    let names = serde_json::from_str::<LocalizedText>(row.get_ref(first + 1)?.as_str()?).map_err(
        |error| rusqlite::Error::FromSqlConversionFailure(first + 1, Type::Text, error.into()),
    )?;
    Ok(Agency { id: AgencyId(row.get(first)?), names })
}
