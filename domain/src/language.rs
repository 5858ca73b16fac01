//! Languages: the five the app speaks, and the tag every text carries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{FromJson, from_json, letters::lower};

/// The language of a text as a BCP 47 tag (`uz-Cyrl`, `de`), for its `lang` attribute.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, example = "uz-Latn"))]
pub struct LanguageTag(pub String);

from_json!(transparent LanguageTag);

impl LanguageTag {
    /// The tag as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text has the shape of a tag: ASCII letters and digits in
    /// parts of one to eight, the first of two or three letters (RFC 5646 § 2.1).
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let mut parts = self.0.split('-');
        let primary = parts.next().unwrap_or_default();
        matches!(primary.len(), 2 | 3)
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && self.0.len() <= 35
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            })
    }
}

impl LanguageTag {
    /// The language a text is most likely in, by its letters and its little words: someone who
    /// reads the app in one language may write in another, and a screen reader needs to know.
    ///
    /// Letters that one language alone has decide (ў қ ғ ҳ, ә ө ү ң, ы щ, ǵ ń ı), else words
    /// that stand in nearly every sentence, else the reader: mostly Cyrillic is Uzbek to
    /// readers of Uzbek and Russian to others; mostly Latin is the reader's language, or
    /// Uzbek where that is written in Cyrillic.
    #[must_use]
    pub fn guess(text: &str, reader: Locale) -> Self {
        let count = |is_of: fn(char) -> bool| text.chars().filter(|c| is_of(*c)).count();
        let cyrillic = count(|c| matches!(c, '\u{400}'..='\u{52F}'));
        let latin = count(|c| c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}'));
        let is_uzbek = matches!(reader, Locale::UzLatn | Locale::UzCyrl);
        let tag = if cyrillic > latin {
            if text.contains(['ә', 'ө', 'ү', 'ң', 'Ә', 'Ө', 'Ү', 'Ң']) {
                "kaa-Cyrl"
            } else if text.contains(['ў', 'қ', 'ғ', 'ҳ', 'Ў', 'Қ', 'Ғ', 'Ҳ']) {
                Locale::UzCyrl.tag()
            } else if text.contains(['ы', 'щ', 'Ы', 'Щ']) {
                Locale::Ru.tag()
            } else {
                let uzbek = words_of(
                    text,
                    &["ва", "билан", "учун", "бу", "эмас", "керак", "лекин", "мен", "биз", "бор"],
                );
                let russian = words_of(
                    text,
                    &[
                        "и",
                        "не",
                        "что",
                        "это",
                        "как",
                        "на",
                        "но",
                        "для",
                        "по",
                        "я",
                        "так",
                        "почему",
                        "если",
                        "нет",
                    ],
                );
                let is_russian = if uzbek == russian { !is_uzbek } else { russian > uzbek };
                if is_russian { Locale::Ru.tag() } else { Locale::UzCyrl.tag() }
            }
        } else if text.contains(['ǵ', 'ń', 'ı', 'Ǵ', 'Ń']) {
            Locale::KaaLatn.tag()
        } else {
            let uzbek = words_of(
                text,
                &[
                    "va", "bilan", "uchun", "bu", "emas", "kerak", "lekin", "men", "biz", "bor",
                    "ham",
                ],
            );
            let english = words_of(
                text,
                &[
                    "the", "and", "is", "are", "of", "to", "not", "for", "this", "that", "it",
                    "we", "i",
                ],
            );
            let reads_uzbek_in_latin = !matches!(reader, Locale::UzCyrl | Locale::Ru);
            if english > uzbek {
                Locale::En.tag()
            } else if (uzbek > english && reader == Locale::En)
                || (!reads_uzbek_in_latin && latin > 0)
            {
                Locale::UzLatn.tag()
            } else {
                reader.tag()
            }
        };
        Self(tag.to_owned())
    }
}

/// How many words of a text are among these, which are in lower case.
fn words_of(text: &str, words: &[&str]) -> usize {
    // Letters of other scripts are in none of them.
    let all = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
    all.filter(|word| words.iter().any(|known| word.chars().map(lower).eq(known.chars()))).count()
}

impl From<Locale> for LanguageTag {
    fn from(locale: Locale) -> Self {
        Self(locale.tag().to_owned())
    }
}

/// A language the app is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// Uzbek in the Latin script, the default.
    #[default]
    UzLatn,
    /// Uzbek in the Cyrillic script.
    UzCyrl,
    /// Karakalpak in the Latin script.
    KaaLatn,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Locale {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 5] = [Self::UzLatn, Self::UzCyrl, Self::KaaLatn, Self::Ru, Self::En];

    /// The BCP 47 tag, which is also the name of the message file.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::UzLatn => "uz-Latn",
            Self::UzCyrl => "uz-Cyrl",
            Self::KaaLatn => "kaa-Latn",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language's name in itself, which is how a language menu lists it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::UzLatn => "Oʻzbekcha",
            Self::UzCyrl => "Ўзбекча",
            Self::KaaLatn => "Qaraqalpaqsha",
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }

    /// Reads a tag or one of the codes the state portals use (`oz`, `uz_cyr`, `qr`);
    /// `None` for a language the app does not speak.
    ///
    /// A bare `uz` is Latin, as in CLDR, although gov.uz uses it for Cyrillic: the
    /// browser's language list, which follows CLDR, is where the code comes from.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = code.split('-');
        Some(match parts.next().unwrap_or_default() {
            "uz" if parts.any(|part| part.starts_with("cyr")) => Self::UzCyrl,
            "uz" | "oz" => Self::UzLatn,
            "kaa" | "qr" | "kp" => Self::KaaLatn,
            "ru" => Self::Ru,
            "en" => Self::En,
            _ => return None,
        })
    }
}

