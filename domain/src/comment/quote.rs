//! A passage of a comment, quoted in a reply to it.

use serde::{Deserialize, Serialize};

use super::{Author, CountGraphemes};
use crate::{LanguageTag, from_json};

/// The greatest length of a quoted passage, in grapheme clusters.
pub const QUOTE_GRAPHEMES_MAX: usize = 500;

/// A passage to be quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewQuote {
    /// Words of the comment that is replied to, one after another as they stand there, whatever
    /// white space parts them: 1 to 500 graphemes.
    pub text: String,
}

/// A passage of the comment that is replied to, as it stood there when the reply was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quote {
    /// The passage, in plain text.
    pub text: String,
    /// Its language.
    pub language: LanguageTag,
    /// Who wrote it.
    #[serde(default)]
    pub author: Author,
    /// Whether its author has changed the comment since, so that the passage is not there any
    /// more.
    #[serde(default)]
    pub since_edited: bool,
}

from_json!(Quote { text: required, language: required, author: optional, since_edited: optional });

/// Why a passage cannot be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteRefusal {
    /// There is nothing in it.
    Empty,
    /// It is too long.
    TooLong {
        /// By how many grapheme clusters.
        over: usize,
    },
    /// The comment does not say it.
    NotThere,
}

/// The passage of a comment's text that says just these words, as it stands there: white space
/// may be another one, since what is selected on a page has lost the lines of the text. In time
/// linear in the length of both.
///
/// # Errors
/// The first reason why it cannot be quoted.
pub fn accept_quote<'a>(
    text: &'a str,
    quoted: &str,
    count: CountGraphemes,
) -> Result<&'a str, QuoteRefusal> {
    let wanted = Spaced::of(quoted.trim()).text;
    if wanted.is_empty() {
        return Err(QuoteRefusal::Empty);
    }
    check_length(count(&wanted))?;
    let passage = find_passage(text, &wanted).ok_or(QuoteRefusal::NotThere)?;
    check_length(count(passage))?;
    Ok(passage)
}

fn check_length(length: usize) -> Result<(), QuoteRefusal> {
    match length.checked_sub(QUOTE_GRAPHEMES_MAX) {
        None | Some(0) => Ok(()),
        Some(over) => Err(QuoteRefusal::TooLong { over }),
    }
}

/// Whether a text still says a passage that was quoted from it. In time linear in the length of
/// both.
#[must_use]
pub fn has_passage(text: &str, passage: &str) -> bool {
    find_passage(text, &Spaced::of(passage.trim()).text).is_some()
}

/// Where a text first says words with one space between them, whatever white space it has there.
fn find_passage<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let spaced = Spaced::of(text);
    let start = first_place(wanted.as_bytes(), spaced.text.as_bytes())?;
    let end = spaced.places.get(start + wanted.len()).copied().unwrap_or(text.len());
    text.get(*spaced.places.get(start)?..end)
}

/// A text with one space in the place of all white space between two words.
struct Spaced {
    text: String,
    /// Where the letter of each of its bytes stands in the text as it was.
    places: Vec<usize>,
}

impl Spaced {
    fn of(text: &str) -> Self {
        let mut spaced = Self { text: String::with_capacity(text.len()), places: Vec::new() };
        for (place, letter) in text.char_indices() {
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            if letter != ' ' || !spaced.text.ends_with(' ') {
                spaced.text.push(letter);
                spaced.places.resize(spaced.text.len(), place);
            }
        }
        spaced
    }
}

/// Where some bytes first stand among others; `None` for no bytes (Knuth, Morris and Pratt, 1977).
/// The standard library's search would do, and make what a phone loads for quoting 4.6 kB heavier.
fn first_place(wanted: &[u8], bytes: &[u8]) -> Option<usize> {
    // Of each beginning of what is wanted: how long a shorter beginning is its end again.
    let mut shorter = vec![0];
    let mut matched = 0;
    for byte in wanted.iter().skip(1) {
        matched = longest_match(wanted, &shorter, matched, *byte);
        shorter.push(matched);
    }
    let mut matched = 0;
    for (place, byte) in bytes.iter().enumerate() {
        matched = longest_match(wanted, &shorter, matched, *byte);
        if matched == wanted.len() {
            return (place + 1).checked_sub(matched).filter(|_| matched > 0);
        }
    }
    None
}

/// How long a beginning of what is wanted ends with that byte, where one of the length `matched`
/// ends before it.
fn longest_match(wanted: &[u8], shorter: &[usize], mut matched: usize, byte: u8) -> usize {
    loop {
        if wanted.get(matched) == Some(&byte) {
            return matched + 1;
        }
        match matched.checked_sub(1).and_then(|last| shorter.get(last)) {
            Some(next) => matched = *next,
            None => return 0,
        }
    }
}

/// What of a text can be quoted without selecting it: each of its sentences, and each paragraph
/// that has several, before its sentences. What is too long to be quoted is left out.
#[must_use]
pub fn passages(text: &str, count: CountGraphemes) -> Vec<&str> {
    let mut passages = Vec::new();
    for paragraph in paragraphs(text) {
        let sentences = sentences(paragraph);
        if sentences.len() > 1 {
            passages.push(paragraph);
        }
        passages.extend(sentences);
    }
    passages.retain(|passage| count(passage) <= QUOTE_GRAPHEMES_MAX);
    passages
}

/// The runs of lines between blank ones.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.extend(text.get(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    paragraphs.extend(text.get(start..));
    paragraphs.into_iter().map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// The sentences of a paragraph: each ends with a mark that ends one and the space after it. A
