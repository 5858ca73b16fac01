//! Roman numerals: the twenty-first century is XXI in both scripts.

/// Whether a word of ASCII letters is a Roman numeral rather than an abbreviation.
///
/// One letter counts only as I, V or X, and a word with D or M only from four letters on:
/// shorter ones are initials and abbreviations.
pub(super) fn is_numeral(word: &[u8]) -> bool {
    let shape = match word {
        [one] => matches!(one, b'I' | b'V' | b'X'),
        _ => word.len() >= 4 || !word.iter().any(|c| matches!(c, b'D' | b'M')),
    };
    shape && word.len() <= 15 && is_well_formed(word)
}

/// Whether the letters make a number from 1 to 3999 as it is written today.
fn is_well_formed(word: &[u8]) -> bool {
    let mut rest = word;
    for (one, five, ten) in
        [(b'M', 0, 0), (b'C', b'D', b'M'), (b'X', b'L', b'C'), (b'I', b'V', b'X')]
    {
        rest = match rest {
            [a, b, tail @ ..] if *a == one && ten != 0 && (*b == five || *b == ten) => tail,
            _ => {
                let tail = rest.strip_prefix(&[five]).unwrap_or(rest);
                let ones = tail.iter().take(3).take_while(|c| **c == one).count();
                &tail[ones..]
            }
        };
    }
    !word.is_empty() && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_told_from_abbreviations() {
        for numeral in ["I", "IV", "V", "IX", "XIX", "XXI", "XLIV", "XC", "MMXXVI", "MCMXCI"] {
            assert!(is_numeral(numeral.as_bytes()), "{numeral}");
        }
        for other in ["", "M", "D", "L", "IIV", "IIII", "VX", "XIL", "DIL", "MI", "AQSH", "xx"] {
            assert!(!is_numeral(other.as_bytes()), "{other}");
        }
    }
}
