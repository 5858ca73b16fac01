//! Folding: finding a word however it is typed.
//!
//! One text mixes ' ‘ ’ ` ´ ʻ ʼ ′ for the same letter, two scripts for the same
//! language, and keyboards that lack both. Stored text is never rewritten; only the
//! keys that are compared are.
//!
//! A key is the same before and after transliteration, in either direction, although
//! scripts do not agree letter by letter. So what they disagree on is equal in keys:
//! - ў, oʻ and w; ғ, gʻ and ǵ; ı and i; a tutuq, ъ and ь are nothing;
//! - ye, yo, ё, э and е are e (Russian writes ё as е, and Uzbek ё is yo);
//! - ц, ts and c are s;
//! - after a consonant ya and yu are a and u (сентябрь, sentabr).
//!
//! The price is that *yor* also finds *er*: a search would rather find too much. A word
//! cut off while it is typed, between the letters of such a pair, still finds its text;
//! only one that ends with the c of ch does not, until the h.

mod latin;

use latin::latin_letters;

/// How long a search text may be, in characters; what is longer is cut.
pub const SEARCH_CHARS_MAX: usize = 200;

/// A search text without the space around it and cut to its greatest length; `None` when nothing
/// is left.
#[must_use]
pub fn search_text(typed: &str) -> Option<String> {
    let text: String = typed.trim().chars().take(SEARCH_CHARS_MAX).collect();
    (!text.is_empty()).then_some(text)
}

/// What a text is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchKey {
    /// Lower case, in Latin, with an apostrophe only in oʻ and gʻ.
    pub exact: String,
    /// The same without apostrophes, for those who leave them out.
    pub bare: String,
}

impl SearchKey {
    /// The key of a text, in time linear in its length.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters = latin_letters(text);
        Self { exact: joined(&letters), bare: joined(&letters.replace('\'', "")) }
    }
}

/// Whether every word of what was searched for occurs in a text, folded.
/// A search without words matches everything.
#[must_use]
pub fn matches_search(text: &SearchKey, search: &SearchKey) -> bool {
    let mut words = search.exact.split_whitespace().zip(search.bare.split_whitespace());
    words.all(|(exact, bare)| {
        let has_apostrophe = exact.contains('\'');
        (has_apostrophe && is_in(exact, &text.exact, contains_with_apostrophes))
            || ((!has_apostrophe || bare.len() >= BARE_LETTERS_MIN)
                && is_in(bare, &text.bare, |text, word| text.contains(word)))
    })
}

/// From how many letters on a word that was searched for with an apostrophe also finds texts
/// without: *yig'ilish* finds *yigilish*, while *o'z* is not in every *oz* and *yo'l*, which is
/// *el* without, not in every *elektr*.
const BARE_LETTERS_MIN: usize = 4;

/// Whether a word occurs in a text, also if its last letter is half of a pair that the
/// text has whole: *hayot* in *hayotsiz* (hayosiz), *kuy* in *kuyov* (kuev).
fn is_in(word: &str, text: &str, contains: fn(&str, &str) -> bool) -> bool {
    if contains(text, word) {
        return true;
    }
    let halves = [('t', "s"), ('y', "eau")];
    halves.iter().any(|(last, others)| {
        word.strip_suffix(*last).is_some_and(|cut| {
            others.chars().any(|other| {
                let mut whole = cut.to_owned();
                whole.push(other);
                contains(text, &whole)
            })
        })
    })
}

/// Whether a text contains a word, where the word may leave apostrophes out but not have
/// more: *awmaga* (ao'maga) is in *awmaǵa*, and *oʻz* is not in *oz*.
fn contains_with_apostrophes(text: &str, word: &str) -> bool {
    let begins_with_word = |text: &str| {
        let mut rest = text.chars().peekable();
        word.chars().all(|c| {
            if c != '\'' {
                rest.next_if_eq(&'\'');
            }
            rest.next() == Some(c)
        })
    };
    text.char_indices().any(|(at, _)| begins_with_word(&text[at..]))
}

/// Letters with those pairs joined that the scripts write differently.
fn joined(letters: &str) -> String {
    let mut key = String::with_capacity(letters.len());
    let mut rest = letters.chars().peekable();
    while let Some(c) = rest.next() {
        let is_yo = c == 'o' && key.ends_with('y') && rest.peek() != Some(&'\'');
        let c = if is_yo { 'e' } else { c };
        match c {
            'e' => key.truncate(key.trim_end_matches('y').len()),
            's' => key.truncate(key.trim_end_matches('t').len()),
            _ => {}
        }
        if matches!(c, 'a' | 'u') && key.strip_suffix('y').is_some_and(ends_with_consonant) {
            key.pop();
        }
        key.push(c);
    }
    key
}

