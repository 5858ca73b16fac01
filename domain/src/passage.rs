//! People's words as paragraphs, lines and links.
//!
//! User text is text: no markup in it means anything. Blank lines part paragraphs,
//! single breaks stay, and an `http` or `https` address becomes a link.

/// A run of text between blank lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph(pub Vec<Inline>);

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// A web address, both the target and what is shown.
    Link(String),
    /// A line break within the paragraph.
    Break,
}

/// Parts a text into paragraphs. Everything of it stays but white space around lines
/// and paragraphs.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut current: Vec<Inline> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            if !current.is_empty() {
                paragraphs.push(Paragraph(std::mem::take(&mut current)));
            }
            continue;
        }
        if !current.is_empty() {
            current.push(Inline::Break);
        }
        push_line(&mut current, line);
    }
    if !current.is_empty() {
        paragraphs.push(Paragraph(current));
    }
    paragraphs
}

fn push_line(inlines: &mut Vec<Inline>, line: &str) {
    let mut rest = line;
    while let Some((before, address, after)) = next_address(rest) {
        if !before.is_empty() {
            inlines.push(Inline::Text(before.to_owned()));
        }
        inlines.push(Inline::Link(address.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        inlines.push(Inline::Text(rest.to_owned()));
    }
}

/// The first web address in a line: what is before it, the address, what is after it.
fn next_address(line: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        // Not by all of "http", nor is a mark looked for in a text below: the standard
        // library's search for a text would weigh more than all of this.
        let start = from + line.get(from..)?.find('h')?;
        let candidate = line.get(start..)?;
        let scheme = ["https://", "http://"].into_iter().find(|s| candidate.starts_with(s));
        // Any letter beyond ASCII counts as one: its tables would weigh more than they tell.
        let is_letter = |c: char| c.is_ascii_alphanumeric() || (c > '\u{BF}' && c < '\u{2000}');
        let starts_a_word = !line.get(..start)?.chars().next_back().is_some_and(is_letter);
        if let Some(scheme) = scheme.filter(|_| starts_a_word) {
            let address = without_closing_marks(up_to_white_space(candidate));
            if address.len() > scheme.len() {
                let after = line.get(start + address.len()..)?;
                return Some((line.get(..start)?, address, after));
            }
        }
        from = start + 1;
    }
}

fn up_to_white_space(text: &str) -> &str {
    let is_end = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”')
    };
    text.split(is_end).next().unwrap_or_default()
}

/// An address without the marks of the sentence around it; a closing bracket stays
/// when the address opened it.
fn without_closing_marks(mut address: &str) -> &str {
    while let Some(last) = address.chars().next_back() {
        let opens = |bracket| address.bytes().any(|byte| byte == bracket);
        let is_mark = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' => true,
            ')' => !opens(b'('),
            ']' => !opens(b'['),
            _ => false,
        };
        if !is_mark {
            break;
        }
        address = address.strip_suffix(last).unwrap_or_default();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    fn link(address: &str) -> Inline {
        Inline::Link(address.into())
    }

    #[test]
    fn blank_lines_part_paragraphs_and_single_breaks_stay() {
        assert_eq!(
            paragraphs("bir\nikki\r\n \n\n\nuch"),
            [
                Paragraph(vec![text("bir"), Inline::Break, text("ikki")]),
                Paragraph(vec![text("uch")])
            ]
        );
        assert_eq!(paragraphs(" \n\n "), []);
    }

    #[test]
    fn an_address_is_a_link_without_the_sentence_around_it() {
        for (line, parts) in [
            (
                "(qarang: https://a.uz/b).",
                vec![text("(qarang: "), link("https://a.uz/b"), text(").")],
            ),
            ("https://a.uz/x_(y)", vec![link("https://a.uz/x_(y)")]),
            ("http://a http://b", vec![link("http://a"), text(" "), link("http://b")]),
            ("«https://a.uz»", vec![text("«"), link("https://a.uz"), text("»")]),
        ] {
            assert_eq!(paragraphs(line), [Paragraph(parts)], "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        for line in
            ["javascript:alert(1)", "https://", "xhttp://a", "http:/a", "<a href=x>", "https://."]
        {
            assert_eq!(paragraphs(line), [Paragraph(vec![text(line)])], "{line}");
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_line_is_lost(line in "(http|https://|[a-z.,)(<>»ў ]){0,12}") {
            let shown: String = paragraphs(&line)
                .into_iter()
                .flat_map(|paragraph| paragraph.0)
                .map(|inline| match inline {
                    Inline::Text(text) | Inline::Link(text) => text,
                    Inline::Break => "\n".into(),
                })
                .collect();
            prop_assert_eq!(shown, line.trim());
        }

        #[test]
        fn links_are_web_addresses(text in "\\PC{0,60}|(https?:|//|[a-z\"'<>]){0,20}") {
            for inline in paragraphs(&text).into_iter().flat_map(|paragraph| paragraph.0) {
                if let Inline::Link(address) = inline {
                    prop_assert!(address.starts_with("https://") || address.starts_with("http://"));
                    prop_assert!(!address.contains(char::is_whitespace));
                }
            }
        }
    }
}
