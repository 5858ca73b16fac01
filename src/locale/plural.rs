//! Plural categories of a language.

/// The CLDR plural category of a whole number: what `Intl.PluralRules` says.
///
/// Karakalpak is not in CLDR and the browser would silently answer for its own
/// language, so it is not asked.
#[cfg(target_arch = "wasm32")]
pub fn category(tag: &str, count: i64) -> String {
    if tag.starts_with("kaa") {
        return "other".to_owned();
    }
    let tags = js_sys::Array::of1(&tag.into());
    let rules = js_sys::Intl::PluralRules::new(&tags, &js_sys::Object::new());
    String::from(rules.select(count as f64))
}

/// The same where there is no browser, for the five languages (CLDR 48).
#[cfg(not(target_arch = "wasm32"))]
pub fn category(tag: &str, count: i64) -> String {
    let (tens, units) = (count.unsigned_abs() % 100, count.unsigned_abs() % 10);
    let category = match tag.split('-').next().unwrap_or_default() {
        "ru" => match (units, tens) {
            (1, tens) if tens != 11 => "one",
            (2..=4, tens) if !(12..=14).contains(&tens) => "few",
            _ => "many",
        },
        "uz" | "en" if count == 1 => "one",
        _ => "other",
    };
    category.to_owned()
}