/// Whether a key ends with a consonant other than y; an apostrophe is part of its letter.
fn ends_with_consonant(key: &str) -> bool {
    let last = key.trim_end_matches('\'').bytes().next_back();
    last.is_some_and(|c| {
        c.is_ascii_lowercase() && !matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Transliteration;
    use proptest::prelude::*;

    fn finds(text: &str, search: &str) -> bool {
        matches_search(&SearchKey::of(text), &SearchKey::of(search))
    }

    #[test]
    fn any_apostrophe_or_none_finds_the_word() {
        for typed in ["oʻquvchi", "o'quvchi", "o‘quvchi", "o`quvchi", "oquvchi", "OʼQUVCHI"] {
            assert!(finds("Har bir oʻquvchi uchun", typed), "{typed}");
        }
        assert!(!finds("Har bir uquvchi uchun", "o'quvchi"));
    }

    #[test]
    fn every_way_to_write_a_word_finds_every_other() {
        let ways = ["yig'ilish", "yig‘ilish", "йиғилиш", "yigilish", "YIGʻILISH", "Йиғилиш"];
        for text in ways {
            for typed in ways {
                assert!(finds(text, typed), "{typed} in {text}");
            }
        }
        assert!(finds("yangi yoʻl", "йўл") && !finds("elektr", "yo'l"));
    }

    #[test]
    fn either_script_finds_the_other() {
        assert!(finds("Мактаб овқати", "maktab ovqati"));
        assert!(finds("Maktab ovqati", "ОВҚАТ мактаб"));
        assert!(finds("Toshkent shahri", "шаҳри"));
    }

    #[test]
    fn a_keyboard_without_karakalpak_letters_finds_karakalpak() {
        assert!(finds("Qaraqalpaqstan suwı hám ǵárezsizlik", "suwi ham garezsizlik"));
    }

    #[test]
    fn russian_may_leave_out_the_dots_of_yo() {
        assert!(finds("Ещё раз", "еще"));
        assert!(finds("Еще раз", "ЕЩЁ"));
    }

    #[test]
    fn a_word_is_found_while_it_is_typed() {
        for text in ["yoʻl", "йўл", "yozilgan", "hayotsiz", "qoʻyayotgan", "сентябрь", "батальон"]
        {
            let typed: Vec<char> = text.chars().collect();
            for len in 1..=typed.len() {
                let start: String = typed[..len].iter().collect();
                assert!(finds(text, &start), "{start} in {text}");
            }
        }
    }

    #[test]
    fn what_is_the_same_word_to_a_reader_has_one_key() {
        for same in [
            ["yigʻilish", "yig'ilish", "йиғилиш"],
            ["aksiya", "aktsiya", "акция"],
            ["sirk", "tsirk", "цирк"],
            ["pitsa", "ПИЦЦА", "пицца"],
            ["obyekt", "объект", "ob'ekt"],
            ["sentabr", "sentyabr", "сентябрь"],
            ["yoʻl", "йўл", "и\u{306}у\u{306}л"],
            ["ǵárezsizlik", "ғәрезсизлик", "g\u{301}a\u{301}rezsizlik"],
            ["suwı", "суўы", "SUWÍ"],
            ["ABC", "ＡＢＣ", "a\u{AD}b\u{200B}c"],
        ] {
            let keys = same.map(SearchKey::of);
            assert!(keys[0] == keys[1] && keys[1] == keys[2], "{keys:?}");
        }
    }

    #[test]
    fn typed_apostrophes_count_and_missing_ones_do_not() {
        assert!(finds("oʻz", "oz"));
        assert!(!finds("oz", "oʻz"));
        assert!(finds("awmaǵa", "awmaga"));
        assert!(finds("'kino' va 'bog'", "'kino' bog"));
    }

    #[test]
    fn all_words_are_wanted() {
        assert!(finds("Yangi bogʻcha", "bogcha yangi"));
        assert!(!finds("Yangi bogʻcha", "bogcha eski"));
        assert!(finds("anything", "  "));
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_itself(text in "\\PC{0,40}") {
            prop_assert!(finds(&text, &text));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[a-zʻʼ'’А-яўқғҳәөúǵıİÁ ]{0,30}") {
            let once = SearchKey::of(&text);
            prop_assert_eq!(SearchKey::of(&once.exact), once);
        }

        #[test]
        fn uzbek_in_latin_has_the_key_it_has_in_cyrillic(text in "([a-zʻʼ' ]|oʻ|gʻ|sh|ch|ya|ye|yo|ts){0,12}") {
            let cyrillic = Transliteration::UzbekToCyrillic.apply(&text);
            prop_assert_eq!(SearchKey::of(&text), SearchKey::of(&cyrillic), "{}", cyrillic);
        }

        #[test]
        fn cyrillic_has_the_key_it_has_in_latin(text in "[а-яёўқғҳА-ЯЁЎҚҒҲ ]{0,12}") {
            // No word has these, and no Latin spelling tells them from ч.
            let lower = text.to_lowercase();
            prop_assume!(!lower.contains("цҳ") && !lower.contains("цч"));
            for direction in [Transliteration::UzbekToLatin, Transliteration::KarakalpakToLatin] {
                let latin = direction.apply(&text);
                prop_assert_eq!(SearchKey::of(&text), SearchKey::of(&latin), "{}", latin);
            }
        }

        #[test]
        fn karakalpak_has_the_key_it_has_in_latin(text in "[а-яәғқңөүўҳ ]{0,12}") {
            prop_assume!(!text.contains("цҳ") && !text.contains("цч"));
            let latin = Transliteration::KarakalpakToLatin.apply(&text);
            prop_assert_eq!(SearchKey::of(&text), SearchKey::of(&latin), "{}", latin);
        }
    }
}