/// A short text in several languages: BCP 47 tag to text.
// A list, since few are ever looked for; a map of its own type would cost every phone a kilobyte.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, String>))]
pub struct LocalizedText(Vec<(String, String)>);

impl From<BTreeMap<String, String>> for LocalizedText {
    fn from(texts: BTreeMap<String, String>) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl From<LocalizedText> for BTreeMap<String, String> {
    fn from(texts: LocalizedText) -> Self {
        texts.0.into_iter().collect()
    }
}

impl FromIterator<(String, String)> for LocalizedText {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(texts: I) -> Self {
        texts.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

impl FromJson for LocalizedText {
    fn from_json(value: &Value) -> Option<Self> {
        let mut texts = Vec::new();
        for (tag, text) in value.as_object()? {
            texts.push((tag.clone(), String::from_json(text)?));
        }
        Some(Self(texts))
    }
}

impl LocalizedText {
    /// The text in the wanted language, else in the default one, else in any:
    /// the tag it is in and the text. `None` only when there is no text at all.
    #[must_use]
    pub fn best_for(&self, locale: Locale) -> Option<(&str, &str)> {
        [locale, Locale::default()]
            .iter()
            .find_map(|wanted| self.0.iter().find(|(tag, _)| tag == wanted.tag()))
            .or_else(|| self.0.first())
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// The texts, in whichever language.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_portals_and_browsers_are_understood() {
        for (code, locale) in [
            ("uz", Some(Locale::UzLatn)),
            ("uz-UZ", Some(Locale::UzLatn)),
            ("uz_cyr", Some(Locale::UzCyrl)),
            ("uz-Cyrl-UZ", Some(Locale::UzCyrl)),
            ("uz-UZ-Cyrl", Some(Locale::UzCyrl)),
            ("qr-UZ", Some(Locale::KaaLatn)),
            ("oz", Some(Locale::UzLatn)),
            ("qr", Some(Locale::KaaLatn)),
            ("kaa", Some(Locale::KaaLatn)),
            ("ru-RU", Some(Locale::Ru)),
            ("en-GB", Some(Locale::En)),
            ("tg", None),
            ("", None),
        ] {
            assert_eq!(Locale::from_code(code), locale, "{code}");
        }
    }

    #[test]
    fn a_name_falls_back_to_the_default_language_and_then_to_any() {
        let names = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect::<LocalizedText>()
        };
        let both = names(&[("ru", "Школа"), ("uz-Latn", "Maktab")]);
        assert_eq!(both.best_for(Locale::Ru), Some(("ru", "Школа")));
        assert_eq!(both.best_for(Locale::En), Some(("uz-Latn", "Maktab")));
        assert_eq!(names(&[("ru", "Школа")]).best_for(Locale::En), Some(("ru", "Школа")));
        assert_eq!(LocalizedText::default().best_for(Locale::En), None);
    }

    #[test]
    fn the_letters_tell_the_language() {
        for (text, reader, tag) in [
            ("Maktab oshxonasi kerak", Locale::UzLatn, "uz-Latn"),
            ("Мактаб ошхонаси керак, қаранг", Locale::UzLatn, "uz-Cyrl"),
            ("Мактаб керак", Locale::UzLatn, "uz-Cyrl"),
            ("Я против, слишком мало времени, ещё бы", Locale::Ru, "ru"),
            ("Мы согласны", Locale::UzLatn, "ru"),
            ("Мектепте ас болсын, үлкен рахмет", Locale::KaaLatn, "kaa-Cyrl"),
            ("Maktab", Locale::Ru, "uz-Latn"),
            ("👍", Locale::Ru, "ru"),
            ("Согласен, но почему такие сроки?", Locale::UzLatn, "ru"),
            ("Бу керак", Locale::Ru, "uz-Cyrl"),
            ("I agree, and the park is near", Locale::Ru, "en"),
            ("This is a good idea", Locale::UzCyrl, "en"),
            ("Bu juda yaxshi, lekin qimmat", Locale::En, "uz-Latn"),
            ("Awılǵa suw kerek", Locale::UzLatn, "kaa-Latn"),
            ("Bul durıs", Locale::UzLatn, "kaa-Latn"),
            ("Keshirim soraymız", Locale::KaaLatn, "kaa-Latn"),
        ] {
            assert_eq!(LanguageTag::guess(text, reader).as_str(), tag, "{text}");
        }
    }

    #[test]
    fn only_tags_are_well_formed() {
        for good in ["uz-Latn", "ru", "kaa-Latn", "de-AT"] {
            assert!(LanguageTag(good.into()).is_well_formed(), "{good}");
        }
        for bad in ["", "u", "uz Latn", "uz-", "узб", "\"><script>", "abcdefghi-jklmnopqr"] {
            assert!(!LanguageTag(bad.into()).is_well_formed(), "{bad}");
        }
    }
}
