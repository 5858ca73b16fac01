//! The phases a consultation goes through, with their days and what comes next.

use super::{Schedule, Status};
use crate::Timestamp;

/// Where a phase stands from where the consultation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseStand {
    /// It is over.
    Past,
    /// It is the one now.
    Current,
    /// It comes right after the one now.
    Next,
    /// It comes later.
    Later,
}

/// A phase of a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Which.
    pub status: Status,
    /// When it begins or began, where that is known.
    pub from: Option<Timestamp>,
    /// The first second that is no longer in it, where that is known.
    pub until: Option<Timestamp>,
    /// Where it stands.
    pub stand: PhaseStand,
}

/// The order in which a consultation goes through its phases.
const ORDER: [Status; 5] =
    [Status::Announced, Status::Open, Status::UnderReview, Status::Answered, Status::Done];

/// The phases of a consultation that stands at `status`, in their order; none where that status
/// is not known. One that was passed over is left out: an answer that was never given, and the
/// time for reading where there is none.
///
/// An answer given early does not end the time for comments (see [`super::status_at`]): the phase
/// of the answer begins no sooner than comments end.
#[must_use]
pub fn phases(schedule: &Schedule, status: Status) -> Vec<Phase> {
    let Some(now) = ORDER.iter().position(|known| *known == status) else { return Vec::new() };
    let after_comments = |at: Option<Timestamp>| at.map(|at| at.max(schedule.closes_at));
    let answered = after_comments(schedule.answered_at);
    let done = after_comments(schedule.done_at);
    // What is done without an answer was read until then.
    let read = answered.or(done);
    let days = [
        (None, Some(schedule.opens_at)),
        (Some(schedule.opens_at), Some(schedule.closes_at)),
        (Some(schedule.closes_at), read),
        (answered, answered.and(done)),
        (done, None),
    ];
    let phase = |(place, (status, (from, until)))| Phase {
        status,
        from,
        until,
        stand: match place {
            _ if place < now => PhaseStand::Past,
            _ if place == now => PhaseStand::Current,
            _ if place == now + 1 => PhaseStand::Next,
            _ => PhaseStand::Later,
        },
    };
    ORDER.into_iter().zip(days).enumerate().map(phase).filter(is_gone_through).collect()
}

fn is_gone_through(phase: &Phase) -> bool {
    match (phase.stand, phase.from, phase.until) {
        (PhaseStand::Current, ..) => true,
        (PhaseStand::Past, None, None) => false,
        (_, Some(from), Some(until)) => from < until,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status_at;
    use proptest::prelude::*;

    fn schedule(answered_at: Option<i64>, done_at: Option<i64>) -> Schedule {
        Schedule {
            opens_at: Timestamp(100),
            closes_at: Timestamp(200),
            answered_at: answered_at.map(Timestamp),
            done_at: done_at.map(Timestamp),
        }
    }

    #[test]
    fn an_open_consultation_is_read_next() {
        let phases = phases(&schedule(None, None), Status::Open);
        let stands: Vec<PhaseStand> = phases.iter().map(|phase| phase.stand).collect();
        let (past, now, next, later) =
            (PhaseStand::Past, PhaseStand::Current, PhaseStand::Next, PhaseStand::Later);
        assert_eq!(stands, [past, now, next, later, later]);
        assert_eq!(phases[1].from, Some(Timestamp(100)));
        assert_eq!(phases[1].until, Some(Timestamp(200)));
        assert_eq!((phases[3].from, phases[4].from), (None, None));
    }

    #[test]
    fn an_early_answer_counts_from_the_day_comments_end() {
        let phases = phases(&schedule(Some(150), None), Status::Open);
        let known: Vec<Status> = phases.iter().map(|phase| phase.status).collect();
        let (announced, done) = (Status::Announced, Status::Done);
        assert_eq!(
            known,
            [announced, Status::Open, Status::Answered, done],
            "nothing is to be read"
        );
        assert_eq!(phases[2].from, Some(Timestamp(200)));
    }

    #[test]
    fn what_is_done_without_an_answer_was_read_until_then() {
        let phases = phases(&schedule(None, Some(300)), Status::Done);
        assert_eq!(phases[2].until, Some(Timestamp(300)));
        let known: Vec<Status> = phases.iter().map(|phase| phase.status).collect();
        let (announced, done) = (Status::Announced, Status::Done);
        assert_eq!(known, [announced, Status::Open, Status::UnderReview, done]);
    }

    #[test]
    fn a_status_nobody_knows_has_no_place_in_time() {
        assert!(phases(&schedule(None, None), Status::Other).is_empty());
    }

    proptest! {
        #[test]
        fn phases_follow_one_another_and_hold_the_moment(
            answered in proptest::option::of(0_i64..500),
            after in proptest::option::of(0_i64..300),
            now in 0_i64..900,
        ) {
            let schedule = schedule(answered, after.map(|after| answered.unwrap_or(0) + after));
            let now = Timestamp(now);
            let told = phases(&schedule, status_at(&schedule, now));
            prop_assert!((3..=5).contains(&told.len()));
            for phase in &told {
                let (from, until) = (phase.from, phase.until);
                prop_assert!(from.zip(until).is_none_or(|(from, until)| from < until));
                let is_past = phase.stand == PhaseStand::Past;
                prop_assert!(!is_past || from.is_some() || until.is_some());
            }
            let current: Vec<&Phase> =
                told.iter().filter(|phase| phase.stand == PhaseStand::Current).collect();
            prop_assert_eq!(current.len(), 1);
            prop_assert!(current[0].from.is_none_or(|from| from <= now));
            prop_assert!(current[0].until.is_none_or(|until| now < until));
            let mut before = None;
            for at in told.iter().flat_map(|phase| [phase.from, phase.until]).flatten() {
                prop_assert!(before.is_none_or(|before| before <= at));
                before = Some(at);
            }
        }
    }
}
