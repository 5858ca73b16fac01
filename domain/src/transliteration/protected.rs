//! What no transliteration touches: code, placeholders, mentions, tags and addresses.

use crate::letters::{is_apostrophe, is_letter, is_mark, lower};

/// Last parts of names that are an address or a file even without `https://`.
const LAST_LABELS: [&str; 18] = [
    "com", "doc", "docx", "edu", "gov", "html", "info", "io", "jpg", "kz", "me", "net", "org",
    "pdf", "ru", "uz", "xls", "xlsx",
];

/// Finds the pieces, left to right. It remembers where a search failed, so that no
/// text makes it look at the same part again and again.
#[derive(Default)]
pub(super) struct Protected {
    /// No code begins before this place.
    no_code_before: usize,
    /// No address begins before this place.
    no_address_before: usize,
}

impl Protected {
    /// The end of the protected piece that begins at `at`, or `at` if none does.
    pub(super) fn end(&mut self, text: &[char], at: usize) -> usize {
        match text[at] {
            '`' => self.code_end(text, at),
            '{' => placeholder_end(text, at),
            '@' | '#' => name_end(text, at),
            c if c.is_ascii_alphanumeric() => self.address_end(text, at),
            _ => at,
        }
    }

    /// `code` stands in one line, and like a quotation between what are not letters;
    /// otherwise a backtick is an apostrophe, as in o`zbek.
    fn code_end(&mut self, text: &[char], at: usize) -> usize {
        let before = before(text, at);
        if at < self.no_code_before || before == Some('`') || ends_word(text, at) {
            return at;
        }
        let mut end = at + 1;
        while end < text.len() && text[end] != '\n' {
            end += 1;
            let closes = text[end - 1] == '`' && text[end - 2] != '`';
            if closes && !text.get(end).is_some_and(|c| is_wordy(*c)) {
                return end;
            }
        }
        self.no_code_before = end;
        at
    }

    /// An e-mail address, a URL with or without its scheme, or the name of a file.
    fn address_end(&mut self, text: &[char], at: usize) -> usize {
        if at < self.no_address_before {
            return at;
        }
        let name = while_in(text, at, is_of_name);
        if !before(text, at).is_some_and(is_wordy) {
            if text[name..].starts_with(&[':', '/', '/']) {
                return url_end(text, name);
            }
            let host = if text.get(name) == Some(&'@') {
                let end = while_in(text, name + 1, is_of_name);
                host_end(text, name + 1, end, false)
            } else {
                None
            };
            if let Some(end) = host.or_else(|| host_end(text, at, name, true)) {
                let goes_on = matches!(text.get(end), Some('/' | '?' | '#' | ':'));
                return if goes_on { url_end(text, end) } else { end };
            }
        }
        self.no_address_before = name;
        at
    }
}

/// The character before one.
fn before(text: &[char], at: usize) -> Option<char> {
    text.get(at.wrapping_sub(1)).copied()
}

/// Where what began at `at` stops to have a property.
fn while_in(text: &[char], at: usize, is_inside: fn(char) -> bool) -> usize {
    let mut end = at;
    while text.get(end).is_some_and(|c| is_inside(*c)) {
        end += 1;
    }
    end
}

/// Whether a word ends before `at`, with a letter or with the apostrophe of one (gʻ).
fn ends_word(text: &[char], at: usize) -> bool {
    before(text, at).is_some_and(|c| {
        is_wordy(c) || (is_apostrophe(c) && before(text, at - 1).is_some_and(is_wordy))
    })
}

fn is_wordy(c: char) -> bool {
    is_letter(c) || is_mark(c) || c.is_ascii_digit()
}

/// Whether a character can be in the name of a host, a file or a mailbox.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_joint(c)
}

fn is_joint(c: char) -> bool {
    matches!(c, '.' | '-' | '_' | '+' | '%')
}

/// The end of `{name}`: ASCII in one line and no brace inside. `at` if it is none.
fn placeholder_end(text: &[char], at: usize) -> usize {
    let end = while_in(text, at + 1, |c| matches!(c, ' '..='~') && !matches!(c, '{' | '}'));
    if text.get(end) == Some(&'}') { end + 1 } else { at }
}

/// The end of a mention or a tag with its sign; `at` if nothing follows the sign.
fn name_end(text: &[char], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(c) = text.get(end) {
        let joins =
            end > at + 1 && is_apostrophe(*c) && text.get(end + 1).is_some_and(|c| is_letter(*c));
        if !joins && !is_wordy(*c) && *c != '_' {
            break;
        }
        end += 1;
    }
    if end > at + 1 { end } else { at }
}

/// The end of a dotted name between two places, if its last label is one of those above
/// or `is_known` is not asked for: without a full stop at the end of the sentence, and
/// without a suffix after a hyphen (lex.uz-da).
fn host_end(text: &[char], at: usize, mut end: usize, is_known: bool) -> Option<usize> {
    while end > at && is_joint(text[end - 1]) {
        end -= 1;
    }
    let dot = at + text[at..end].iter().rposition(|c| *c == '.')?;
    let label_end = while_in(&text[..end], dot + 1, |c| c != '-');
    let label = &text[dot + 1..label_end];
    let is_label = |known: &&str| known.chars().eq(label.iter().map(|c| lower(*c)));
    let is_host = if is_known { LAST_LABELS.iter().any(is_label) } else { label.len() > 1 };
    (dot > at && is_host).then_some(label_end)
}

/// The end of a URL that goes on from `from`: up to a space or a quotation mark,
/// without the punctuation of the sentence around it.
fn url_end(text: &[char], from: usize) -> usize {
    let is_inside =
        |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '`' | '«' | '»' | '“' | '”');
    let mut end = while_in(text, from, is_inside);
    let closes = |c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '…');
    while end > from && (closes(text[end - 1]) || is_apostrophe(text[end - 1])) {
        end -= 1;
    }
    end
}
