//! How an agency keeps its word, in numbers that everybody can read.

use serde::{Deserialize, Serialize};

use super::SettlementCounts;
use crate::{Schedule, Timestamp, from_json};

const DAY_SECONDS: i64 = 24 * 3600;

/// How an agency keeps its word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct AgencyNumbers {
    /// Consultations that take no comments any more: the agency owes each an answer.
    pub asked: u64,
    /// Of these, those it has answered.
    pub answered: u64,
    /// Of these, those that are settled by the word of the people the outcome rests on.
    pub resolved: u64,
    /// Within how many days of closing it has answered half of those it has answered; absent
    /// when it has answered none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_days: Option<u64>,
}

from_json!(AgencyNumbers {
    asked: optional,
    answered: optional,
    resolved: optional,
    median_days: optional,
});

/// What of a consultation its agency's numbers need.
#[derive(Clone, Copy, Debug)]
pub struct Answering {
    /// When it closed and was answered.
    pub schedule: Schedule,
    /// What those its outcome rests on say.
    pub settled: SettlementCounts,
}

/// An agency's numbers at a moment, over all its consultations.
///
/// A day that has begun counts as one; an answer given before the last day is over took none.
#[must_use]
pub fn agency_numbers(all: &[Answering], now: Timestamp) -> AgencyNumbers {
    let mut numbers = AgencyNumbers::default();
    let mut days = Vec::new();
    for Answering { schedule, settled } in all {
        if now < schedule.closes_at {
            continue;
        }
        numbers.asked += 1;
        let Some(answered_at) = schedule.answered_at.filter(|at| *at <= now) else { continue };
        numbers.answered += 1;
        numbers.resolved += u64::from(settled.is_resolved());
        let waited = (answered_at.0 - schedule.closes_at.0).max(0);
        days.push((waited + DAY_SECONDS - 1) as u64 / DAY_SECONDS as u64);
    }
    numbers.median_days = median(days);
    numbers
}

/// The number in the middle; between the two in the middle the upper half way, rounded up.
/// `None` of no numbers.
#[must_use]
pub fn median(mut numbers: Vec<u64>) -> Option<u64> {
    numbers.sort_unstable();
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = *numbers.get((numbers.len() - 1) / 2)?;
    Some(lower + (upper - lower).div_ceil(2))
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::settlement_counts;

    proptest! {
        #[test]
        fn half_of_all_numbers_are_at_most_the_median_and_half_at_least(
            numbers in vec(any::<u64>(), 1..60),
        ) {
            let middle = median(numbers.clone()).unwrap();
            let below = numbers.iter().filter(|number| **number <= middle).count();
            let above = numbers.iter().filter(|number| **number >= middle).count();
            prop_assert!(below * 2 >= numbers.len() && above * 2 >= numbers.len());
            if numbers.len() % 2 == 1 {
                prop_assert!(numbers.contains(&middle));
            }
        }

        #[test]
        fn the_median_knows_no_order(numbers in vec(0_u64..500, 1..30)) {
            let mut turned = numbers.clone();
            turned.reverse();
            prop_assert_eq!(median(turned), median(numbers));
        }
    }

    fn consultation(closes: i64, answered: Option<i64>, said: &[Option<bool>]) -> Answering {
        let day = |days: i64| Timestamp(days * DAY_SECONDS);
        let schedule = Schedule {
            opens_at: day(0),
            closes_at: day(closes),
            answered_at: answered.map(day),
            done_at: None,
        };
        Answering { schedule, settled: settlement_counts(said.iter().copied()) }
    }

    #[test]
    fn who_asks_owes_an_answer_once_nobody_can_speak_any_more() {
        let all = [
            consultation(10, Some(20), &[Some(true), None]),
            consultation(10, Some(13), &[Some(false)]),
            consultation(10, None, &[]),
            consultation(90, None, &[]),
            consultation(10, Some(99), &[]),
        ];
        let numbers = agency_numbers(&all, Timestamp(30 * DAY_SECONDS));
        let expected = AgencyNumbers { asked: 4, answered: 2, resolved: 1, median_days: Some(7) };
        assert_eq!(numbers, expected);
    }

    #[test]
    fn who_never_asked_has_no_median() {
        assert_eq!(agency_numbers(&[], Timestamp(0)), AgencyNumbers::default());
        assert_eq!(median(Vec::new()), None);
    }
}
