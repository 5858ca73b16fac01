//! How much one colour stands out from another.

/// A colour as its red, green and blue parts.
pub type Rgb = [u8; 3];

/// Reads `#rrggbb` or `#rgb`; `None` for anything else.
#[must_use]
pub fn rgb(written: &str) -> Option<Rgb> {
    let digits = written.trim().strip_prefix('#')?;
    let digit = |at: usize| {
        let digit = char::from(*digits.as_bytes().get(at)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    match digits.len() {
        3 => Some([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17]),
        6 => {
            let part = |at: usize| Some(digit(at)? * 16 + digit(at + 1)?);
            Some([part(0)?, part(2)?, part(4)?])
        }
        _ => None,
    }
}

/// The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, from 0 for black to 1 for white.
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ratios_are_those_every_other_tool_measures() {
        let ratio = |one, other| contrast(rgb(one).unwrap(), rgb(other).unwrap());
        assert!((ratio("#000000", "#fff") - 21.0).abs() < 1e-9);
        assert!((ratio("#777777", "#ffffff") - 4.478).abs() < 0.001);
        assert!((ratio("#0000ff", "#ffffff") - 8.592).abs() < 0.001);
    }

    #[test]
    fn what_is_no_colour_is_not_read_as_one() {
        for written in ["", "#", "#12", "#12345", "#1234567", "#ggg", "red", "12345é", "#é12345"]
        {
            assert_eq!(rgb(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_colour_is_named_first(one: [u8; 3], other: [u8; 3]) {
            let ratio = contrast(one, other);
            prop_assert_eq!(ratio, contrast(other, one));
            prop_assert!((1.0..=21.0 + 1e-9).contains(&ratio));
        }
    }
}
