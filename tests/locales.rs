//! Every language says everything.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use std::collections::{BTreeMap, BTreeSet};

use muloqot::locale::{Catalogue, m};
use serde_json::Value;

/// The languages that are complete, with the plural categories of whole numbers (CLDR 48).
const COMPLETE: &[(&str, &[&str])] = &[("uz-Latn", &["one", "other"]), ("en", &["one", "other"])];

fn catalogue(tag: &str) -> Catalogue {
    let path = format!("{}/locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
    Catalogue::read(tag, &std::fs::read_to_string(path).unwrap()).unwrap()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

#[test]
fn every_language_has_every_key_and_no_other() {
    let declared: BTreeSet<&str> = m::DECLARED.iter().map(|(key, _)| *key).collect();
    for (tag, _) in COMPLETE {
        let catalogue = catalogue(tag);
        let said: BTreeSet<&str> = catalogue.entries().keys().map(String::as_str).collect();
        assert_eq!(said, declared, "{tag}");
    }
}

#[test]
fn every_message_uses_the_placeholders_it_is_given_and_no_other() {
    let declared: BTreeMap<&str, &[&str]> = m::DECLARED.iter().copied().collect();
    for (tag, _) in COMPLETE {
        for (key, entry) in catalogue(tag).entries() {
            let forms: Vec<&str> = match entry {
                Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
                text => text.as_str().into_iter().collect(),
            };
            assert!(!forms.is_empty(), "{tag} {key} says nothing");
            let mut wanted: BTreeSet<&str> = declared[key.as_str()].iter().copied().collect();
            if key == "date_long" {
                wanted = ["day", "month", "year"].into();
            }
            for text in forms {
                assert_eq!(placeholders(text), wanted, "{tag} {key}: {text}");
            }
        }
    }
}

#[test]
fn every_counted_message_has_the_plurals_of_its_language() {
    for (tag, categories) in COMPLETE {
        for (key, entry) in catalogue(tag).entries() {
            let counts = m::DECLARED
                .iter()
                .any(|(known, values)| *known == key.as_str() && values.contains(&"count"));
            match entry {
                Value::Object(forms) => {
                    assert!(counts, "{tag} {key} has plurals but no count");
                    assert!(
                        forms.keys().map(String::as_str).eq(categories.iter().copied()),
                        "{tag} {key}"
                    );
                }
                _ => assert!(!counts, "{tag} {key} has a count but no plurals"),
            }
        }
    }
}

#[test]
fn uzbek_is_written_with_its_own_letters_and_not_with_quotes() {
    for (key, entry) in catalogue("uz-Latn").entries() {
        let said = format!("{entry:?}");
        assert!(!said.contains(['\'', '‘', '’', '`']), "{key}: {said}");
    }
}

#[test]
fn dates_and_numbers_are_in_the_official_form() {
    let day = muloqot_domain::CivilDate { year: 2026, month: 2, day: 5 };
    for (tag, date, number) in [
        ("uz-Latn", "2026-yil 5-fevral", "1\u{a0}500\u{a0}000"),
        ("en", "5 February 2026", "1,500,000"),
    ] {
        let catalogue = catalogue(tag);
        assert_eq!(
            (catalogue.date(day).as_str(), catalogue.number(1_500_000).as_str()),
            (date, number)
        );
    }
}
