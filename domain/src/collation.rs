//! Collation: the order of the alphabet that a reader learnt at school.
//!
//! The browser's `Intl.Collator` has no Karakalpak and no digraphs of Uzbek. The order of
//! classes is: spaces and signs, numbers by value, letters of the language's script,
//! letters of the other script, the rest. Upper case and kinds of apostrophe decide only
//! between texts that are otherwise the same.

use std::cmp::Ordering;
use std::iter::{self, Peekable};
use std::str::Chars;

use crate::Locale;
use crate::letters::{composed, is_apostrophe, is_mark, lower};

/// Uzbek (1995), with c and w of foreign words; õ ğ ş ç stand for oʻ gʻ sh ch.
const UZBEK_LATIN: &str = "abcdefghijklmnopqrstuvwxyzõğşç";
/// Karakalpak (2016); ş ç stand for sh ch.
const KARAKALPAK_LATIN: &str = "aábdefgǵhxıijkqlmnńoóprstuúvwyzşcç";
/// English, and Latin letters in Russian.
const PLAIN_LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// Russian in its order, the Uzbek letters after я, Karakalpak ones beside their like.
const CYRILLIC: &str = "аәбвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяўқғҳ";

/// What a text is sorted by, for a list that is sorted once: see [`collation_key`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    weights: Vec<u32>,
    text: String,
}

/// The key of a text in the order of a language. It is equal only to that of the same text.
#[must_use]
pub fn collation_key(text: &str, locale: Locale) -> CollationKey {
    CollationKey { weights: weights(text, locale).collect(), text: text.to_owned() }
}

/// Which of two texts comes first in the order of a language. `Equal` only if they are
/// the same, so that a list has one order.
#[must_use]
pub fn compare(one: &str, other: &str, locale: Locale) -> Ordering {
    weights(one, locale).cmp(weights(other, locale)).then_with(|| one.cmp(other))
}

const NUMBER: u32 = 1 << 24;
const LETTER: u32 = 2 << 24;
const LETTER_OF_OTHER_SCRIPT: u32 = 3 << 24;
const OTHER: u32 = 4 << 24;

/// The weights that are compared one after the other.
fn weights(text: &str, locale: Locale) -> impl Iterator<Item = u32> {
    let mut chars = text.chars().peekable();
    let mut digits = 0;
    iter::from_fn(move || {
        loop {
            let c = *chars.peek()?;
            if !c.is_ascii_digit() {
                let letter = take_letter(&mut chars, locale)?;
                match letter_weight(letter, locale) {
                    Some(weight) => return Some(weight),
                    None => continue,
                }
            }
            if digits > 0 {
                digits -= 1;
                chars.next();
                return Some(NUMBER | c as u32);
            }
            // A number is its length and then its digits, without zeros before them.
            while chars.next_if_eq(&'0').is_some() {}
            digits = chars.clone().take_while(char::is_ascii_digit).count() as u32;
            return Some(NUMBER | digits.min(NUMBER - 1));
        }
    })
}

/// Takes one letter of the alphabet, which may be two characters, in lower case.
fn take_letter(chars: &mut Peekable<Chars>, locale: Locale) -> Option<char> {
    let c = chars.next()?;
    if let Some(letter) = chars.peek().and_then(|mark| composed(c, *mark)) {
        chars.next();
        return Some(lower(letter));
    }
    let c = lower(c);
    if matches!(locale, Locale::Ru | Locale::En) {
        return Some(c);
    }
    let is_uzbek = locale != Locale::KaaLatn;
    let digraph = match (c, chars.peek().map(|c| lower(*c))) {
        ('s', Some('h')) => Some('ş'),
        ('c', Some('h')) => Some('ç'),
        ('o', Some(mark)) if is_uzbek && is_apostrophe(mark) => Some('õ'),
        ('g', Some(mark)) if is_uzbek && is_apostrophe(mark) => Some('ğ'),
        _ => None,
    };
    if digraph.is_some() {
        chars.next();
    }
    digraph.or(Some(c))
}

