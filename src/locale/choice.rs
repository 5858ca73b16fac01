//! Which language a visit starts in.

use muloqot_domain::Locale;

use crate::storage::{device_storage, visit_storage};

/// Where the reader's choice is kept.
const STORAGE_KEY: &str = "muloqot.language";

/// The language of the address (`?lang=`, for the rest of the visit), else the one chosen
/// before, else the first of the browser's list that the app speaks, else the default; always
/// one of `offered`. The loader decides by the same rule, ahead of the app.
#[must_use]
pub fn chosen_locale(offered: &[Locale]) -> Locale {
    let Some(window) = web_sys::window() else { return Locale::default() };
    let from_address = window
        .location()
        .search()
        .ok()
        .and_then(|search| web_sys::UrlSearchParams::new_with_str(&search).ok())
        .and_then(|query| query.get("lang"));
    if let (Some(code), Some(visit)) = (&from_address, visit_storage()) {
        // Without it only this page is in that language.
        let _ = visit.set_item(STORAGE_KEY, code);
    }
    let kept = |storage: Option<web_sys::Storage>| storage?.get_item(STORAGE_KEY).ok()?;
    let kept = [kept(visit_storage()), kept(device_storage())].into_iter().flatten();
    let listed = window.navigator().languages();
    let of_browser = listed.iter().filter_map(|code| code.as_string());
    first_offered(from_address.into_iter().chain(kept).chain(of_browser), offered)
}

/// Keeps the reader's choice for the next visit. A browser that keeps nothing is no
/// reason to refuse the choice now.
pub fn remember_locale(locale: Locale) {
    if let Some(visit) = visit_storage() {
        // What cannot be removed was not kept either.
        let _ = visit.remove_item(STORAGE_KEY);
    }
    if let Some(device) = device_storage() {
        // A full or forbidden storage only costs the memory of the choice.
        let _ = device.set_item(STORAGE_KEY, locale.tag());
    }
}

fn first_offered(codes: impl Iterator<Item = String>, offered: &[Locale]) -> Locale {
    codes
        .filter_map(|code| Locale::from_code(&code))
        .find(|locale| offered.contains(locale))
        .or_else(|| offered.first().copied())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(codes: &[&str], offered: &[Locale]) -> Locale {
        first_offered(codes.iter().map(|code| (*code).to_owned()), offered)
    }

    #[test]
    fn the_first_language_that_is_offered_wins() {
        let offered = [Locale::UzLatn, Locale::En];
        assert_eq!(first(&["fr-FR", "en-GB", "uz"], &offered), Locale::En);
        assert_eq!(first(&["ru", "uz-UZ"], &offered), Locale::UzLatn);
        assert_eq!(first(&["fr"], &offered), Locale::UzLatn);
        assert_eq!(first(&[], &[Locale::En]), Locale::En);
    }
}
