//! Comments that say something like a text, so that one can be supported and not repeated.
//!
//! Two texts are alike as far as their words are, folded (`folding`), so that neither script nor
//! apostrophes part them, and cut to their beginnings, since Uzbek, Karakalpak and Russian put
//! what else they say at the end of a word. A word counts by its rarity among all the texts that
//! are compared (inverse document frequency; Spärck Jones, 1972), so that no list of common words
//! is needed, in any language.

use std::collections::{BTreeMap, BTreeSet};

use crate::folding::SearchKey;

/// How many texts are called similar at most.
pub const SIMILAR_MAX: usize = 3;

/// How long a text may be that others are compared with, in characters of [`similarity_query`].
pub const SIMILARITY_QUERY_CHARS_MAX: usize = 400;

/// From how many different words on a text says enough to be compared.
const WORDS_MIN: usize = 3;

/// Words of fewer letters say little: *va*, *и*, *of*.
const LETTERS_MIN: usize = 3;

/// By how many letters words are compared: *maktab* is in *maktabda* and *maktablar*.
const LETTERS_COMPARED: usize = 6;

/// How many words two texts have to share; one alone may be the name of the matter.
const SHARED_MIN: usize = 2;

/// How alike two texts have to be, between 0 and 1.
const LIKENESS_MIN: f64 = 0.35;

/// The beginnings of the words of a text by which it is compared, each once, as they come.
fn stems(text: &str) -> Vec<String> {
    let folded = SearchKey::of(text).bare;
    let mut seen = BTreeSet::new();
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let long = words.filter(|word| word.chars().count() >= LETTERS_MIN);
    let beginning = |word: &str| {
        let cut: String = word.chars().take(LETTERS_COMPARED).collect();
        // Half of ch would be read as another letter.
        cut.trim_end_matches('c').to_owned()
    };
    long.map(beginning).filter(|stem| seen.insert(stem.clone())).collect()
}

/// The words of a text that tell what it is like, to be asked with: at most
/// [`SIMILARITY_QUERY_CHARS_MAX`] characters, the first ones of a longer text. `None` when the
/// text says too little. What is asked with gives itself again.
#[must_use]
pub fn similarity_query(text: &str) -> Option<String> {
    let stems = stems(text);
    if stems.len() < WORDS_MIN {
        return None;
    }
    let mut query = String::new();
    let mut length = 0;
    for stem in stems {
        let more = stem.chars().count() + usize::from(length > 0);
        if length + more > SIMILARITY_QUERY_CHARS_MAX {
            break;
        }
        if length > 0 {
            query.push(' ');
        }
        query.push_str(&stem);
        length += more;
    }
    Some(query)
}

/// What a text is compared by: the beginnings of its words, each once, with a space between. To be
/// kept with a text that is compared often.
#[must_use]
pub fn similarity_key(text: &str) -> String {
    stems(text).join(" ")
}

/// Which of the other texts are most like a text, the most alike first, among equals the first:
/// their places among the others, at most [`SIMILAR_MAX`] of them. The others are told by their
/// [`similarity_key`]s. None when the text says too little. In time linear in the length of all.
#[must_use]
pub fn most_similar(text: &str, others: &[&str]) -> Vec<usize> {
    let wanted = similarity_key(text);
    let wanted = words(&wanted);
    if wanted.len() < WORDS_MIN {
        return Vec::new();
    }
    let others: Vec<BTreeSet<&str>> = others.iter().map(|other| words(other)).collect();
    let rarity = Rarity::among(&others);
    let mut found: Vec<(usize, f64)> = others
        .iter()
        .enumerate()
        .filter(|(_, other)| wanted.intersection(other).count() >= SHARED_MIN)
        .map(|(place, other)| (place, rarity.likeness(&wanted, other)))
        .filter(|(_, likeness)| *likeness >= LIKENESS_MIN)
        .collect();
    found.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    found.truncate(SIMILAR_MAX);
    found.into_iter().map(|(place, _)| place).collect()
}

/// The words of a key.
fn words(key: &str) -> BTreeSet<&str> {
    key.split(' ').filter(|word| !word.is_empty()).collect()
}

/// How rare words are among texts.
struct Rarity<'a> {
    texts: usize,
    texts_with: BTreeMap<&'a str, usize>,
}

impl<'a> Rarity<'a> {
    fn among(texts: &[BTreeSet<&'a str>]) -> Self {
        let mut texts_with = BTreeMap::new();
        for word in texts.iter().flatten() {
            *texts_with.entry(*word).or_default() += 1;
        }
        Self { texts: texts.len(), texts_with }
    }

    /// How much words count together.
    fn weight<'b>(&self, words: impl Iterator<Item = &'b &'b str>) -> f64 {
        let weight = |word: &&str| {
            let with = self.texts_with.get(*word).copied().unwrap_or_default();
            (1.0 + self.texts as f64 / (1.0 + with as f64)).ln()
        };
        words.map(weight).sum()
    }

