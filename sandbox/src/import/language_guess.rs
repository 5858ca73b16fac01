//! A guess at the language of an export that does not say it.

/// Words that are frequent in one language and are none in the other.
const COMMON_WORDS: [(&str, &[&str]); 2] = [
    (
        "de",
        &["und", "der", "die", "das", "ist", "nicht", "für", "mit", "von", "auf", "soll", "eine"],
    ),
    ("en", &["the", "and", "of", "to", "is", "that", "for", "should", "are", "be", "we", "with"]),
];
/// The share of words, in hundredths, that must be common ones.
const SHARE_MIN: usize = 10;

/// The language most of the texts are in: German or English by their commonest words, else
/// `und`, which is how BCP 47 says that nobody knows.
pub fn guess<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let mut words = 0;
    let mut hits = [0; COMMON_WORDS.len()];
    for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
        if word.is_empty() {
            continue;
        }
        words += 1;
        let word = word.to_lowercase();
        for (hits, (_, common)) in hits.iter_mut().zip(COMMON_WORDS) {
            *hits += usize::from(common.contains(&word.as_str()));
        }
    }
    COMMON_WORDS
        .iter()
        .zip(hits)
        .max_by_key(|(_, hits)| *hits)
        .filter(|(_, hits)| *hits > 0 && hits * 100 >= words * SHARE_MIN)
        .map_or("und", |((language, _), _)| *language)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn common_words_tell_the_language() {
        let of = |text: &'static str| guess(std::iter::once(text));
        assert_eq!(of("Die Wärme soll für alle da sein und nicht für wenige"), "de");
        assert_eq!(of("We should keep the streets safe for those who walk"), "en");
        assert_eq!(of("Suv va elektr har bir uyga yetib borsin"), "und");
        assert_eq!(of(""), "und");
    }
}
