//! Messages, plurals, numbers and dates in the reader's language.
//!
//! Code names a message (`m::days_left(3)`), the language's file words it. Files are
//! fetched when their language is chosen and live in `locales/`.

pub mod about;
mod amount;
pub mod attaching;
mod catalogue;
mod choice;
mod files;
pub mod gallery;
pub mod keys;
mod list;
mod loading;
mod message;
pub mod moderation;
mod names;
pub mod outcome;
mod plural;
pub mod statement;
pub mod writing;

pub use amount::{file_size, money, short_money, short_number};
pub use catalogue::Catalogue;
pub use choice::{chosen_locale, remember_locale};
pub use files::{file_kinds, file_limit_words, file_refusal_words, isolated};
pub use keys as m;
pub use list::list_words;
pub use loading::{
    LanguageError, fetch_catalogue, fetch_messages, fetch_part_words, fetch_text, first_catalogue,
};
pub use message::{Message, Value};
pub use names::{
    author_name, author_words, clock_time, comment_sort_name, consultation_sort_name,
    date_refusal_words, decision_name, duration_words, moment, month_name, problem_words,
    stance_name, status_name, text_error_words, text_refusal_words, time_ago_words,
    time_left_words, tombstone_words, topic_name,
};

use std::sync::{Arc, Mutex};

use leptos::{prelude::*, tachys::reactive_graph::SharedReactiveFunction};
use muloqot_domain::{Locale, LocalizedText, Timestamp};

/// The language the reader has chosen, and its messages. A service: put into context
/// once, copied freely.
#[derive(Clone, Copy)]
pub struct Language {
    locale: RwSignal<Locale>,
    catalogue: RwSignal<Arc<Catalogue>>,
}

impl Language {
    /// A service that speaks one language for now.
    #[must_use]
    pub fn new(locale: Locale, catalogue: Catalogue) -> Self {
        Self { locale: RwSignal::new(locale), catalogue: RwSignal::new(Arc::new(catalogue)) }
    }

    /// Speaks another language from now on; whatever was said reactively is said anew.
    pub fn change(self, locale: Locale, catalogue: Catalogue) {
        self.locale.set(locale);
        self.catalogue.set(Arc::new(catalogue));
    }

    /// What is said now, together with the words of a part of the app that has its own.
    #[must_use]
    pub fn together_with(self, words: Catalogue) -> Catalogue {
        self.catalogue.with_untracked(|catalogue| Catalogue::clone(catalogue)).and(words)
    }

    /// The language spoken now. Reactive.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.locale.get()
    }

    /// Says a message. Reactive.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        self.catalogue.with(|catalogue| catalogue.say(message))
    }

    /// A day of Tashkent, written out. Reactive.
    #[must_use]
    pub fn day(self, at: Timestamp) -> String {
        self.catalogue.with(|catalogue| catalogue.date(at.tashkent_date()))
    }

    /// A whole number in the reader's form. Reactive.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.catalogue.with(|catalogue| catalogue.number(number))
    }

    /// The name in the reader's language, else in another, with the tag it is in. Reactive.
    #[must_use]
    pub fn name_of(self, names: &LocalizedText) -> (String, String) {
        let (tag, name) = names.best_for(self.locale()).unwrap_or_default();
        (tag.to_owned(), name.to_owned())
    }
}

/// The language service of this part of the page.
#[must_use]
pub fn use_language() -> Language {
    use_context().unwrap_or_else(|| Language::new(Locale::default(), Catalogue::default()))
}

/// Says a message in a view, again whenever the language changes.
///
/// One type for all of them: a closure of its own at every place would weigh some hundred
/// bytes each.
#[must_use]
pub fn t(message: Message) -> SharedReactiveFunction<String> {
    let language = use_language();
    Arc::new(Mutex::new(move || language.say(&message)))
}
