//! What no transliteration touches: code, placeholders, mentions, tags and addresses.

use crate::letters::{is_apostrophe, is_letter, is_mark};

/// Last parts of names that are an address or a file even without `https://`.
const LAST_LABELS: [&str; 18] = [
    "com", "doc", "docx", "edu", "gov", "html", "info", "io", "jpg", "kz", "me", "net", "org",
    "pdf", "ru", "uz", "xls", "xlsx",
];

/// Finds the pieces, left to right. It remembers where a search failed, so that no
/// text makes it look at the same part again and again.
#[derive(Default)]
pub(super) struct Protected {
    /// No code begins before this byte.
    no_code_before: usize,
    /// No address begins before this byte.
    no_address_before: usize,
}

impl Protected {
    /// The end of the protected piece that begins at byte `at`, or `at` if none does.
    pub(super) fn end(&mut self, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        match rest.as_bytes().first() {
            Some(b'`') => self.code_end(text, at),
            Some(b'{') => at + placeholder_len(rest),
            Some(b'@' | b'#') => at + name_len(rest),
            Some(byte) if byte.is_ascii_alphanumeric() => self.address_end(text, at),
            _ => at,
        }
    }

    /// `code` stands in one line, and like a quotation between what are not letters;
    /// otherwise a backtick is an apostrophe, as in o`zbek.
    fn code_end(&mut self, text: &str, at: usize) -> usize {
        let is_wordy =
            |c: Option<char>| c.is_some_and(|c| is_letter(c) || is_mark(c) || c.is_ascii_digit());
        let before = text[..at].chars().next_back();
        if at < self.no_code_before || before == Some('`') || is_wordy(before) {
            return at;
        }
        let mut inner = false;
        for (offset, c) in text[at..].char_indices().skip(1) {
            let end = at + offset + c.len_utf8();
            match c {
                '`' if inner && !is_wordy(text[end..].chars().next()) => return end,
                '`' => {}
                '\n' => {
                    self.no_code_before = end;
                    return at;
                }
                _ => inner = true,
            }
        }
        self.no_code_before = text.len();
        at
    }

    /// An e-mail address, a URL with or without its scheme, or the name of a file.
    fn address_end(&mut self, text: &str, at: usize) -> usize {
        if at < self.no_address_before {
            return at;
        }
        let name = at + run_len(&text[at..]);
        if text[..at].chars().next_back().is_some_and(is_letter) {
            self.no_address_before = name;
            return at;
        }
        let after = &text[name..];
        if after.starts_with("://") {
            return url_end(text, name);
        }
        if let Some(host) = after.strip_prefix('@') {
            let host = &host[..run_len(host)];
            if let Some(len) = host_len(host, |label| label.len() > 1) {
                return name + 1 + len;
            }
        }
        let known = |label: &str| LAST_LABELS.iter().any(|l| label.eq_ignore_ascii_case(l));
        match host_len(&text[at..name], known) {
            Some(len) if text[at + len..].starts_with(['/', '?', '#', ':']) => {
                url_end(text, at + len)
            }
            Some(len) => at + len,
            None => {
                self.no_address_before = name;
                at
            }
        }
    }
}

/// The length of `{name}`: ASCII in one line and no brace inside. Zero if it is none.
fn placeholder_len(text: &str) -> usize {
    let inner = |b: &u8| matches!(b, b' '..=b'~') && !matches!(b, b'{' | b'}');
    let len = 1 + text.bytes().skip(1).take_while(inner).count();
    if text.as_bytes().get(len) == Some(&b'}') { len + 1 } else { 0 }
}

/// The length of a mention or a tag with its sign; zero if nothing follows the sign.
fn name_len(text: &str) -> usize {
    let mut end = 1;
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((offset, c)) = chars.next() {
        let inside = is_letter(c)
            || is_mark(c)
            || c.is_ascii_digit()
            || c == '_'
            || (is_apostrophe(c) && chars.peek().is_some_and(|(_, next)| is_letter(*next)));
        if !inside {
            break;
        }
        end = offset + c.len_utf8();
    }
    if end > 1 { end } else { 0 }
}

/// The length of what could be the name of a host, a file or a mailbox.
fn run_len(text: &str) -> usize {
    let inside =
        |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'%');
    text.bytes().take_while(inside).count()
}

/// The length of a dotted name whose last label is one: without a full stop at the end
/// of the sentence, and without a suffix after a hyphen (lex.uz-da).
fn host_len(run: &str, is_last: impl Fn(&str) -> bool) -> Option<usize> {
    let run = run.trim_end_matches(['.', '-', '_', '+', '%']);
    let (before, last) = run.rsplit_once('.')?;
    let label = last.split('-').next().unwrap_or(last);
    (!before.is_empty() && is_last(label)).then_some(before.len() + 1 + label.len())
}

/// The end of a URL that goes on after byte `from`: up to a space or a quotation mark,
/// without the punctuation of the sentence around it.
fn url_end(text: &str, from: usize) -> usize {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '«' | '»' | '“' | '”');
    let rest = &text[from..];
    let rest = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let closing = |c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '…') || is_apostrophe(c)
    };
    from + rest.trim_end_matches(closing).len()
}
