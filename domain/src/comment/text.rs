//! What a comment's text may be.
//!
//! Length is counted in grapheme clusters (Unicode Standard Annex #29), which is
//! what a person sees as one character: oʻ is two, a family emoji is one.

use crate::unseen::is_unseen;

/// Counts the grapheme clusters of a text. The rule is the standard's; its tables are the
/// caller's, because a browser has them already and 6 kB of them would be loaded by every
/// phone again.
pub type CountGraphemes = fn(&str) -> usize;

/// Counts grapheme clusters where there is no browser.
#[cfg(any(test, feature = "graphemes"))]
#[must_use]
pub fn graphemes(text: &str) -> usize {
    unicode_segmentation::UnicodeSegmentation::graphemes(text, true).count()
}

/// The greatest length, in grapheme clusters.
pub const COMMENT_GRAPHEMES_MAX: usize = 2_000;
/// The greatest size, in bytes of UTF-8: one cluster can hold any number of marks.
pub const COMMENT_BYTES_MAX: usize = 16_000;

/// The greatest length of a note or an appeal, in grapheme clusters.
pub const NOTE_GRAPHEMES_MAX: usize = 500;
/// The greatest size of a note or an appeal, in bytes of UTF-8.
pub const NOTE_BYTES_MAX: usize = 4_000;

/// Why a text cannot be a comment, or a note to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRefusal {
    /// Nothing in it can be seen.
    Empty,
    /// It is too long.
    TooLong {
        /// By how many grapheme clusters.
        over: usize,
    },
    /// It is over the greatest size although not too long.
    TooHeavy,
    /// It holds a control character other than a line break or a tab.
    ControlCharacter,
}

/// The text as it will be kept: without the space around it, otherwise untouched.
///
/// # Errors
/// The first reason why it cannot be a comment.
pub fn accept_comment_text(typed: &str, count: CountGraphemes) -> Result<&str, TextRefusal> {
    accept_within(typed, COMMENT_GRAPHEMES_MAX, COMMENT_BYTES_MAX, count)
}

/// The same for another text, of at most `limit` grapheme clusters.
///
/// # Errors
/// The first reason why it cannot be kept.
pub fn accept_text(typed: &str, limit: usize, count: CountGraphemes) -> Result<&str, TextRefusal> {
    accept_within(typed, limit, COMMENT_BYTES_MAX, count)
}

/// The same for a note: what a report or a decision adds, an appeal, and a word about an outcome.
///
/// # Errors
/// The first reason why it cannot be one.
pub fn accept_note(typed: &str, count: CountGraphemes) -> Result<&str, TextRefusal> {
    accept_within(typed, NOTE_GRAPHEMES_MAX, NOTE_BYTES_MAX, count)
}

/// The same for a note that may be left out: `None` when nothing in it can be seen.
///
/// # Errors
/// As for [`accept_note`], but never [`TextRefusal::Empty`].
pub fn accept_optional_note(
    typed: &str,
    count: CountGraphemes,
) -> Result<Option<&str>, TextRefusal> {
    match accept_note(typed, count) {
        Ok(note) => Ok(Some(note)),
        Err(TextRefusal::Empty) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

fn accept_within(
    typed: &str,
    graphemes_max: usize,
    bytes_max: usize,
    count: CountGraphemes,
) -> Result<&str, TextRefusal> {
    let text = typed.trim();
    if !text.chars().any(is_seen) {
        return Err(TextRefusal::Empty);
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(TextRefusal::ControlCharacter);
    }
    let over = -graphemes_left(text, graphemes_max, count);
    if over > 0 {
        return Err(TextRefusal::TooLong { over: over.unsigned_abs() as usize });
    }
    if text.len() > bytes_max {
        return Err(TextRefusal::TooHeavy);
    }
    Ok(text)
}

/// How many grapheme clusters of at most `limit` may still be typed; negative when there are
/// too many. The space around the text does not count.
#[must_use]
pub fn graphemes_left(typed: &str, limit: usize, count: CountGraphemes) -> i64 {
    limit as i64 - count(typed.trim()) as i64
}

fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !is_unseen(c)
}

/// A mark at which a person who cannot see the counter is told what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountMark {
    /// 50, 20 or 0 are left.
    Left(i64),
    /// It is too long, which is told once and not at every key.
    Over,
}

