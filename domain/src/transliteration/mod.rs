//! Transliteration: one language in its other script.
//!
//! From Cyrillic to Latin it is exact, by rules. From Latin to Uzbek Cyrillic it is lossy
//! (s is с or ц, e is э or е, ь is gone): rules and a list of loan words, good for our own
//! messages, and for what people wrote only as a view that is labelled as converted.
//! Addresses, mentions, tags, code, placeholders, numbers and foreign words stay.

mod karakalpak;
mod loan_words;
mod messages;
mod protected;
mod roman;
mod uzbek_to_cyrillic;
mod uzbek_to_latin;

use crate::letters::{composed, is_cyrillic, is_mark, is_upper, lower, upper};
use protected::Protected;

/// A language and the script it is carried into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transliteration {
    /// Uzbek, Cyrillic to Latin (the alphabet of 1995 with ʻ and ʼ).
    UzbekToLatin,
    /// Uzbek, Latin to Cyrillic.
    UzbekToCyrillic,
    /// Karakalpak, Cyrillic to Latin (the alphabet of 2016).
    KarakalpakToLatin,
}

impl Transliteration {
    /// The transliteration between two BCP 47 tags in any case, such as `uz-Cyrl` and
    /// `uz-Latn`; `None` where there is none.
    #[must_use]
    pub fn between(from: &str, to: &str) -> Option<Self> {
        [
            ("uz-Cyrl", "uz-Latn", Self::UzbekToLatin),
            ("uz-Latn", "uz-Cyrl", Self::UzbekToCyrillic),
            ("kaa-Cyrl", "kaa-Latn", Self::KarakalpakToLatin),
        ]
        .into_iter()
        .find(|(one, other, _)| from.eq_ignore_ascii_case(one) && to.eq_ignore_ascii_case(other))
        .map(|(_, _, found)| found)
    }

    /// The text in the other script, in time linear in its length.
    ///
    /// A word with a letter from outside the alphabet it should be in stays as it is, and
    /// so does a text that is in the target script already.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        let text: Vec<char> = text.chars().collect();
        let mut protected = Protected::default();
        let mut latin = uzbek_to_cyrillic::Reader::default();
        let mut word = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let mut end = protected.end(&text, at);
            let is_converted = if end > at {
                false
            } else if self == Self::UzbekToCyrillic {
                let (word_end, is_converted) = latin.read(&text, at, &mut out);
                end = word_end;
                is_converted
            } else if is_cyrillic(text[at]) {
                end = read_cyrillic(&text, at, &mut word);
                match self {
                    Self::KarakalpakToLatin => {
                        convert(&word, karakalpak::has, karakalpak::letter, &mut out)
                    }
                    _ => convert(&word, uzbek_to_latin::has, uzbek_to_latin::letter, &mut out),
                }
            } else {
                end = at + 1;
                false
            };
            if !is_converted {
                out.extend(&text[at..end]);
            }
            at = end;
        }
        out
    }
}

/// Reads the Cyrillic word that begins at `at` into `word`, composed, and returns its end.
fn read_cyrillic(text: &[char], at: usize, word: &mut Vec<char>) -> usize {
    word.clear();
    let mut end = at;
    while end < text.len() {
        let c = text[end];
        match word.last_mut() {
            Some(last) if let Some(letter) = composed(*last, c) => *last = letter,
            _ if is_cyrillic(c) || is_mark(c) => word.push(c),
            _ => break,
        }
        end += 1;
    }
    end
}

/// Appends a Cyrillic word in Latin; `false`, and nothing appended, if it has a letter
/// that its language has not.
///
/// A capital that becomes two letters is all capitals beside another capital (ШАҲАР,
/// АҚШда), else only the first is (Шаҳар).
fn convert(
    word: &[char],
    has: fn(char) -> bool,
    letter: fn(&[char], usize) -> &'static str,
    out: &mut String,
) -> bool {
    if !word.iter().all(|c| has(lower(*c))) {
        return false;
    }
    let upper_at = |at: usize| word.get(at).is_some_and(|c| is_upper(*c));
    for index in 0..word.len() {
        let mut capital = upper_at(index);
        let all = capital && (upper_at(index + 1) || upper_at(index.wrapping_sub(1)));
        for c in letter(word, index).chars() {
            out.push(if capital { upper(c) } else { c });
            capital = all;
        }
    }
    true
}

/// The letters before and after one of a word, in lower case.
fn neighbours(word: &[char], index: usize) -> (Option<char>, Option<char>) {
    let at = |index: usize| word.get(index).map(|c| lower(*c));
    (at(index.wrapping_sub(1)), at(index + 1))
}