    /// How alike two sets of words are: 1 for the same, 0 where they share none; the same
    /// whichever comes first.
    fn likeness(&self, one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> f64 {
        let both = self.weight(one.iter()) * self.weight(other.iter());
        if both > 0.0 { self.weight(one.intersection(other)) / both.sqrt() } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Transliteration;

    const OTHERS: [&str; 5] = [
        "Kechqurun avtobuslar kam yuradi, ishdan keyin yarim soat kutamiz.",
        "Bepul tushlik yaxshi, lekin kim pishiradi? Oshpaz topilmaydi.",
        "Йўлакда велосипед ҳам юрсин.",
        "Автобусов вечером мало, после работы ждём полчаса.",
        "Maktab oshxonasini kim taʼmirlaydi?",
    ];

    fn alike(text: &str, others: &[&str]) -> Vec<usize> {
        let keys: Vec<String> = others.iter().map(|other| similarity_key(other)).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        most_similar(text, &keys)
    }

    #[test]
    fn what_says_the_same_in_other_words_forms_and_letters_is_found() {
        for (text, found) in [
            ("Avtobus kechqurun kam, kutamiz", vec![0]),
            ("Кечқурун автобус кам юради", vec![0]),
            ("bepul tushlikni kim pishiradi", vec![1]),
            ("yo'lakda velosiped yursin", vec![2]),
            ("Вечером автобусы ходят мало, полчаса ждём после работы", vec![3]),
            ("Kitob haqida gapirmoqchiman xolos", vec![]),
            ("kim", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(alike(text, &OTHERS), found, "{text}");
        }
    }

    #[test]
    fn one_word_in_common_is_not_enough() {
        let others = ["maktab", "maktab kitob", "bogʻcha"];
        assert_eq!(alike("maktab avtobus suv yoʻl", &others), Vec::<usize>::new());
    }

    #[test]
    fn no_more_than_three_are_told_and_of_equals_the_first() {
        let same = ["suv toza boʻlsin"; 9];
        assert_eq!(alike("Suv toza boʻlsin!", &same), [0, 1, 2]);
    }

    #[test]
    fn a_long_text_is_asked_with_in_bounded_length() {
        let long: String = (0..2_000).map(|number| format!("soʻz{number} ")).collect();
        let query = similarity_query(&long).unwrap();
        assert!(query.chars().count() <= SIMILARITY_QUERY_CHARS_MAX);
        assert!(query.starts_with("soz0 soz1 "));
        assert_eq!(similarity_query("va bu"), None);
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let text = prop_oneof!["([a-f]{3,4} ){0,8}", "\\PC{0,40}", "([a-zʻ' ]|ch|oʻ|ya|ts){0,30}"];
        proptest::collection::vec(text, 0..8)
    }

    proptest! {
        #[test]
        fn nothing_is_more_like_a_text_than_itself(others in texts(), which in 0usize..8) {
            prop_assume!(which < others.len());
            let text = others[which].clone();
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            let found = alike(&text, &others);
            if stems(&text).len() >= WORDS_MIN {
                let first = *found.first().expect("a text is like itself");
                let (same, key) = (similarity_key(others[first]), similarity_key(&text));
                prop_assert_eq!(words(&same), words(&key));
            } else {
                prop_assert!(found.is_empty());
            }
            prop_assert!(found.len() <= SIMILAR_MAX);
        }

        #[test]
        fn likeness_is_the_same_from_both_sides(texts in texts()) {
            let keys: Vec<String> = texts.iter().map(|text| similarity_key(text)).collect();
            let sets: Vec<BTreeSet<&str>> = keys.iter().map(|key| words(key)).collect();
            let rarity = Rarity::among(&sets);
            for one in &sets {
                for other in &sets {
                    let likeness = rarity.likeness(one, other);
                    prop_assert_eq!(likeness, rarity.likeness(other, one));
                    prop_assert!((0.0..=1.000_001).contains(&likeness));
                }
            }
        }

        #[test]
        fn what_is_asked_with_asks_for_the_same_again(text in "([a-zʻ'А-яўқғҳ ]|ch|oʻ|ya|ts|\\PC){0,60}") {
            if let Some(query) = similarity_query(&text) {
                prop_assert_eq!(similarity_query(&query), Some(query), "{}", text);
            }
        }

        #[test]
        fn the_script_makes_no_difference(text in "([a-zʻ ]|oʻ|gʻ|sh|ch){0,40}") {
            let cyrillic = Transliteration::UzbekToCyrillic.apply(&text);
            prop_assert_eq!(similarity_query(&text), similarity_query(&cyrillic), "{}", cyrillic);
        }
    }
}
