//! The words of the gallery: those of the app and its own.

use muloqot::locale::{Catalogue, LanguageError, fetch_catalogue, fetch_messages};
use muloqot_domain::Locale;

use crate::address::ROOT;

/// Fetches both files of a language.
///
/// # Errors
/// When one of them does not come or is no file of messages.
pub async fn fetch_words(locale: Locale) -> Result<Catalogue, LanguageError> {
    let own = format!("{ROOT}/gallery/locales/{}.json", locale.tag());
    Ok(fetch_catalogue(locale).await?.and(fetch_messages(locale, &own).await?))
}
