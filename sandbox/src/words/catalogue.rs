//! The texts of each language: a file each, and Uzbek Cyrillic made from Uzbek Latin.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use muloqot_domain::{Locale, LocalizedText, Transliteration};

use super::Words;

type Catalogue = BTreeMap<String, String>;

const FILES: [(Locale, &str); 4] = [
    (Locale::UzLatn, include_str!("../../words/uz-Latn.toml")),
    (Locale::KaaLatn, include_str!("../../words/kaa-Latn.toml")),
    (Locale::Ru, include_str!("../../words/ru.toml")),
    (Locale::En, include_str!("../../words/en.toml")),
];

static CATALOGUES: LazyLock<HashMap<Locale, Catalogue>> = LazyLock::new(|| {
    // A test holds every file to its form, so that none is ever left out here.
    let mut all: HashMap<Locale, Catalogue> = FILES
        .into_iter()
        .filter_map(|(locale, file)| Some((locale, toml::from_str(file).ok()?)))
        .collect();
    let latin = all.get(&Locale::UzLatn).cloned().unwrap_or_default();
    let cyrillic = latin.into_iter().map(|(key, text)| (key, in_cyrillic(&text))).collect();
    all.insert(Locale::UzCyrl, cyrillic);
    all
});

impl Words {
    /// Says it. A key the file lacks is said as the key itself, which no test lets through.
    pub fn say(&self, locale: Locale) -> String {
        match CATALOGUES.get(&locale).and_then(|catalogue| catalogue.get(self.key())) {
            Some(pattern) => filled(pattern, &self.values()),
            None => self.key().to_owned(),
        }
    }
}

/// A text with its placeholders filled. What fills one is not looked at again.
fn filled(pattern: &str, values: &[(&str, String)]) -> String {
    let mut said = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        said.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            said.push_str(value);
        }
        rest = after;
    }
    said.push_str(rest);
    said
}

/// What is kept in several languages, for one reader: the tag it is in and the text. Uzbek
/// Cyrillic is made from Uzbek Latin where it was not written.
pub fn best_text(text: &LocalizedText, locale: Locale) -> Option<(&str, Cow<'_, str>)> {
    let (tag, best) = text.best_for(locale)?;
    if locale == Locale::UzCyrl && tag == Locale::UzLatn.tag() {
        return Some((locale.tag(), in_cyrillic(best).into()));
    }
    Some((tag, best.into()))
}

fn in_cyrillic(latin: &str) -> String {
    Transliteration::UzbekToCyrillic.apply(latin)
}

#[cfg(test)]
mod tests {
    use super::super::keys::DECLARED;
    use super::*;

    fn placeholders(text: &str) -> Vec<&str> {
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
    }

    #[test]
    fn every_file_has_every_text_with_its_placeholders_and_no_other() {
        for (locale, file) in FILES {
            let catalogue: Catalogue = toml::from_str(file).unwrap();
            let tag = locale.tag();
            for (key, wanted) in DECLARED {
                let text = catalogue.get(*key).unwrap_or_else(|| panic!("{tag} has no {key}"));
                let (mut found, mut wanted) = (placeholders(text), wanted.to_vec());
                found.sort_unstable();
                wanted.sort_unstable();
                assert_eq!(found, wanted, "{tag} {key}");
                assert_eq!(text.trim(), text, "{tag} {key}");
                assert!(!text.is_empty(), "{tag} {key}");
            }
            let known = |key: &String| DECLARED.iter().any(|(declared, _)| declared == key);
            let extra: Vec<_> = catalogue.keys().filter(|key| !known(key)).collect();
            assert!(extra.is_empty(), "{tag} has {extra:?}");
        }
    }

    #[test]
    fn every_language_has_letters_of_its_own_alone() {
        for locale in Locale::ALL {
            for (key, text) in &CATALOGUES[&locale] {
                let around: String =
                    text.split('{').flat_map(|part| part.split('}').next_back()).collect();
                let is_cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
                let is_wrong = match locale {
                    Locale::Ru | Locale::UzCyrl => {
                        around.contains(|c: char| c.is_alphabetic() && !is_cyrillic(c))
                    }
                    _ => around.contains(is_cyrillic),
                };
                assert!(!is_wrong, "{} {key}: {text}", locale.tag());
                assert!(!text.contains(['\'', '`', '\u{2018}', '\u{2019}']), "{key}: {text}");
            }
        }
    }

    #[test]
    fn what_fills_a_placeholder_stays_as_it_is() {
        let words = Words::BodyUnreadable { why: "{why} at line 1".to_owned() };
        let said = words.say(Locale::UzCyrl);
        assert!(said.ends_with(": {why} at line 1"), "{said}");
        assert!(said.starts_with("Юборилган"), "{said}");
    }

    #[test]
    fn cyrillic_is_made_where_it_was_not_written() {
        let texts = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect::<LocalizedText>()
        };
        let latin = texts(&[("uz-Latn", "Maktab"), ("ru", "Школа")]);
        assert_eq!(best_text(&latin, Locale::UzCyrl), Some(("uz-Cyrl", "Мактаб".into())));
        assert_eq!(best_text(&latin, Locale::Ru), Some(("ru", "Школа".into())));
        assert_eq!(best_text(&latin, Locale::En), Some(("uz-Latn", "Maktab".into())));
        assert_eq!(best_text(&LocalizedText::default(), Locale::En), None);
    }
}