/// mark before a small letter or a figure ends none, as in an abbreviation (*masalan, 5 ming.
/// soʻm*) or a list that begins with numbers.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut has_ended = false;
    let mut has_space = false;
    for (at, letter) in paragraph.char_indices() {
        if letter.is_whitespace() {
            has_space |= has_ended;
            continue;
        }
        if has_space && !letter.is_lowercase() && !letter.is_ascii_digit() {
            sentences.extend(paragraph.get(start..at));
            start = at;
        }
        let closes = matches!(letter, '»' | '”' | '"' | ')' | '’');
        has_ended =
            matches!(letter, '.' | '!' | '?' | '…' | '؟') || (has_ended && closes && !has_space);
        has_space = false;
    }
    sentences.extend(paragraph.get(start..));
    sentences.into_iter().map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graphemes;

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn what_was_selected_is_found_though_its_lines_are_lost() {
        let text = "Bir  ikki\nuch.\n\nToʻrt <b>besh</b>.";
        for (quoted, passage) in [
            ("ikki uch.", Ok("ikki\nuch.")),
            (" uch. Toʻrt ", Ok("uch.\n\nToʻrt")),
            ("<b>besh</b>", Ok("<b>besh</b>")),
            ("r ik", Ok("r  ik")),
            ("ikki Toʻrt", Err(QuoteRefusal::NotThere)),
            ("ikkiuch", Err(QuoteRefusal::NotThere)),
            ("uch. x", Err(QuoteRefusal::NotThere)),
            (" \n", Err(QuoteRefusal::Empty)),
        ] {
            assert_eq!(accept_quote(text, quoted, graphemes), passage, "{quoted}");
        }
    }

    #[test]
    fn a_passage_may_be_as_long_as_the_limit_and_no_longer() {
        let text = "ў".repeat(QUOTE_GRAPHEMES_MAX + 1);
        let longest = "ў".repeat(QUOTE_GRAPHEMES_MAX);
        assert_eq!(accept_quote(&text, &longest, graphemes), Ok(longest.as_str()));
        let refusal = Err(QuoteRefusal::TooLong { over: 1 });
        assert_eq!(accept_quote(&text, &text, graphemes), refusal);
        let wide = format!("a{}b", " ".repeat(QUOTE_GRAPHEMES_MAX - 1));
        assert_eq!(accept_quote(&wide, "a b", graphemes), refusal, "as it stands there");
    }

    #[test]
    fn hostile_words_are_looked_for_in_time_that_grows_with_their_length() {
        let length = 300_000;
        let start = std::time::Instant::now();
        for (text, passage) in [
            ("a".repeat(2 * length), "a".repeat(length) + "b"),
            ("a ".repeat(2 * length), "a ".repeat(length) + "b"),
            (" \n".repeat(length) + "a", " ".repeat(length) + "b"),
        ] {
            assert!(!has_passage(&text, &passage));
        }
        assert!(start.elapsed().as_secs() < 30);
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let text = "Suv kerak! Kim beradi?\nMasalan, 5.5 ming. soʻm «Ha.» Shunday.\n\nOxiri";
        assert_eq!(
            passages(text, graphemes),
            [
                "Suv kerak! Kim beradi?\nMasalan, 5.5 ming. soʻm «Ha.» Shunday.",
                "Suv kerak!",
                "Kim beradi?",
                "Masalan, 5.5 ming. soʻm «Ha.»",
                "Shunday.",
                "Oxiri",
            ]
        );
    }

    #[test]
    fn what_is_too_long_to_be_quoted_is_not_offered() {
        let long = "a".repeat(QUOTE_GRAPHEMES_MAX + 1);
        assert_eq!(passages(&format!("{long}. Qisqa."), graphemes), ["Qisqa."]);
        assert!(passages(" \n", graphemes).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_offered_can_be_quoted(text in "([a-zA-Zў.!? \n«»<>]|\\PC){0,80}") {
            for passage in passages(&text, graphemes) {
                let quoted = accept_quote(&text, passage, graphemes);
                prop_assert_eq!(quoted.map(words), Ok(words(passage)));
            }
        }

        #[test]
        fn what_is_accepted_says_the_words_and_stands_in_the_text(
            text in "[ab \n]{0,30}",
            quoted in "[ab \n]{0,6}",
        ) {
            if let Ok(passage) = accept_quote(&text, &quoted, graphemes) {
                prop_assert!(text.contains(passage));
                prop_assert_eq!(words(passage), words(&quoted));
                prop_assert!(has_passage(&text, passage));
            }
        }

        #[test]
        fn a_passage_is_found_where_its_words_stand_one_after_another(
            text in "[ab \n]{0,30}",
            quoted in "[ab \n]{0,6}",
        ) {
            let (said, wanted) = (words(&text).join(" "), words(&quoted).join(" "));
            prop_assert_eq!(has_passage(&text, &quoted), !wanted.is_empty() && said.contains(&wanted));
        }

        #[test]
        fn any_part_of_a_text_can_be_quoted(text in "\\PC{1,40}", start in 0usize..40, length in 1usize..40) {
            let part: String = text.chars().skip(start).take(length).collect();
            prop_assume!(!part.trim().is_empty());
            prop_assert!(accept_quote(&text, &part, graphemes).is_ok());
        }

        #[test]
        fn no_word_of_a_text_is_offered_to_nobody(text in "[a-zA-Z.!? \n]{0,80}") {
            let offered: Vec<&str> = passages(&text, graphemes).into_iter().flat_map(words).collect();
            for word in words(&text) {
                prop_assert!(offered.contains(&word), "{}", word);
            }
        }
    }
}