/// The mark that the last change of a text crossed downwards, given what was left
/// before and after it; the lowest one when it crossed several, `None` when none.
#[must_use]
pub fn count_mark_crossed(left_before: i64, left_after: i64) -> Option<CountMark> {
    if left_before >= 0 && left_after < 0 {
        return Some(CountMark::Over);
    }
    [0, 20, 50]
        .into_iter()
        .find(|mark| left_after <= *mark && left_before > *mark && left_after >= 0)
        .map(|_| CountMark::Left(left_after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_family_is_one_character_and_the_space_around_is_none() {
        assert_eq!(graphemes_left("  👨‍👩‍👧‍👦\n", 70, graphemes), 69);
        assert_eq!(graphemes_left("oʻ", 70, graphemes), 68);
        assert_eq!(graphemes_left("ǵ", 0, graphemes), -1);
    }

    #[test]
    fn the_limit_itself_is_allowed_and_one_more_is_not() {
        let longest = "ў".repeat(COMMENT_GRAPHEMES_MAX);
        assert_eq!(accept_comment_text(&longest, graphemes), Ok(longest.as_str()));
        let longer = format!("{longest}👍");
        assert_eq!(accept_comment_text(&longer, graphemes), Err(TextRefusal::TooLong { over: 1 }));
    }

    #[test]
    fn a_note_is_shorter_and_may_be_left_out_where_nothing_asks_for_it() {
        let longest = "ў".repeat(NOTE_GRAPHEMES_MAX);
        assert_eq!(accept_note(&longest, graphemes), Ok(longest.as_str()));
        let longer = format!("{longest}👍");
        for accepted in
            [accept_note(&longer, graphemes).map(Some), accept_optional_note(&longer, graphemes)]
        {
            assert_eq!(accepted, Err(TextRefusal::TooLong { over: 1 }));
        }
        assert_eq!(accept_note(" \n", graphemes), Err(TextRefusal::Empty));
        assert_eq!(accept_optional_note(" \n", graphemes), Ok(None));
        assert_eq!(accept_optional_note(" ha ", graphemes), Ok(Some("ha")));
    }

    #[test]
    fn what_cannot_be_seen_is_empty() {
        for text in ["", " \n\t ", "\u{200B}\u{FEFF}", "\u{200D}\u{3164}"] {
            assert_eq!(accept_comment_text(text, graphemes), Err(TextRefusal::Empty), "{text:?}");
        }
    }

    #[test]
    fn piled_up_marks_and_control_characters_are_refused() {
        let pile = format!("a{}", "\u{0301}".repeat(COMMENT_BYTES_MAX));
        assert_eq!(accept_comment_text(&pile, graphemes), Err(TextRefusal::TooHeavy));
        assert_eq!(accept_comment_text("a\u{0}b", graphemes), Err(TextRefusal::ControlCharacter));
        assert_eq!(accept_comment_text("a\r\n\tb", graphemes), Ok("a\r\n\tb"));
    }

    #[test]
    fn marks_are_told_once_on_the_way_down() {
        assert_eq!(count_mark_crossed(51, 50), Some(CountMark::Left(50)));
        assert_eq!(count_mark_crossed(50, 49), None);
        assert_eq!(count_mark_crossed(300, 7), Some(CountMark::Left(7)));
        assert_eq!(count_mark_crossed(1, 0), Some(CountMark::Left(0)));
        assert_eq!(count_mark_crossed(0, -1), Some(CountMark::Over));
        assert_eq!(count_mark_crossed(-1, -2), None);
        assert_eq!(count_mark_crossed(10, 60), None);
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_accepted_again(typed in "\\PC{0,40}|[\\s\\x00-\\x1f\\u{300}\\u{200d}]{0,9}") {
            if let Ok(text) = accept_comment_text(&typed, graphemes) {
                prop_assert_eq!(accept_comment_text(text, graphemes), Ok(text));
            }
        }
    }
}
