//! A mark for a person, without a picture.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture},
};
use crate::graphemes::first_grapheme;

/// A mark beside a person's name: the initials, or the picture of a person who hides the name.
/// It only repeats the name, so it is hidden from screen readers (WCAG 1.1.1); there are no
/// pictures to load, and nobody's face is asked for.
#[component]
pub fn Avatar(
    /// The person's name; `None` where it is hidden.
    name: Option<String>,
) -> impl IntoView {
    let initials = name.map(|name| initials(&name)).filter(|initials| !initials.is_empty());
    view! {
        <span class="avatar" aria-hidden="true">
            {match initials {
                Some(initials) => initials.into_any(),
                None => view! { <Icon name=IconName::Person/> }.into_any(),
            }}
        </span>
    }
}

/// The first letters of the first and the last word of a name, nothing for no name. What a
/// reader sees as one letter stays whole, as do the Uzbek letters that are written with two
/// signs: oʻ, gʻ, sh, ch.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    [first, last].into_iter().flatten().map(first_letter).collect()
}

fn first_letter(word: &str) -> String {
    let mut letter = first_grapheme(word);
    let next = word.get(letter.len()..).and_then(|rest| rest.chars().next());
    let goes_on = match (letter.as_str(), next) {
        ("O" | "o" | "G" | "g", Some(next)) => matches!(next, 'ʻ' | 'ʼ' | '\'' | '‘' | '’' | '`'),
        ("S" | "s" | "C" | "c", Some(next)) => matches!(next, 'h' | 'H'),
        _ => false,
    };
    letter.extend(next.filter(|_| goes_on));
    letter
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.1.1", "1.4.11"], keyboard: &[] };

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(name: Option<&str>) -> AnyView {
        let name = name.map(str::to_owned);
        view! { <p><Avatar name/></p> }.into_any()
    }
    vec![
        Fixture::new("initials", || shown(Some("Dilnoza Karimova"))),
        Fixture::new("letters of two signs", || shown(Some("Shahnoza Oʻrinboyeva"))),
        Fixture::new("one word", || shown(Some("Гулнора"))),
        Fixture::new("from right to left", || shown(Some("ليلى محمود"))),
        Fixture::new("a hidden name", || shown(None)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        for (name, shown) in [
            ("Dilnoza Karimova", "DK"),
            ("Dilnoza Bahodir qizi Karimova", "DK"),
            ("  Гулнора ", "Г"),
            ("", ""),
            ("Oʻktam G‘aniyev", "OʻG‘"),
            ("Shavkat Choriyev", "ShCh"),
            ("O", "O"),
        ] {
            assert_eq!(initials(name), shown, "{name}");
        }
    }

    #[cfg(feature = "host")]
    #[test]
    fn what_is_seen_as_one_letter_stays_whole() {
        assert_eq!(initials("e\u{301}va Ali"), "e\u{301}A");
        assert_eq!(initials("👩‍🌾 Oy"), "👩‍🌾O");
    }
}
