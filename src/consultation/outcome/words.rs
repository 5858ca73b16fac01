//! The words that only outcomes are told in.

use leptos::prelude::*;

use crate::{
    fetched::Fetched,
    locale::{Catalogue, Language, fetch_part_words, use_language},
};

/// The reader's language with the words about outcomes, as soon as they have come. Another
/// language is spoken once its words are there, so that nothing is unsaid meanwhile.
#[derive(Clone, Copy)]
pub struct OutcomeWords {
    /// What the section speaks.
    pub language: Language,
    /// Whether its words are there.
    pub are_there: RwSignal<bool>,
    /// How far those of the chosen language have come.
    pub fetched: Fetched<()>,
}

impl OutcomeWords {
    /// Fetches them now, and anew for each language.
    pub fn fetch() -> Self {
        let app = use_language();
        // What the app itself says is said at once, and why its own words do not come.
        let known = app.together_with(Catalogue::default());
        let language = Language::new(untrack(|| app.locale()), known);
        let are_there = RwSignal::new(false);
        let fetched = Fetched::new(move || {
            let locale = app.locale();
            Box::pin(async move {
                let words = fetch_part_words(locale, "/outcome").await?;
                language.change(locale, app.together_with(words));
                are_there.set(true);
                Ok(())
            })
        });
        Self { language, are_there, fetched }
    }
}
