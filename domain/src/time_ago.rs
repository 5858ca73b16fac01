//! How long ago something was, in the unit a person would use.

use crate::time::Timestamp;

const MINUTE_SECONDS: i64 = 60;
const HOUR_SECONDS: i64 = 3600;
/// From here on the date says more.
const DAYS_MAX: i64 = 6;

/// How long ago something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeAgo {
    /// Less than a minute, or ahead by a device's wrong clock.
    Now,
    /// Whole minutes, 1 to 59.
    Minutes(i64),
    /// Whole hours of the same day, or of less than twelve hours.
    Hours(i64),
    /// On the day before, by the calendar of Tashkent.
    Yesterday,
    /// That many days before, 2 to 6, by the calendar of Tashkent.
    Days(i64),
    /// Longer ago: the date is what tells when.
    LongAgo,
}

/// How long before `now` something was.
#[must_use]
pub fn time_ago(at: Timestamp, now: Timestamp) -> TimeAgo {
    let seconds = now.0.saturating_sub(at.0);
    let days = at.tashkent_days_until(now);
    match (seconds, days) {
        (..MINUTE_SECONDS, _) => TimeAgo::Now,
        (..HOUR_SECONDS, _) => TimeAgo::Minutes(seconds / MINUTE_SECONDS),
        // At one in the morning "3 hours ago" is clearer than "yesterday".
        (_, 0) | (..43_200, _) => TimeAgo::Hours(seconds / HOUR_SECONDS),
        (_, 1) => TimeAgo::Yesterday,
        (_, ..=DAYS_MAX) => TimeAgo::Days(days),
        _ => TimeAgo::LongAgo,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_unit_is_the_one_a_person_would_use() {
        let at = |text| Timestamp::parse(text).unwrap();
        let now = at("2026-02-05T20:00:00+05:00");
        for (then, ago) in [
            ("2026-02-05T20:00:01+05:00", TimeAgo::Now),
            ("2026-02-05T19:59:01+05:00", TimeAgo::Now),
            ("2026-02-05T19:59:00+05:00", TimeAgo::Minutes(1)),
            ("2026-02-05T19:00:01+05:00", TimeAgo::Minutes(59)),
            ("2026-02-05T00:00:00+05:00", TimeAgo::Hours(20)),
            ("2026-02-04T23:59:59+05:00", TimeAgo::Yesterday),
            ("2026-02-03T23:00:00+05:00", TimeAgo::Days(2)),
            ("2026-01-30T00:00:00+05:00", TimeAgo::Days(6)),
            ("2026-01-29T23:59:59+05:00", TimeAgo::LongAgo),
        ] {
            assert_eq!(time_ago(at(then), now), ago, "{then}");
        }
        let night = at("2026-02-05T01:00:00+05:00");
        assert_eq!(time_ago(at("2026-02-04T22:00:00+05:00"), night), TimeAgo::Hours(3));
    }

    proptest! {
        #[test]
        fn every_number_is_in_its_range(at in any::<i32>(), now in any::<i32>()) {
            match time_ago(Timestamp(at.into()), Timestamp(now.into())) {
                TimeAgo::Minutes(minutes) => prop_assert!((1..60).contains(&minutes)),
                TimeAgo::Hours(hours) => prop_assert!((1..24).contains(&hours)),
                TimeAgo::Days(days) => prop_assert!((2..=6).contains(&days)),
                TimeAgo::Now | TimeAgo::Yesterday | TimeAgo::LongAgo => {}
            }
        }
    }
}
