//! Sums of money and big numbers, in full and in short.

use super::{Message, Value, m};

/// A sum in whole soʻm, which has no minor unit in use: `1 500 000 soʻm`.
#[must_use]
pub fn money(soums: i64) -> Message {
    m::money(soums)
}

/// The same in short, for a glance: `1,36 mlrd soʻm`.
#[must_use]
pub fn short_money(soums: i64) -> Message {
    m::money(short_number(soums))
}

/// A number in thousands, millions, billions or trillions, with at most two decimals,
/// rounded half away from zero; below a thousand as it is.
#[must_use]
pub fn short_number(number: i64) -> Message {
    let in_units = |unit: i64| {
        let half = i128::from(unit) / 2 * i128::from(number.signum());
        (i128::from(number) * 100 + half) / i128::from(unit)
    };
    // What rounds up to a thousand of one unit is one of the next.
    let fits = |unit: i64| in_units(unit).abs() < 100_000;
    let decimal = |unit: i64| Value::Hundredths(i64::try_from(in_units(unit)).unwrap_or(i64::MAX));
    const THOUSAND: i64 = 1_000;
    const MILLION: i64 = 1_000_000;
    const BILLION: i64 = 1_000_000_000;
    if number.unsigned_abs() < THOUSAND.unsigned_abs() {
        m::verbatim(number)
    } else if fits(THOUSAND) {
        m::amount_thousand(decimal(THOUSAND))
    } else if fits(MILLION) {
        m::amount_million(decimal(MILLION))
    } else if fits(BILLION) {
        m::amount_billion(decimal(BILLION))
    } else {
        m::amount_trillion(decimal(BILLION * THOUSAND))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_fits_the_number() {
        let hundredths = Value::Hundredths;
        for (number, words) in [
            (0, m::verbatim(0_i64)),
            (-999, m::verbatim(-999_i64)),
            (1_000, m::amount_thousand(hundredths(100))),
            (999_994, m::amount_thousand(hundredths(99_999))),
            (999_995, m::amount_million(hundredths(100))),
            (1_360_000_000, m::amount_billion(hundredths(136))),
            (-1_365_000_000, m::amount_billion(hundredths(-137))),
            (3_200_000_000_000, m::amount_trillion(hundredths(320))),
            (i64::MAX, m::amount_trillion(hundredths(922_337_204))),
            (i64::MIN, m::amount_trillion(hundredths(-922_337_204))),
        ] {
            assert_eq!(short_number(number), words, "{number}");
        }
    }
}
