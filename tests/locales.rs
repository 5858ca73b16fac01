//! Every language says everything.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

mod catalogue;

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    ABOUT, APP, ATTACHING, GALLERY, MODERATION, OUTCOME, STATEMENT, WRITING, catalogue,
};
use muloqot::locale::{
    Value, about, attaching, duration_words, gallery, list_words, m, moderation, money, outcome,
    short_money, statement, time_ago_words, time_left_words, writing,
};
use muloqot_domain::{CivilDate, Locale, TimeLeft, Timestamp};
use serde_json::Value as Json;

/// The languages that are complete, with the plural categories of whole numbers (CLDR 48).
const COMPLETE: &[(Locale, &[&str])] = &[
    (Locale::UzLatn, &["one", "other"]),
    (Locale::UzCyrl, &["one", "other"]),
    (Locale::KaaLatn, &["other"]),
    (Locale::Ru, &["few", "many", "one", "other"]),
    (Locale::En, &["one", "other"]),
];

/// Messages by key, with their placeholders.
type Declared = &'static [(&'static str, &'static [&'static str])];

/// Each folder of words, with the messages that code may say from it.
const FOLDERS: [(&str, Declared); 8] = [
    (APP, m::DECLARED),
    (ABOUT, about::DECLARED),
    (ATTACHING, attaching::DECLARED),
    (GALLERY, gallery::DECLARED),
    (MODERATION, moderation::DECLARED),
    (OUTCOME, outcome::DECLARED),
    (STATEMENT, statement::DECLARED),
    (WRITING, writing::DECLARED),
];

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

#[test]
fn every_language_has_every_key_and_no_other() {
    for (folder, declared) in FOLDERS {
        let declared: BTreeSet<&str> = declared.iter().map(|(key, _)| *key).collect();
        for (locale, _) in COMPLETE {
            let catalogue = catalogue(folder, *locale);
            let said: BTreeSet<&str> = catalogue.entries().keys().map(String::as_str).collect();
            assert_eq!(said, declared, "{folder} {locale:?}");
        }
    }
}

#[test]
fn what_the_gallery_says_hides_nothing_of_the_app() {
    let of_app: BTreeSet<&str> = m::DECLARED.iter().map(|(key, _)| *key).collect();
    for (key, _) in gallery::DECLARED {
        assert!(!of_app.contains(key), "{key} is in both");
    }
}

#[test]
fn every_message_uses_the_placeholders_it_is_given_and_no_other() {
    for (folder, declared) in FOLDERS {
        let declared: BTreeMap<&str, &[&str]> = declared.iter().copied().collect();
        for (locale, _) in COMPLETE {
            for (key, entry) in catalogue(folder, *locale).entries() {
                let forms: Vec<&str> = match entry {
                    Json::Object(forms) => forms.values().filter_map(Json::as_str).collect(),
                    text => text.as_str().into_iter().collect(),
                };
                assert!(!forms.is_empty(), "{locale:?} {key} says nothing");
                let mut wanted: BTreeSet<&str> = declared[key.as_str()].iter().copied().collect();
                if key == "date_long" {
                    wanted = ["day", "month", "year"].into();
                }
                for text in forms {
                    assert_eq!(placeholders(text), wanted, "{locale:?} {key}: {text}");
                }
            }
        }
    }
}

#[test]
fn every_counted_message_has_the_plurals_of_its_language() {
    for (folder, declared) in FOLDERS {
        for (locale, categories) in COMPLETE {
            for (key, entry) in catalogue(folder, *locale).entries() {
                let counts = declared
                    .iter()
                    .any(|(known, values)| *known == key.as_str() && values.contains(&"count"));
                match entry {
                    Json::Object(forms) => {
                        assert!(counts, "{locale:?} {key} has plurals but no count");
                        assert!(
                            forms.keys().map(String::as_str).eq(categories.iter().copied()),
                            "{locale:?} {key}"
                        );
                    }
                    _ => assert!(!counts, "{locale:?} {key} has a count but no plurals"),
                }
            }
        }
    }
}

