//! Characters that take no room of their own.

/// Whether nothing of a character is seen wherever it stands: joiners, direction marks, variation
/// selectors, the soft hyphen, the byte order mark and the fillers (Unicode Technical Report #36).
/// White space and control characters are other matters.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_words_or_is_drawn_is_no_such_character() {
        for c in "a ў\u{301}ʻ'👩-\u{A0}\u{2028}\u{2029}\n\t\u{3000}".chars() {
            assert!(!is_unseen(c), "{c:?}");
        }
        assert!("\u{200D}\u{202E}\u{2066}\u{FE0F}".chars().all(is_unseen));
    }
}
