//! Letters of Uzbek and Karakalpak in both scripts: case, composition, apostrophes.
//!
//! Small tables of our own, because those of the standard library cover every script
//! of the world and would be carried to every phone.

/// Whether a character stands for an apostrophe, whatever the keyboard gave.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, 'ʻ' | 'ʼ' | '‘' | '’' | '‛' | '`' | '´' | '′' | 'ʹ' | '\'')
}

/// Whether a character is a letter of the Latin or Cyrillic script, or one of the two
/// apostrophes that are letters in Unicode.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_latin_beyond_ascii(c) || is_cyrillic(c) || matches!(c, 'ʻ' | 'ʼ')
}

/// Whether a character is a Latin letter with a mark, such as á or ı.
pub(crate) fn is_latin_beyond_ascii(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// Whether a character is a Cyrillic letter of any language.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}')
}

/// Whether a character is a mark that belongs to the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The lower-case letter as one of the alphabets of this app has it; others as they are.
/// The capital of ı is Í and that of i is I (Karakalpak alphabet of 2016).
pub(crate) fn lower(c: char) -> char {
    match c {
        'Í' => 'ı',
        'A'..='Z' | 'Á' | 'Ó' | 'Ú' | 'А'..='Я' => shifted(c, 32),
        'Ё' => 'ё',
        'Ǵ' => 'ǵ',
        'Ń' => 'ń',
        'Ғ' | 'Қ' | 'Ң' | 'Ү' | 'Ҳ' | 'Ә' | 'Ө' => shifted(c, 1),
        'Ў' => 'ў',
        other => other,
    }
}

/// The capital of a letter of the alphabets of this app; others as they are.
pub(crate) fn upper(c: char) -> char {
    match c {
        'ı' => 'Í',
        'a'..='z' | 'á' | 'ó' | 'ú' | 'а'..='я' => shifted(c, -32),
        'ё' => 'Ё',
        'ǵ' => 'Ǵ',
        'ń' => 'Ń',
        'ғ' | 'қ' | 'ң' | 'ү' | 'ҳ' | 'ә' | 'ө' => shifted(c, -1),
        'ў' => 'Ў',
        other => other,
    }
}

/// Whether a letter of the alphabets of this app is a capital.
pub(crate) fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// Latin for а to я, two bytes each.
const BASIC_LATIN: &str = "a b v g d e j z i y k l m n o p r s t u f x s chshsh  i   e yuya";

/// Latin for a lower-case Cyrillic letter that is written alike in Uzbek and Karakalpak,
/// wherever it stands; nothing for ъ and ь, which are not heard.
pub(crate) fn latin_of(c: char) -> Option<&'static str> {
    let extra = match c {
        'а'..='я' => {
            let at = (c as usize - 'а' as usize) * 2;
            return BASIC_LATIN.get(at..at + 2).map(str::trim_ascii_end);
        }
        'ё' => "yo",
        'қ' => "q",
        'ҳ' => "h",
        _ => return None,
    };
    Some(extra)
}

fn shifted(c: char, by: i32) -> char {
    char::from_u32((c as u32).wrapping_add_signed(by)).unwrap_or(c)
}

/// The one letter that a letter and a mark make, if these alphabets have it:
/// й, ў and ё, and the Karakalpak letters with an acute.
pub(crate) fn composed(base: char, mark: char) -> Option<char> {
    if !is_mark(mark) {
        return None;
    }
    let found = COMPOSED.iter().find(|(letter, with, _)| *letter == base && *with == mark);
    found.map(|(_, _, letter)| *letter)
}

const COMPOSED: [(char, char, char); 17] = [
    ('и', '\u{306}', 'й'),
    ('И', '\u{306}', 'Й'),
    ('у', '\u{306}', 'ў'),
    ('У', '\u{306}', 'Ў'),
    ('е', '\u{308}', 'ё'),
    ('Е', '\u{308}', 'Ё'),
    ('a', '\u{301}', 'á'),
    ('A', '\u{301}', 'Á'),
    ('g', '\u{301}', 'ǵ'),
    ('G', '\u{301}', 'Ǵ'),
    ('n', '\u{301}', 'ń'),
    ('N', '\u{301}', 'Ń'),
    ('o', '\u{301}', 'ó'),
    ('O', '\u{301}', 'Ó'),
    ('u', '\u{301}', 'ú'),
    ('U', '\u{301}', 'Ú'),
    ('I', '\u{301}', 'Í'),
];

/// Tells an apostrophe that belongs to a word from one that quotes.
#[derive(Default)]
pub(crate) struct Quotes {
    open: bool,
}

impl Quotes {
    /// Whether the apostrophe `mark` is part of the Latin word that `before` belongs to.
    ///
    /// Between two letters it is. At the end of a word it is one after o and g (*togʻ*),
    /// unless a quotation is open, which it then closes (*'bog'*). ʻ and ʼ quote nothing.
    pub(crate) fn is_in_word(
        &mut self,
        before: Option<char>,
        mark: char,
        after: Option<char>,
    ) -> bool {
        let follows = before.is_some_and(is_letter);
        let leads = after.is_some_and(is_letter);
        if matches!(mark, 'ʻ' | 'ʼ') || (follows && leads) {
            return follows;
        }
        let may_end_letter = matches!(before, Some('o' | 'O' | 'g' | 'G'));
        if may_end_letter && (!self.open || after.is_some_and(is_apostrophe)) {
            return true;
        }
        self.open = !follows && leads;
        false
    }
}
