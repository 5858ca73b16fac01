//! By what the author of a comment is known to others.

use super::Author;
use crate::{LocalizedText, Person, Role, open_enum::open_enum};

open_enum! {
    /// By what the author of a comment is known to others, officers too.
    pub enum ShownAs {
        /// By their full name.
        Name = "name",
        /// By the district they live in.
        District = "district",
    }
}

/// Whether a person may be known by their district: a citizen whose district the platform knows.
/// Officers speak in their agency's name.
#[must_use]
pub fn may_show_district(person: &Person) -> bool {
    person.role == Role::Citizen && person.district.is_some()
}

/// What others learn of an author. Who chose the district is never named, not even where the
/// district is not known any more.
#[must_use]
pub fn shown_author(
    shown_as: ShownAs,
    name: Option<String>,
    district: Option<LocalizedText>,
) -> Author {
    match shown_as {
        ShownAs::Name => Author { name, ..Author::default() },
        ShownAs::District | ShownAs::Other => Author { district, ..Author::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chilonzor() -> Option<LocalizedText> {
        Some([("uz-Latn".to_owned(), "Chilonzor tumani".to_owned())].into_iter().collect())
    }

    #[test]
    fn who_is_known_by_their_district_is_not_named() {
        let name = || Some("Dilnoza Karimova".to_owned());
        let by_name = shown_author(ShownAs::Name, name(), chilonzor());
        assert_eq!((by_name.name, by_name.district), (name(), None));
        for shown_as in [ShownAs::District, ShownAs::Other] {
            for district in [chilonzor(), None] {
                let author = shown_author(shown_as, name(), district.clone());
                assert_eq!((author.name, author.district), (None, district));
            }
        }
    }

    #[test]
    fn only_a_citizen_with_a_district_has_the_choice() {
        let person = |role, district| Person {
            id: "p".into(),
            name: "Dilnoza".into(),
            role,
            agency_id: None,
            district,
        };
        assert!(may_show_district(&person(Role::Citizen, chilonzor())));
        assert!(!may_show_district(&person(Role::Citizen, None)));
        assert!(!may_show_district(&person(Role::Officer, chilonzor())));
    }
}
