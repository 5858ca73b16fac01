//! The words of the gallery: those of the app, those of its fields for files, and its own.

use muloqot::locale::{Catalogue, LanguageError, fetch_catalogue, fetch_messages};
use muloqot_domain::Locale;

use crate::address::ROOT;

/// Fetches the files of a language.
///
/// # Errors
/// When one of them does not come or is no file of messages.
pub async fn fetch_words(locale: Locale) -> Result<Catalogue, LanguageError> {
    let own = format!("{ROOT}/gallery/locales/{}.json", locale.tag());
    let files = format!("{ROOT}/attaching/{}.json", locale.tag());
    let app = fetch_catalogue(locale).await?;
    Ok(app.and(fetch_messages(locale, &files).await?).and(fetch_messages(locale, &own).await?))
}