#[test]
fn uzbek_is_written_with_its_own_letters_and_not_with_quotes() {
    for (folder, _) in FOLDERS {
        for (key, entry) in catalogue(folder, Locale::UzLatn).entries() {
            let said = format!("{entry:?}");
            assert!(!said.contains(['\'', '‘', '’', '`']), "{key}: {said}");
        }
    }
}

#[test]
fn karakalpak_is_written_with_its_own_letters() {
    for (folder, _) in FOLDERS {
        for (key, entry) in catalogue(folder, Locale::KaaLatn).entries() {
            let said = format!("{entry:?}");
            assert!(
                !said.contains(['\'', 'ʻ', 'ʼ', '‘', '’', '`', 'ş', 'ğ', 'ö', 'ü']),
                "{key}: {said}"
            );
        }
    }
}

/// What a person reads in each language, in the official form.
#[test]
fn dates_numbers_sums_and_lists_are_in_the_official_form() {
    let day = CivilDate { year: 2026, month: 2, day: 5 };
    let sep = CivilDate { year: 2026, month: 9, day: 30 };
    for (locale, said) in [
        (
            Locale::UzLatn,
            [
                "2026-yil 5-fevral",
                "2026-yil 30-sentabr",
                "1 500 000 soʻm",
                "1,36 mlrd soʻm",
                "yoʻl, suv va maktab",
                "3 kun qoldi",
                "2 soat oldin, 05:00",
                "20 daqiqa",
            ],
        ),
        (
            Locale::UzCyrl,
            [
                "2026 йил 5 феврал",
                "2026 йил 30 сентябр",
                "1 500 000 сўм",
                "1,36 млрд сўм",
                "yoʻl, suv ва maktab",
                "3 кун қолди",
                "2 соат олдин, 05:00",
                "20 дақиқа",
            ],
        ),
        (
            Locale::KaaLatn,
            [
                "2026-jıl 5-fevral",
                "2026-jıl 30-sentyabr",
                "1 500 000 swm",
                "1,36 mlrd swm",
                "yoʻl, suv hám maktab",
                "3 kún qaldı",
                "2 saat aldın, 05:00",
                "20 minut",
            ],
        ),
        (
            Locale::Ru,
            [
                "5 февраля 2026 г.",
                "30 сентября 2026 г.",
                "1 500 000 сум",
                "1,36 млрд сум",
                "yoʻl, suv и maktab",
                "Осталось 3 дня",
                "2 часа назад, 05:00",
                "20 минут",
            ],
        ),
        (
            Locale::En,
            [
                "5 February 2026",
                "30 September 2026",
                "1,500,000 soʻm",
                "1.36 billion soʻm",
                "yoʻl, suv and maktab",
                "3 days left",
                "2 hours ago, 05:00",
                "20 minutes",
            ],
        ),
    ] {
        let catalogue = catalogue(APP, locale);
        let say = |message| catalogue.say(&message);
        let things = ["yoʻl", "suv", "maktab"].map(Value::from).to_vec();
        let is = [
            catalogue.date(day),
            catalogue.date(sep),
            say(money(1_500_000)),
            say(short_money(1_360_000_000)),
            say(list_words(things)),
            say(time_left_words(TimeLeft::Days(3))),
            say(time_ago_words(Timestamp(0), Timestamp(7_300))),
            say(duration_words(1_190)),
        ];
        // Whether a space may break is looked at elsewhere.
        assert_eq!(is.map(|said| said.replace('\u{a0}', " ")), said, "{locale:?}");
    }
}

#[test]
fn a_sum_does_not_break_from_its_unit() {
    for (locale, _) in COMPLETE {
        let said = catalogue(APP, *locale).say(&short_money(1_360_000_000));
        assert!(!said.contains(' '), "{locale:?}: {said}");
    }
}
