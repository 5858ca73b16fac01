//! What a component shows of itself: named examples of every state, and what it promises. The
//! same list feeds the snapshots on the host, the gallery and the audit.

use leptos::prelude::*;

use crate::locale::Message;

/// A component as the gallery knows it.
pub struct Component {
    /// The name of its file, which is also its address in the gallery.
    pub name: &'static str,
    /// What it promises.
    pub contract: Contract,
    /// Every state of it.
    pub fixtures: Vec<Fixture>,
}

/// What a component promises to whoever uses it, by which it is judged.
#[derive(Clone, Copy)]
pub struct Contract {
    /// The success criteria of WCAG 2.2 it is made to meet, by number.
    pub criteria: &'static [&'static str],
    /// What each key does; empty where there is nothing to operate.
    pub keyboard: &'static [Key],
}

/// A key, or a few that do the same, as they are called on a keyboard, and what they do.
#[derive(Clone, Copy)]
pub struct Key(pub &'static str, pub fn() -> Message);

/// One state of a component.
pub struct Fixture {
    /// What the state is, in a few words.
    pub name: &'static str,
    /// The component in that state.
    pub view: fn() -> AnyView,
}

impl Fixture {
    /// Names a state.
    #[must_use]
    pub fn new(name: &'static str, view: fn() -> AnyView) -> Self {
        Self { name, view }
    }

    /// Its name in an address: small letters, digits and hyphens.
    #[must_use]
    pub fn slug(&self) -> String {
        let words = self.name.split(|letter: char| !letter.is_ascii_alphanumeric());
        let words: Vec<String> =
            words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_room_for_commas() {
        let fixture = Fixture::new("None is chosen, with an error", || ().into_any());
        assert_eq!(fixture.slug(), "none-is-chosen-with-an-error");
    }
}
