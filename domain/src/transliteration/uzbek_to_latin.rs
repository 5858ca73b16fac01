//! Uzbek Cyrillic to Latin, by the spelling rules of 1995.

use super::{neighbours, push_cased};
use crate::letters::{latin_of, lower};

/// Stems whose Latin spelling leaves out a y that the rules would write.
const STEMS: [(&str, &str); 5] = [
    ("бюджет", "budjet"),
    ("брошюр", "broshur"),
    ("октябр", "oktabr"),
    ("парашют", "parashut"),
    ("сентябр", "sentabr"),
];

/// Appends a Cyrillic word in Latin; `false`, and nothing appended, if it has a letter
/// that Uzbek has not.
pub(super) fn convert(word: &[char], out: &mut String) -> bool {
    if !word.iter().all(|c| is_uzbek(lower(*c))) {
        return false;
    }
    let mut index = 0;
    if let Some((cyrillic, latin)) = STEMS.iter().find(|(stem, _)| begins_with(word, stem)) {
        // Letter for letter, as none of these stems has a digraph but ш.
        let mut rest = *latin;
        for _ in cyrillic.chars() {
            let width = if rest.starts_with("sh") { 2 } else { 1 };
            push_cased(out, &rest[..width], word, index);
            rest = &rest[width..];
            index += 1;
        }
    }
    for index in index..word.len() {
        push_cased(out, letter(word, index), word, index);
    }
    true
}

fn begins_with(word: &[char], stem: &str) -> bool {
    let mut letters = word.iter().map(|c| lower(*c));
    stem.chars().all(|c| letters.next() == Some(c))
}

fn is_uzbek(c: char) -> bool {
    matches!(c, 'а'..='я' | 'ё' | 'ў' | 'қ' | 'ғ' | 'ҳ')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ў' | 'ы' | 'э' | 'ю' | 'я')
}

/// The Latin for one letter, in lower case. щ and ы occur in Russian names only.
fn letter(word: &[char], index: usize) -> &'static str {
    let (before, after) = neighbours(word, index);
    let after_vowel = before.is_some_and(is_vowel);
    match lower(word[index]) {
        'е' if after_vowel || matches!(before, None | Some('ъ' | 'ь')) => "ye",
        // пицца → pitsa
        'ц' if before == Some('ц') => "",
        'ц' if after_vowel => "ts",
        // мўъжиза → moʻjiza; after o and g a tutuq would read as ў and ғ.
        'ъ' if matches!(before, Some('ў' | 'о' | 'ё' | 'г')) => "",
        // объект → obyekt
        'ъ' if !after_vowel && matches!(after, Some('е' | 'ё' | 'ю' | 'я')) => "",
        'ъ' => "ʼ",
        // батальон → batalyon
        'ь' if after == Some('о') => "y",
        'ь' => "",
        'с' if after == Some('ҳ') => "sʼ",
        'ў' => "oʻ",
        'ғ' => "gʻ",
        c => latin_of(c).unwrap_or_default(),
    }
}
