//! Uzbek Latin to Cyrillic: rules, and loan words as data.

use super::{loan_words, roman};
use crate::letters::{Quotes, is_apostrophe, is_latin_beyond_ascii, is_letter, is_mark, upper};

/// Names and abbreviations that stay Latin; suffixes after them do not (PDFни).
/// Other abbreviations are Uzbek and are converted (BMT, БМТ).
const STAY: [&str; 28] = [
    "API",
    "Android",
    "Apple",
    "Excel",
    "GPS",
    "Google",
    "HTML",
    "ID",
    "IP",
    "IT",
    "Instagram",
    "LED",
    "MyGov",
    "MyID",
    "OneID",
    "PDF",
    "Polis",
    "QR",
    "SIM",
    "SMS",
    "SSL",
    "Telegram",
    "URL",
    "USB",
    "Wi-Fi",
    "YouTube",
    "Zoom",
    "iPhone",
];

/// Reads Latin text word by word.
#[derive(Default)]
pub(super) struct Reader {
    quotes: Quotes,
    /// The letters of the current word as they are, every apostrophe as '.
    letters: Vec<u8>,
    /// The same in lower case.
    lower: Vec<u8>,
}

impl Reader {
    /// Appends the word that begins at `at`. Returns its end, and `false` with nothing
    /// appended if it stays; a character that begins no word stays alone.
    pub(super) fn read(&mut self, text: &[char], at: usize, out: &mut String) -> (usize, bool) {
        let c = text[at];
        if c.is_ascii() && !c.is_ascii_alphabetic() && !is_apostrophe(c) {
            return (at + 1, false);
        }
        let before = text.get(at.wrapping_sub(1)).copied();
        if !before.is_some_and(is_letter)
            && let Some(len) = stays(&text[at..])
        {
            return (at + len, false);
        }
        let (end, is_uzbek) = self.take_word(text, at, before);
        let is_converted = is_uzbek && !self.is_kept(before, text.get(end).copied());
        if is_converted {
            self.convert(out);
        }
        (end, is_converted)
    }

    /// Takes in the word at `at`; returns its end and whether all its letters are Uzbek.
    fn take_word(&mut self, text: &[char], at: usize, mut before: Option<char>) -> (usize, bool) {
        self.letters.clear();
        let mut is_uzbek = true;
        let mut end = at;
        while let Some(c) = text.get(end).copied() {
            let after = text.get(end + 1).copied();
            if c.is_ascii_alphabetic() {
                let is_c = matches!(c, 'c' | 'C') && !matches!(after, Some('h' | 'H'));
                is_uzbek &= !is_c && !matches!(c, 'w' | 'W');
                self.letters.push(c as u8);
            } else if is_apostrophe(c) {
                if !self.quotes.is_in_word(before, c, after) || self.letters.is_empty() {
                    break;
                }
                self.letters.push(b'\'');
            } else if is_latin_beyond_ascii(c)
                || (end > at && (c.is_ascii_digit() || c == '_' || is_mark(c)))
            {
                is_uzbek = false;
            } else {
                break;
            }
            end += 1;
            before = Some(c);
        }
        (end.max(at + 1), is_uzbek && end > at)
    }

    /// Whether the word just taken is a numeral or a unit rather than a word: XXI, the X of
    /// "X bob" but not of "X. Karimov", the G of 5G.
    fn is_kept(&self, before: Option<char>, after: Option<char>) -> bool {
        if before.is_some_and(|c| c.is_ascii_digit()) {
            return self.letters.iter().all(u8::is_ascii_uppercase);
        }
        let starts_line = matches!(before, None | Some('\n'));
        let is_initial = self.letters.len() == 1 && !starts_line && after == Some('.');
        !is_initial && roman::is_numeral(&self.letters)
    }

    /// Appends the word just taken.
    fn convert(&mut self, out: &mut String) {
        self.lower.clear();
        self.lower.extend(self.letters.iter().map(u8::to_ascii_lowercase));
        let mut at = 0;
        if let Some((len, cyrillic)) = loan_words::stem_of(&self.lower) {
            self.push_stem(len, cyrillic, out);
            at = len;
        }
        while at < self.lower.len() {
            let before = self.sound_before(at);
            let (c, len) = letter(&self.lower[at..], before);
            // премьер
            if c == 'е' && len == 2 && before.is_some_and(is_consonant) {
                out.push(if self.is_upper(at) { 'Ь' } else { 'ь' });
            }
            let capital = if c == 'ъ' {
                self.is_upper(at - 1)
                    && !self.letters.get(at + 1).is_some_and(u8::is_ascii_lowercase)
            } else {
                self.is_upper(at)
            };
            out.push(if capital { upper(c) } else { c });
            at += len;
        }
    }

