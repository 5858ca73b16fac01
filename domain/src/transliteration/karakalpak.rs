//! Karakalpak Cyrillic to Latin, by the alphabet of 2016.
//!
//! ы is ı with the capital Í, и is i with the capital I: the alphabet has no İ.

use super::{neighbours, push_cased};
use crate::letters::{latin_of, lower};

/// Appends a Cyrillic word in Latin; `false`, and nothing appended, if it has a letter
/// that Karakalpak has not.
pub(super) fn convert(word: &[char], out: &mut String) -> bool {
    let is_karakalpak = |c: &char| {
        matches!(lower(*c), 'а'..='я' | 'ё' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ү' | 'ў' | 'ҳ')
    };
    if !word.iter().all(is_karakalpak) {
        return false;
    }
    for index in 0..word.len() {
        push_cased(out, letter(word, index), word, index);
    }
    true
}

/// The Latin for one letter, in lower case.
fn letter(word: &[char], index: usize) -> &'static str {
    let (before, after) = neighbours(word, index);
    match lower(word[index]) {
        'е' if before.is_none() => "ye",
        // батальон → batalyon
        'ь' if after == Some('о') => "y",
        'ә' => "á",
        'ғ' => "ǵ",
        'ң' => "ń",
        'ө' => "ó",
        'ү' => "ú",
        'ў' => "w",
        'ц' => "c",
        'ы' => "ı",
        c => latin_of(c).unwrap_or_default(),
    }
}
