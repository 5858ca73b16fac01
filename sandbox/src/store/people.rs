//! People as they are kept: those who can sign in, and those who only wrote.

use muloqot_domain::{AgencyId, Person, PersonId, Role};
use rusqlite::{Connection, Row, params};

/// A person with what only the sandbox knows of them.
#[derive(Clone, Debug)]
pub struct PersonRecord {
    /// Their identifier.
    pub id: PersonId,
    /// Their name; absent when they keep it hidden.
    pub name: Option<String>,
    /// On whose behalf they write.
    pub role: Role,
    /// The agency of an officer.
    pub agency_id: Option<AgencyId>,
    /// Where they live.
    pub district: Option<String>,
    /// A line about them for those who test.
    pub about: Option<String>,
}

/// Keeps a person; `position` is their place on the sign-in page, if they are on it.
pub fn put(
    db: &Connection,
    person: &PersonRecord,
    position: Option<usize>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO person (id, name, role, agency_id, district, about, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING",
    )?
    .execute(params![
        person.id.as_str(),
        person.name,
        person.role.as_str(),
        person.agency_id.as_ref().map(AgencyId::as_str),
        person.district,
        person.about,
        position.map(|position| position as i64),
    ])?;
    Ok(())
}

/// Those who can sign in, in the order of the sign-in page.
pub fn who_can_sign_in(db: &Connection) -> rusqlite::Result<Vec<PersonRecord>> {
    db.prepare_cached(
        "SELECT id, name, role, agency_id, district, about FROM person
         WHERE position IS NOT NULL ORDER BY position",
    )?
    .query_map([], |row| {
        Ok(PersonRecord {
            id: PersonId(row.get(0)?),
            name: row.get(1)?,
            role: role(row, 2)?,
            agency_id: row.get::<_, Option<String>>(3)?.map(AgencyId),
            district: row.get(4)?,
            about: row.get(5)?,
        })
    })?
    .collect()
}

/// Whether somebody with that identifier can sign in.
pub fn can_sign_in(db: &Connection, id: &str) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND position IS NOT NULL")?.exists([id])
}

/// Reads a person from four columns of a row: identifier, name, role, agency.
pub fn from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get(first)?),
        name: row.get::<_, Option<String>>(first + 1)?.unwrap_or_default(),
        role: role(row, first + 2)?,
        agency_id: row.get::<_, Option<String>>(first + 3)?.map(AgencyId),
    })
}

fn role(row: &Row<'_>, column: usize) -> rusqlite::Result<Role> {
    super::known(row, column)
}
