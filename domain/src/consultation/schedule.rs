//! When a consultation opens, closes and is answered.

use serde::{Deserialize, Serialize};

use crate::{Timestamp, open_enum::open_enum};

open_enum! {
    /// Where a consultation stands.
    pub enum Status {
        /// It will open.
        Announced = "announced",
        /// It takes comments.
        Open = "open",
        /// It is closed and the agency reads.
        UnderReview = "under_review",
        /// The agency replied.
        Answered = "answered",
        /// What the agency promised is done.
        Done = "done",
    }
}

/// The moments that rule where a consultation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// From when it takes comments.
    pub opens_at: Timestamp,
    /// Until when it takes comments; this second is the first that is too late.
    pub closes_at: Timestamp,
    /// When the agency replied.
    pub answered_at: Option<Timestamp>,
    /// When what was promised was done.
    pub done_at: Option<Timestamp>,
}

/// Where a consultation stands at a moment.
///
/// An answer given early does not close it: what was announced as the last day
/// stays the last day.
#[must_use]
pub fn status_at(schedule: &Schedule, now: Timestamp) -> Status {
    let reached = |moment: Option<Timestamp>| moment.is_some_and(|moment| moment <= now);
    if now < schedule.opens_at {
        Status::Announced
    } else if now < schedule.closes_at {
        Status::Open
    } else if reached(schedule.done_at) {
        Status::Done
    } else if reached(schedule.answered_at) {
        Status::Answered
    } else {
        Status::UnderReview
    }
}

/// How long a consultation still takes comments, in days as people in Tashkent count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLeft {
    /// It opens in that many days; 0 is later today.
    OpensInDays(i64),
    /// Today is the last day.
    LastDay,
    /// That many days are left after today, at least 1.
    Days(i64),
    /// It is over.
    Over,
}

/// How long a consultation still takes comments at a moment.
#[must_use]
pub fn time_left(opens_at: Timestamp, closes_at: Timestamp, now: Timestamp) -> TimeLeft {
    if now >= closes_at {
        return TimeLeft::Over;
    }
    if now < opens_at {
        return TimeLeft::OpensInDays(now.tashkent_days_until(opens_at));
    }
    // A deadline at midnight ends the day before it.
    match now.tashkent_days_until(Timestamp(closes_at.0 - 1)) {
        0 => TimeLeft::LastDay,
        days => TimeLeft::Days(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn schedule() -> Schedule {
        Schedule {
            opens_at: at("2026-02-01T00:00:00+05:00"),
            closes_at: at("2026-02-11T00:00:00+05:00"),
            answered_at: Some(at("2026-02-20T09:00:00+05:00")),
            done_at: Some(at("2026-03-20T09:00:00+05:00")),
        }
    }

    #[test]
    fn a_consultation_goes_through_its_phases() {
        for (moment, status) in [
            ("2026-01-31T23:59:59+05:00", Status::Announced),
            ("2026-02-01T00:00:00+05:00", Status::Open),
            ("2026-02-10T23:59:59+05:00", Status::Open),
            ("2026-02-11T00:00:00+05:00", Status::UnderReview),
            ("2026-02-20T09:00:00+05:00", Status::Answered),
            ("2026-03-20T09:00:00+05:00", Status::Done),
        ] {
            assert_eq!(status_at(&schedule(), at(moment)), status, "{moment}");
        }
    }

    #[test]
    fn an_early_answer_leaves_it_open_until_its_last_day() {
        let early = Schedule { answered_at: Some(at("2026-02-03T09:00:00Z")), ..schedule() };
        assert_eq!(status_at(&early, at("2026-02-04T09:00:00Z")), Status::Open);
    }

    #[test]
    fn days_are_counted_by_the_calendar_of_tashkent() {
        let left = |moment| time_left(schedule().opens_at, schedule().closes_at, at(moment));
        assert_eq!(left("2026-01-30T12:00:00+05:00"), TimeLeft::OpensInDays(2));
        assert_eq!(left("2026-02-01T00:00:00+05:00"), TimeLeft::Days(9));
        assert_eq!(left("2026-02-09T23:59:59+05:00"), TimeLeft::Days(1));
        assert_eq!(left("2026-02-10T00:00:00+05:00"), TimeLeft::LastDay);
        assert_eq!(left("2026-02-10T23:59:59+05:00"), TimeLeft::LastDay);
        assert_eq!(left("2026-02-11T00:00:00+05:00"), TimeLeft::Over);
    }

    proptest! {
        #[test]
        fn time_is_left_exactly_while_it_is_open(
            opens in -1_000_000_i64..1_000_000, length in 1_i64..1_000_000, now in -3_000_000_i64..3_000_000,
        ) {
            let schedule = Schedule {
                opens_at: Timestamp(opens),
                closes_at: Timestamp(opens + length),
                answered_at: None,
                done_at: None,
            };
            let open = status_at(&schedule, Timestamp(now)) == Status::Open;
            let left = time_left(schedule.opens_at, schedule.closes_at, Timestamp(now));
            prop_assert_eq!(open, matches!(left, TimeLeft::LastDay | TimeLeft::Days(1..)));
        }
    }
}
