//! Words that the rules from Latin to Cyrillic get wrong. They are data, in
//! `loan_words.tsv`: a Latin stem in lower case with ' for any apostrophe, a tab, and the
//! Cyrillic stem, sorted by bytes. A stem stands for every word that begins with it.

const LINES: &[u8] = include_bytes!("loan_words.tsv");

/// For each first letter of a stem, a bit for each second one: most words are none of
/// these, and are known by it without a search.
const BEGINNINGS: [u32; 26] = {
    let mut bits = [0; 26];
    let mut at = 0;
    while at < LINES.len() {
        if at == 0 || LINES[at - 1] == b'\n' {
            bits[(LINES[at] - b'a') as usize] |= 1 << (LINES[at + 1] - b'a');
        }
        at += 1;
    }
    bits
};

/// For each letter, the byte where the lines of stems that begin with it start.
const STARTS: [u16; 27] = {
    let mut starts = [LINES.len() as u16; 27];
    let mut at = LINES.len();
    while at > 0 {
        at -= 1;
        if at == 0 || LINES[at - 1] == b'\n' {
            let mut letter = (LINES[at] - b'a') as usize;
            starts[letter] = at as u16;
            // A letter without stems starts where the next one does.
            while letter > 0 {
                letter -= 1;
                starts[letter] = at as u16;
            }
        }
    }
    starts
};

/// The longest stem that a lower-case Latin word begins with: its length in letters and
/// its Cyrillic. A ь at its end is for the bare word; suffixes push it out
/// (сентябрь, сентябрда).
pub(super) fn stem_of(word: &[u8]) -> Option<(usize, &'static str)> {
    if !may_begin_stem(word) {
        return None;
    }
    let mut word = &word[..word.len().min(24)];
    loop {
        let (latin, cyrillic) = last_up_to(word)?;
        let shared = latin.iter().zip(word).take_while(|(a, b)| a == b).count();
        if shared == latin.len() {
            return Some((shared, core::str::from_utf8(cyrillic).ok()?));
        }
        // Any shorter stem of this word is a beginning of that line too.
        word = &word[..shared];
    }
}

fn may_begin_stem(word: &[u8]) -> bool {
    let &[first @ b'a'..=b'z', second @ b'a'..=b'z', ..] = word else { return false };
    BEGINNINGS[usize::from(first - b'a')] & (1 << (second - b'a')) != 0
}

/// The last line whose stem is not after a word.
fn last_up_to(word: &[u8]) -> Option<(&'static [u8], &'static [u8])> {
    let first = usize::from(word.first()?.checked_sub(b'a')?);
    let (mut low, mut high) =
        (usize::from(*STARTS.get(first)?), usize::from(*STARTS.get(first + 1)?));
    let mut found = None;
    while low < high {
        let is_newline = |byte: &u8| *byte == b'\n';
        let middle = (low + high) / 2;
        let start = low + LINES[low..middle].iter().rposition(is_newline).map_or(0, |at| at + 1);
        let end = start + LINES[start..].iter().position(is_newline)?;
        let tab = start + LINES[start..end].iter().position(|byte| *byte == b'\t')?;
        if &LINES[start..tab] <= word {
            found = Some((&LINES[start..tab], &LINES[tab + 1..end]));
            low = end + 1;
        } else {
            high = start;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Transliteration::{UzbekToCyrillic, UzbekToLatin};

    fn lines() -> Vec<(&'static str, &'static str)> {
        let text = core::str::from_utf8(LINES).unwrap();
        text.lines().map(|line| line.split_once('\t').unwrap()).collect()
    }

    #[test]
    fn the_list_is_sorted_and_every_stem_is_found() {
        assert!(lines().is_sorted_by(|one, next| one.0 < next.0));
        for (latin, cyrillic) in lines() {
            assert_eq!(stem_of(latin.as_bytes()), Some((latin.len(), cyrillic)));
            assert!(latin.len() <= 24, "{latin}");
        }
    }

    #[test]
    fn the_longest_stem_wins() {
        assert_eq!(stem_of(b"sirkadan"), Some((5, "сирка")));
        assert_eq!(stem_of(b"sentabrda"), Some((7, "сентябрь")));
        assert_eq!(stem_of(b"sirkda"), Some((4, "цирк")));
        assert_eq!(stem_of(b"sen"), None);
        assert_eq!(stem_of(b"zzz"), None);
        assert_eq!(stem_of(b""), None);
    }

    #[test]
    fn every_stem_goes_there_and_back() {
        for (latin, cyrillic) in lines() {
            let latin = latin.replace("o'", "oʻ").replace("g'", "gʻ").replace('\'', "ʼ");
            assert_eq!(UzbekToCyrillic.apply(&latin), cyrillic);
            assert_eq!(UzbekToLatin.apply(cyrillic), latin);
        }
    }
}
