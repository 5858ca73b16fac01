//! Karakalpak Cyrillic to Latin, by the alphabet of 2016.
//!
//! ы is ı with the capital Í, и is i with the capital I: the alphabet has no İ.

use super::neighbours;
use crate::letters::{latin_of, lower};

/// Whether a lower-case Cyrillic letter is one of Karakalpak.
pub(super) fn has(c: char) -> bool {
    matches!(c, 'а'..='я' | 'ё' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ү' | 'ў' | 'ҳ')
}

/// The Latin for one letter of a word, in lower case.
pub(super) fn letter(word: &[char], index: usize) -> &'static str {
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
