//! Karakalpak Cyrillic to Latin, by the alphabet of 2016.
//!
//! ы is ı with the capital Í, и is i with the capital I: the alphabet has no İ.

use super::{neighbours, push_cased};
use crate::letters::lower;

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
    match (lower(word[index]), neighbours(word, index)) {
        ('е', (None, _)) => "ye",
        // батальон → batalyon
        ('ь', (_, Some('о'))) => "y",
        (c, _) => alone(c),
    }
}

fn alone(c: char) -> &'static str {
    match c {
        'а' => "a",
        'ә' => "á",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "ǵ",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' => "yo",
        'ж' => "j",
        'з' => "z",
        'и' => "i",
        'й' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ń",
        'о' => "o",
        'ө' => "ó",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ү' => "ú",
        'ў' => "w",
        'ф' => "f",
        'х' => "x",
        'ҳ' => "h",
        'ц' => "c",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ы' => "ı",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}
