//! The words for writing with care, which are fetched with the form that says them: most who
//! read never write.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use muloqot_domain::{Locale, Problem};

use super::part_words::PartWords;
use crate::locale::{Catalogue, fetch_part_words, use_language};

/// The words that came last, so that they are there without a connection, and at once when they
/// are needed again.
static KEPT: Mutex<Option<(Locale, Catalogue)>> = Mutex::new(None);

/// Fetches the words in a language, unless they are there.
pub async fn bring_words(locale: Locale) -> Result<Catalogue, Problem> {
    if let Some(words) = kept(locale) {
        return Ok(words);
    }
    let words = fetch_part_words(locale, "/writing").await?;
    *KEPT.lock().unwrap_or_else(PoisonError::into_inner) = Some((locale, words.clone()));
    Ok(words)
}

/// Whether they are there.
pub fn are_words_there(locale: Locale) -> bool {
    kept(locale).is_some()
}

fn kept(locale: Locale) -> Option<Catalogue> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.as_ref().filter(|(of, _)| *of == locale).map(|(_, words)| words.clone())
}

/// A part of the page that is said in these words together with all others, once they are there.
pub fn in_words(content: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let first = kept(untrack(|| use_language().locale()));
    let words = PartWords::brought(first, |locale| Box::pin(bring_words(locale)));
    let shown = move || match words.are_there.get() {
        true => {
            provide_context(words.language);
            content()
        }
        false => words.notice(),
    };
    view! { {move || shown()} }.into_any()
}
