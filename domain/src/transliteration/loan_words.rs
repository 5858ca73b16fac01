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
    let first = usize::from(word[0] - b'a');
    let lines = &LINES[usize::from(STARTS[first])..usize::from(STARTS[first + 1])];
    let mut found = None;
    for line in lines.split(|byte| *byte == b'\n') {
        let len = line.iter().take_while(|byte| **byte != b'\t').count();
        // A longer stem comes after those it begins with.
        if len > 0 && word.starts_with(&line[..len]) {
            found = Some((len, &line[len + 1..]));
        }
    }
    let (len, cyrillic) = found?;
    Some((len, core::str::from_utf8(cyrillic).ok()?))
}

fn may_begin_stem(word: &[u8]) -> bool {
    let &[first @ b'a'..=b'z', second @ b'a'..=b'z', ..] = word else { return false };
    BEGINNINGS[usize::from(first - b'a')] & (1 << (second - b'a')) != 0
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
