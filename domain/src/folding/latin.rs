//! Any spelling in Latin letters, one letter at a time.

use crate::{
    letters::{Quotes, composed, is_apostrophe, is_mark, latin_of},
    unseen::is_unseen,
};

/// The text in lower-case Latin letters, with an apostrophe in oʻ and gʻ.
pub(super) fn latin_letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut quotes = Quotes::default();
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(mut c) = chars.next() {
        if let Some(letter) = chars.peek().and_then(|mark| composed(c, *mark)) {
            c = letter;
            chars.next();
        }
        let after = chars.peek().copied();
        if is_apostrophe(c) {
            if quotes.is_in_word(before, c, after) && letters.ends_with(['o', 'g']) {
                letters.push('\'');
            }
        } else {
            for c in narrow(c).to_lowercase() {
                fold_into(&mut letters, c, after);
            }
        }
        before = Some(c);
    }
    letters
}

/// The ordinary form of a full-width character, as some keyboards and PDF files have it.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// Appends one lower-case character as it is compared. `after` is the one that follows.
fn fold_into(key: &mut String, c: char, after: Option<char>) {
    let is_before_h = matches!(after, Some('h' | 'H' | 'ҳ' | 'Ҳ'));
    let latin = match c {
        // Marks that lower-casing İ or decomposed typing leaves behind, and what is unseen.
        mark if is_mark(mark) || is_unseen(mark) => "",
        // батальон, batalyon
        'ь' if matches!(after, Some('о' | 'О')) => "y",
        'c' | 'ц' if is_before_h => "c",
        'c' | 'ц' if matches!(after, Some('c' | 'C' | 'ц' | 'Ц')) => "",
        'c' => "s",
        'ı' | 'í' => "i",
        'á' | 'ә' => "a",
        'ń' | 'ң' => "n",
        'ó' | 'ө' => "o",
        'ú' | 'ү' => "u",
        'é' | 'ё' => "e",
        'ғ' | 'ǵ' | 'ğ' => "g'",
        'ў' | 'w' | 'õ' => "o'",
        'ç' => "ch",
        'ş' => "sh",
        other => match latin_of(other) {
            Some(latin) => latin,
            None => return key.push(other),
        },
    };
    key.push_str(latin);
}
