//! Moments and calendar dates.
//!
//! The platform's deadlines are in Tashkent time, UTC+5 without summer time, so
//! a fixed offset is exact and the tables of a date library, which would weigh
//! 12 kB on every phone, are not needed. The tests compare with one.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

use crate::FromJson;

/// How far Tashkent is ahead of UTC, in seconds.
pub const TASHKENT_OFFSET_SECONDS: i64 = 5 * 3600;

const DAY_SECONDS: i64 = 86_400;

/// A moment: whole seconds since 1970-01-01T00:00:00Z. Travels as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate {
    /// The year; 0 is 1 BC.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl CivilDate {
    /// The date that many days after 1970-01-01.
    ///
    /// Counts years from March so that the leap day comes last (Howard Hinnant,
    /// "chrono-Compatible Low-Level Date Algorithms").
    #[must_use]
    pub fn from_epoch_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year, month: month as u8, day: day as u8 }
    }

    /// How many days after 1970-01-01 the date is; negative before.
    #[must_use]
    pub fn epoch_days(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    pub(crate) fn exists(self) -> bool {
        (1..=12).contains(&self.month)
            && self.day >= 1
            && Self::from_epoch_days(self.epoch_days()) == self
    }
}

impl Timestamp {
    /// Reads RFC 3339 (`2026-02-05T18:00:00Z`, `…+05:00`, `…00.123Z`); a fraction of
    /// a second is dropped. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(['T', 't', ' '])?;
        let date = CivilDate {
            year: number(date.get(0..4)?)?,
            month: u8::try_from(number(date.get(5..7)?)?).ok()?,
            day: u8::try_from(number(date.get(8..)?)?).ok()?,
        };
        let separators = text.as_bytes();
        if separators.get(4) != Some(&b'-') || separators.get(7) != Some(&b'-') || !date.exists() {
            return None;
        }
        let hour = number(time.get(0..2)?).filter(|hour| *hour < 24)?;
        let minute = number(time.get(3..5)?).filter(|minute| *minute < 60)?;
        let second = number(time.get(6..8)?).filter(|second| *second <= 60)?;
        if time.as_bytes().get(2) != Some(&b':') || time.as_bytes().get(5) != Some(&b':') {
            return None;
        }
        let zone = time.get(8..)?;
        let zone = match zone.strip_prefix('.') {
            Some(fraction) => {
                let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
                fraction.get(digits..).filter(|_| digits > 0)?
            }
            None => zone,
        };
        let offset = zone_offset_seconds(zone)?;
        let seconds = date.epoch_days() * DAY_SECONDS + hour * 3600 + minute * 60 + second;
        Some(Self(seconds - offset))
    }

    /// The calendar date in Tashkent.
    #[must_use]
    pub fn tashkent_date(self) -> CivilDate {
        CivilDate::from_epoch_days(self.tashkent_epoch_days())
    }

    /// The hour and minute in Tashkent.
    #[must_use]
    pub fn tashkent_time(self) -> (u8, u8) {
        let seconds = (self.0 + TASHKENT_OFFSET_SECONDS).rem_euclid(DAY_SECONDS);
        ((seconds / 3600) as u8, (seconds % 3600 / 60) as u8)
    }

    /// How many midnights of Tashkent lie between this moment and a later one;
    /// 0 on the same day, negative for an earlier one.
    #[must_use]
    pub fn tashkent_days_until(self, later: Self) -> i64 {
        later.tashkent_epoch_days() - self.tashkent_epoch_days()
    }

    fn tashkent_epoch_days(self) -> i64 {
        (self.0 + TASHKENT_OFFSET_SECONDS).div_euclid(DAY_SECONDS)
    }
}

/// A number made of digits alone, which `str::parse` would not insist on.
fn number(digits: &str) -> Option<i64> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn zone_offset_seconds(zone: &str) -> Option<i64> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let hours = number(hours).filter(|hours| *hours < 24)?;
    let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
    Some(sign * (hours * 3600 + minutes * 60))
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CivilDate { year, month, day } =
            CivilDate::from_epoch_days(self.0.div_euclid(DAY_SECONDS));
        let seconds = self.0.rem_euclid(DAY_SECONDS);
        let (hour, minute, second) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not an RFC 3339 time"))
    }
}

impl FromJson for Timestamp {
    fn from_json(value: &Value) -> Option<Self> {
        Self::parse(value.as_str()?)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Timestamp {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Timestamp {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("Timestamp")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn moments_agree_with_a_date_library(seconds in -62_000_000_000_i64..200_000_000_000) {
            let theirs = jiff::Timestamp::from_second(seconds).unwrap().to_string();
            prop_assert_eq!(Timestamp(seconds).to_string(), theirs.clone());
            prop_assert_eq!(Timestamp::parse(&theirs), Some(Timestamp(seconds)));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,30}") {
            let _ = Timestamp::parse(&text);
        }
    }

    #[test]
    fn offsets_and_fractions_are_read() {
        let noon = Timestamp::parse("2026-02-05T12:00:00Z");
        assert!(noon.is_some());
        assert_eq!(Timestamp::parse("2026-02-05T17:00:00+05:00"), noon);
        assert_eq!(Timestamp::parse("2026-02-05T12:00:00.987654Z"), noon);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-02-05",
            "2026-02-30T12:00:00Z",
            "2026-13-01T12:00:00Z",
            "2026-02-05T24:00:00Z",
            "2026-02-05T12:00:00",
            "2026-02-05T12:00:00.Z",
            "2026/02/05T12:00:00Z",
            "+026-02-05T12:00:00Z",
            "2026-02-05T12:00:00+5:00",
            "2026-02-051T12:00:00Z",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_turns_at_midnight_in_tashkent() {
        let before = Timestamp::parse("2026-02-05T18:59:59Z").unwrap();
        let after = Timestamp::parse("2026-02-05T19:00:00Z").unwrap();
        assert_eq!(before.tashkent_date(), CivilDate { year: 2026, month: 2, day: 5 });
        assert_eq!(after.tashkent_date(), CivilDate { year: 2026, month: 2, day: 6 });
        assert_eq!((before.tashkent_time(), after.tashkent_time()), ((23, 59), (0, 0)));
        assert_eq!(before.tashkent_days_until(after), 1);
    }
}
