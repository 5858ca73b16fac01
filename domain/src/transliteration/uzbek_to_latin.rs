//! Uzbek Cyrillic to Latin, by the spelling rules of 1995.

use super::neighbours;
use crate::letters::{latin_of, lower};

/// Whether a lower-case Cyrillic letter is one of Uzbek, or щ or ы of Russian names.
pub(super) fn has(c: char) -> bool {
    matches!(c, 'а'..='я' | 'ё' | 'ў' | 'қ' | 'ғ' | 'ҳ')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ў' | 'ы' | 'э' | 'ю' | 'я')
}

/// The Latin for one letter of a word, in lower case.
pub(super) fn letter(word: &[char], index: usize) -> &'static str {
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
        // сентябрь, октябрь → sentabr, oktabr
        'я' if before == Some('т') && after == Some('б') => "a",
        // бюджет → budjet
        'ю' if before == Some('б') && after == Some('д') => "u",
        // брошюра, парашют → broshura, parashut
        'ю' if before == Some('ш') => "u",
        'с' if after == Some('ҳ') => "sʼ",
        'ў' => "oʻ",
        'ғ' => "gʻ",
        c => latin_of(c).unwrap_or_default(),
    }
}
