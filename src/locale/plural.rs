//! Plural categories of the languages.

/// The CLDR plural category of a whole number in a language: `one`, `few`, `many`, `other`.
///
/// Rules of CLDR 48 for cardinals without a fraction. They are the app's own because the
/// browser's `Intl.PluralRules` has none for Karakalpak and silently answers for whatever
/// language the browser is set to.
#[must_use]
pub fn category(tag: &str, count: i64) -> &'static str {
    let (tens, units) = (count.unsigned_abs() % 100, count.unsigned_abs() % 10);
    match tag.split('-').next().unwrap_or_default() {
        "ru" => match (units, tens) {
            (1, tens) if tens != 11 => "one",
            (2..=4, tens) if !(12..=14).contains(&tens) => "few",
            _ => "many",
        },
        "uz" | "en" if count.unsigned_abs() == 1 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_counts_by_the_last_digits() {
        for (category_wanted, counts) in [
            ("one", &[1, 21, 101, 1_000_001][..]),
            ("few", &[2, 3, 4, 22, 104, -2]),
            ("many", &[0, 5, 11, 12, 14, 20, 111, 112, 1_000_000]),
        ] {
            for count in counts {
                assert_eq!(category("ru", *count), category_wanted, "{count}");
            }
        }
    }

    #[test]
    fn uzbek_and_english_tell_one_from_the_rest() {
        for tag in ["uz-Latn", "uz-Cyrl", "en"] {
            assert_eq!(
                [0, 1, 2, 21].map(|count| category(tag, count)),
                ["other", "one", "other", "other"]
            );
        }
    }

    #[test]
    fn karakalpak_has_one_form_for_all() {
        assert_eq!([0, 1, 2, 11].map(|count| category("kaa-Latn", count)), ["other"; 4]);
    }
}