    /// The letter before one, where ʻ is part of it and a tutuq counts as a vowel.
    fn sound_before(&self, at: usize) -> Option<u8> {
        match &self.lower[..at] {
            [.., b'g', b'\''] => Some(b'g'),
            [.., b'\''] => Some(b'o'),
            letters => letters.last().copied(),
        }
    }

    fn push_stem(&self, len: usize, cyrillic: &str, out: &mut String) {
        let ends_here = self.letters.len() == len;
        let bare = if ends_here { cyrillic } else { cyrillic.trim_end_matches('ь') };
        let mut capital = self.is_upper(0);
        let all = self.letters[..len].iter().all(|c| !c.is_ascii_lowercase());
        for c in bare.chars() {
            out.push(if capital { upper(c) } else { c });
            capital = all;
        }
    }

    fn is_upper(&self, at: usize) -> bool {
        self.letters.get(at).is_some_and(u8::is_ascii_uppercase)
    }
}

/// The length of the name that stays and begins a text, if one does.
fn stays(text: &[char]) -> Option<usize> {
    if !text.iter().take(2).any(char::is_ascii_uppercase) {
        return None;
    }
    let begins = |name: &&&str| {
        let start = text.get(..name.len());
        start.is_some_and(|start| name.chars().eq(start.iter().copied()))
    };
    let len = STAY.iter().find(begins)?.len();
    (!text.get(len).is_some_and(char::is_ascii_uppercase)).then_some(len)
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_consonant(c: u8) -> bool {
    c.is_ascii_lowercase() && !is_vowel(c) && c != b'y'
}

/// The Cyrillic letter that begins the rest of a lower-case word, and how many Latin
/// letters it stands for.
fn letter(rest: &[u8], before: Option<u8>) -> (char, usize) {
    let one = |c| (c, 1);
    match rest {
        [b'o', b'\'', ..] => ('ў', 2),
        [b'g', b'\'', ..] => ('ғ', 2),
        [b's', b'h', ..] => ('ш', 2),
        [b'c', b'h', ..] => ('ч', 2),
        [b's', b'\'', b'h', ..] => ('с', 2),
        [b'y', b'o', b'\'', ..] => ('й', 1),
        [b'y', b'o', ..] => ('ё', 2),
        [b'y', b'u', ..] => ('ю', 2),
        [b'y', b'a', ..] => ('я', 2),
        [b'y', b'e', ..] => ('е', 2),
        // федерация, социал
        [b't', b's', rest @ ..] if before.is_some_and(is_vowel) && is_loan(rest) => ('ц', 2),
        // акция, станция, коррупция, акционер
        [b's', rest @ ..] if matches!(before, Some(b'k' | b'n' | b'p')) && is_loan(rest) => {
            one('ц')
        }
        [b'e', ..] if before.is_none_or(is_vowel) => one('э'),
        [b'\'', ..] => one('ъ'),
        [c, ..] => one(alone(*c)),
        [] => (' ', 1),
    }
}

/// Whether a word goes on as only loan words do after ц.
fn is_loan(rest: &[u8]) -> bool {
    [b"iya", b"ion", b"ial"].iter().any(|ending| rest.starts_with(*ending))
}

fn alone(c: u8) -> char {
    match c {
        b'a' => 'а',
        b'b' => 'б',
        b'd' => 'д',
        b'e' => 'е',
        b'f' => 'ф',
        b'g' => 'г',
        b'h' => 'ҳ',
        b'i' => 'и',
        b'j' => 'ж',
        b'k' => 'к',
        b'l' => 'л',
        b'm' => 'м',
        b'n' => 'н',
        b'o' => 'о',
        b'p' => 'п',
        b'q' => 'қ',
        b'r' => 'р',
        b's' => 'с',
        b't' => 'т',
        b'u' => 'у',
        b'v' => 'в',
        b'x' => 'х',
        b'y' => 'й',
        b'z' => 'з',
        other => other as char,
    }
}
