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

/// How much a file weighs, rounded up: in kilobytes below a megabyte, else in megabytes with one
/// decimal. Decimal units, as networks and tariffs count (IEC 80000-13).
#[must_use]
pub fn file_size(bytes: u64) -> Message {
    if bytes <= 999_000 {
        m::size_kilobytes(bytes.div_ceil(1_000))
    } else {
        let tenths = i64::try_from(bytes.div_ceil(100_000)).unwrap_or(i64::MAX / 10);
        m::size_megabytes(Value::Hundredths(tenths * 10))
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

    #[test]
    fn a_file_is_never_told_lighter_than_it_is() {
        let megabytes = |hundredths| m::size_megabytes(Value::Hundredths(hundredths));
        for (bytes, words) in [
            (0, m::size_kilobytes(0_u64)),
            (1, m::size_kilobytes(1_u64)),
            (999_000, m::size_kilobytes(999_u64)),
            (999_001, megabytes(100)),
            (1_340_000, megabytes(140)),
        ] {
            assert_eq!(file_size(bytes), words, "{bytes}");
        }
    }
}
