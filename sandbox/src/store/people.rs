//! People as they are kept: those who can sign in, and those who only wrote.

use muloqot_domain::{
    AgencyId, Author, Locale, LocalizedText, Person, PersonId, Role, shown_author,
};
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
    pub district: Option<LocalizedText>,
    /// A line about them for those who test.
    pub about: Option<LocalizedText>,
}

/// Keeps a person; `position` is their place on the sign-in page, if they are on it.
pub fn put(
    db: &Connection,
    person: &PersonRecord,
    position: Option<usize>,
) -> rusqlite::Result<()> {
    let about = person.about.as_ref().map(super::texts_to_column).transpose()?;
    let district = person.district.as_ref().map(super::texts_to_column).transpose()?;
    db.prepare_cached(
        "INSERT INTO person (id, name, role, agency_id, district, about, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING",
    )?
    .execute(params![
        person.id.as_str(),
        person.name,
        person.role.as_str(),
        person.agency_id.as_ref().map(AgencyId::as_str),
        district,
        about,
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
            district: row.get::<_, Option<String>>(4)?.map(district),
            about: row.get::<_, Option<String>>(5)?.map(about),
        })
    })?
    .collect()
}

/// Reads a line about a person. Before there were several languages it was a plain English text.
fn about(column: String) -> LocalizedText {
    texts(column, Locale::En)
}

/// Reads the names of a district. Before there were several it was one in Uzbek.
pub fn district(column: String) -> LocalizedText {
    texts(column, Locale::UzLatn)
}

fn texts(column: String, otherwise: Locale) -> LocalizedText {
    serde_json::from_str(&column)
        .unwrap_or_else(|_| LocalizedText::from_iter([(otherwise.tag().to_owned(), column)]))
}

/// What is read of who wrote a comment, where `author` is the person and `c` the comment;
/// [`author`] reads it.
macro_rules! author_columns {
    () => {
        "author.name, CASE author.role WHEN 'officer' THEN author.agency_id END, c.shown_as,
             CASE c.shown_as WHEN 'district' THEN author.district END"
    };
}
pub(super) use author_columns;

/// Reads who wrote a comment from four columns of a row. Who is known by their district is named
/// to nobody from here on.
pub fn author(row: &Row<'_>, first: usize) -> rusqlite::Result<Author> {
    let district = row.get::<_, Option<String>>(first + 3)?.map(district);
    Ok(Author {
        agency_id: row.get::<_, Option<String>>(first + 1)?.map(AgencyId),
        ..shown_author(super::known(row, first + 2)?, row.get(first)?, district)
    })
}

/// Whether somebody with that identifier can sign in.
pub fn can_sign_in(db: &Connection, id: &str) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND position IS NOT NULL")?.exists([id])
}

/// Reads a person from five columns of a row: identifier, name, role, agency, district.
pub fn from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get(first)?),
        name: row.get::<_, Option<String>>(first + 1)?.unwrap_or_default(),
        role: role(row, first + 2)?,
        agency_id: row.get::<_, Option<String>>(first + 3)?.map(AgencyId),
        district: row.get::<_, Option<String>>(first + 4)?.map(district),
    })
}

fn role(row: &Row<'_>, column: usize) -> rusqlite::Result<Role> {
    super::known(row, column)
}

#[cfg(test)]
mod tests {
    use muloqot_domain::Locale;

    use super::{about, district};

    #[test]
    fn a_line_of_an_older_database_is_a_plain_text() {
        assert_eq!(about(r#"{"ru": "Врач"}"#.into()).best_for(Locale::Ru), Some(("ru", "Врач")));
        for plain in ["Doctor in Nukus", "7", "", "{oops"] {
            assert_eq!(about(plain.into()).best_for(Locale::Ru), Some(("en", plain)));
        }
        assert_eq!(
            district("Chilonzor".into()).best_for(Locale::Ru),
            Some(("uz-Latn", "Chilonzor"))
        );
    }
}
