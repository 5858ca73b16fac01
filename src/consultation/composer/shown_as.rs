//! By what the author is shown to others.

use leptos::prelude::*;
use muloqot_domain::{Comment, Person, ShownAs, may_show_district};

use super::Place;
use crate::{
    locale::m,
    reactive::memo,
    session::use_session,
    ui::{RadioGroup, RadioOption},
};

/// The choice between the full name and the district, for those whose district the platform knows.
/// Everybody else has none, and nothing stands here.
#[component]
pub fn ShownAsChoice(
    /// What is written.
    place: Place,
    /// What is chosen.
    shown_as: RwSignal<String>,
) -> impl IntoView {
    let (session, _) = use_session();
    let person = memo(move || session.person().filter(may_show_district));
    move || {
        let Person { name, district, .. } = person.get()?;
        let options = vec![
            RadioOption::new(ShownAs::Name.as_str(), m::verbatim(name)),
            RadioOption::new(ShownAs::District.as_str(), m::author_of_district(district?)),
        ];
        let group = format!("shown-as-{}", place.slug());
        let hint = m::shown_as_hint();
        Some(
            view! { <RadioGroup name=group legend=m::shown_as() hint options chosen=shown_as/> }
                .into_any(),
        )
    }
}

/// What is chosen before anybody chooses: what the comment shows already, else the name.
pub fn first_shown_as(original: Option<&Comment>) -> &'static str {
    let is_by_district = original.is_some_and(|comment| comment.author.district.is_some());
    if is_by_district { ShownAs::District.as_str() } else { ShownAs::Name.as_str() }
}

/// What is asked of the platform: nothing, where there is no choice. Somebody who is not known
/// yet, because the session is still on its way or nobody is signed in, has chosen all the same:
/// who asked not to be named is not named.
pub fn wanted(person: Option<&Person>, chosen: &str) -> Option<ShownAs> {
    let chosen = chosen.parse().ok()?;
    match person {
        Some(person) => may_show_district(person).then_some(chosen),
        None => Some(chosen).filter(|chosen| *chosen == ShownAs::District),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(district: Option<&str>) -> Person {
        let district = district.map(|name| serde_json::json!({ "uz-Latn": name }));
        let person = serde_json::json!({
            "id": "p-1", "name": "Malika", "role": "citizen", "district": district,
        });
        serde_json::from_value(person).unwrap()
    }

    #[test]
    fn who_asked_not_to_be_named_is_not_named_while_the_session_is_on_its_way() {
        assert_eq!(wanted(None, "district"), Some(ShownAs::District));
        assert_eq!(wanted(None, "name"), None);
        assert_eq!(wanted(None, ""), None);
    }

    #[test]
    fn who_has_no_district_has_no_choice() {
        assert_eq!(wanted(Some(&person(None)), "district"), None);
        let person = person(Some("Chilonzor"));
        assert_eq!(wanted(Some(&person), "district"), Some(ShownAs::District));
        assert_eq!(wanted(Some(&person), "name"), Some(ShownAs::Name));
    }
}