/// The weight of a lower-case letter or sign; `None` for what has none, as a tutuq.
fn letter_weight(c: char, locale: Locale) -> Option<u32> {
    let latin = match locale {
        Locale::UzLatn | Locale::UzCyrl => UZBEK_LATIN,
        Locale::KaaLatn => KARAKALPAK_LATIN,
        Locale::Ru | Locale::En => PLAIN_LATIN,
    };
    let (own, other) = match locale {
        Locale::UzCyrl | Locale::Ru => (CYRILLIC, latin),
        _ => (latin, CYRILLIC),
    };
    let place = |alphabet: &str, class| {
        let place = alphabet.chars().position(|letter| letter == c)?;
        Some(class | place as u32)
    };
    if is_apostrophe(c) || is_mark(c) {
        return None;
    }
    place(own, LETTER).or_else(|| place(other, LETTER_OF_OTHER_SCRIPT)).or(Some(if is_sign(c) {
        c as u32
    } else {
        OTHER | c as u32
    }))
}

/// Whether a character is a space, a sign or an emoji rather than a letter of any script.
fn is_sign(c: char) -> bool {
    c < 'À' || matches!(c, '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{1F000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn expect_order(locale: Locale, words: &str) {
        let sorted: Vec<&str> = words.split_whitespace().collect();
        let mut shuffled = sorted.clone();
        shuffled.reverse();
        shuffled.sort_by(|one, other| compare(one, other, locale));
        assert_eq!(shuffled, sorted, "{locale:?}");
    }

    #[test]
    fn each_language_has_the_order_of_its_alphabet() {
        for (locale, words) in [
            (
                Locale::UzLatn,
                "ayol bogʻ cement daftar non olma suv vaqt watt xat yoʻl zar oʻt gʻoz shahar choy",
            ),
            (Locale::UzLatn, "bola bozor boshoq bochka boʻri boʻz"),
            (Locale::UzLatn, "Isʼhoq Isroil Ishoq"),
            (Locale::UzCyrl, "аёл ер ёз жавоб суҳбат шаҳар эл юрт ят ўт қиз ғоз ҳаво"),
            (
                Locale::KaaLatn,
                "at át bala gúl ǵaz ham xat ıssı is jol kóz qol mal nan ńa ol ót pul suw ul úy vals waqıt zat shay cirk chempion",
            ),
            (Locale::Ru, "ад ель ёж жар яма"),
            (Locale::En, "apple Chad church cup shop sun zoo"),
        ] {
            expect_order(locale, words);
        }
    }

    #[test]
    fn numbers_go_by_value_and_before_letters() {
        expect_order(
            Locale::UzLatn,
            "2-band 10-band 10-qism 020-band 100-band 99999999999999999999 band",
        );
    }

    #[test]
    fn the_other_script_comes_after() {
        expect_order(Locale::UzLatn, "Anhor Zangiota Ангор");
        expect_order(Locale::UzCyrl, "Ангор Ҳазорасп Anhor");
    }

    #[test]
    fn case_and_kinds_of_apostrophe_decide_last() {
        expect_order(Locale::UzLatn, "Bola bola bolalar");
        expect_order(Locale::UzLatn, "o'g'il oʻgʻil o‘g‘il oʻgʻillar");
        expect_order(Locale::KaaLatn, "Íssı ıssı Is is");
    }

    #[test]
    fn a_decomposed_letter_stands_where_the_letter_does() {
        assert_eq!(compare("и\u{306}од", "йод", Locale::Ru), "и\u{306}од".cmp("йод"));
        expect_order(Locale::Ru, "иск и\u{306}од кот");
    }

    proptest! {
        #[test]
        fn any_texts_have_one_order(
            a in "\\PC{0,8}|[a-cA-CʻʼogshОоЁё0-3 ]{0,6}",
            b in "\\PC{0,8}|[a-cA-CʻʼogshОоЁё0-3 ]{0,6}",
            c in "\\PC{0,8}|[a-cA-CʻʼogshОоЁё0-3 ]{0,6}",
        ) {
            for locale in Locale::ALL {
                let order = |one: &str, other: &str| compare(one, other, locale);
                prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
                prop_assert_eq!(order(&a, &b) == Ordering::Equal, a == b);
                let key = |text: &str| collation_key(text, locale);
                prop_assert_eq!(order(&a, &b), key(&a).cmp(&key(&b)));
                if order(&a, &b).is_le() && order(&b, &c).is_le() {
                    prop_assert!(order(&a, &c).is_le());
                }
            }
        }
    }
}
