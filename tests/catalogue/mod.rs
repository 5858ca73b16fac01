//! The words of a language as the build makes them.

use muloqot::locale::Catalogue;
use muloqot_domain::{Locale, Transliteration};

/// The folder of the app's words.
pub const APP: &str = "locales";
/// The folder of what stands around the text of a consultation.
#[allow(dead_code, reason = "not every test says it")]
pub const ABOUT: &str = "about/locales";

/// The folder of what only the gallery says.
pub const GALLERY: &str = "gallery/locales";

/// The folder of the words for handing in files.
pub const ATTACHING: &str = "attaching/locales";

/// The folder of the words for reporting and moderating.
#[allow(dead_code, reason = "not every test says it")]
pub const MODERATION: &str = "moderation/locales";

/// The folder of what only outcomes say.
#[allow(dead_code, reason = "not every test says it")]
pub const OUTCOME: &str = "outcome/locales";

/// The folder of the accessibility statement.
#[allow(dead_code, reason = "not every test says it")]
pub const STATEMENT: &str = "statement/locales";

/// The folder of what only those read who write with care.
#[allow(dead_code, reason = "not every test says it")]
pub const WRITING: &str = "writing/locales";

pub fn catalogue(folder: &str, locale: Locale) -> Catalogue {
    let file = |tag: &str| {
        let path = format!("{}/{folder}/{tag}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let json = match locale {
        Locale::UzCyrl => Transliteration::UzbekToCyrillic
            .apply_to_messages(&serde_json::from_str(&file("uz-Latn")).unwrap())
            .to_string(),
        _ => file(locale.tag()),
    };
    Catalogue::read(locale.tag(), &json).unwrap()
}
