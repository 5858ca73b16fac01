//! What an agency does about a comment that breaks the rules, and how its author objects.

use serde::{Deserialize, Serialize};

use super::{Comment, CommentState, RemovalReason, Report, ReviewState};
use crate::{AgencyId, Person, Timestamp, from_json, open_enum::open_enum};

open_enum! {
    /// What an officer decides about a comment.
    pub enum ModerationDecision {
        /// It is hidden while the agency looks at it.
        Hold = "hold",
        /// It is taken away.
        Remove = "remove",
        /// It is read, again or further.
        Restore = "restore",
    }
}

/// A decision to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewModeration {
    /// What becomes of the comment.
    pub decision: ModerationDecision,
    /// The `version` the officer saw: a `conflict` when something has happened since.
    pub version: u64,
    /// Why. Needed to remove; not for what is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RemovalReason>,
    /// What its author is told besides: at most 500 graphemes and 4,000 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An appeal to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAppeal {
    /// Why the comment should be read: 1 to 500 graphemes and at most 4,000 bytes.
    pub text: String,
}

/// What the author of a comment has against its having been held or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appeal {
    /// What they say.
    pub text: String,
    /// When they said it.
    pub created_at: Timestamp,
    /// How far the agency has come with it.
    pub outcome: ReviewState,
    /// When that was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Timestamp>,
}

from_json!(Appeal {
    text: required,
    created_at: required,
    outcome: required,
    decided_at: optional
});

/// All that an officer needs to decide about a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moderation {
    /// The comment, as the officer sees it.
    pub comment: Comment,
    /// Grows with everything that is decided, reported, appealed against or written about it.
    pub version: u64,
    /// The reports that wait for a decision, the oldest first, and of many the first 100.
    #[serde(default)]
    pub reports: Vec<Report>,
    /// Its author's appeal, whatever became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Appeal>,
}

from_json!(Moderation {
    comment: required,
    version: required,
    reports: optional,
    appeal: optional,
});

/// What waits for a decision about a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Whether there are reports.
    pub has_reports: bool,
    /// Whether there is an appeal.
    pub has_appeal: bool,
}

/// What a decision brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Whether the comment can be read.
    pub state: CommentState,
    /// What becomes of the reports that wait.
    pub reports: ReviewState,
    /// What becomes of the appeal that waits.
    pub appeal: ReviewState,
}

/// Whether a person moderates a comment: an officer of the agency that asks does, but nobody
/// takes away what an agency has said.
#[must_use]
pub fn may_moderate(person: Option<&Person>, agency_id: &AgencyId, is_official: bool) -> bool {
    !is_official && person.is_some_and(|person| person.is_officer_of(agency_id))
}

/// What a decision about a comment brings about; `None` where it cannot be made.
///
/// What its author took back stays so, and what was removed is restored or stays removed. A
/// decision that leaves a comment as it is needs something that waits for it. Holding decides
/// nothing yet: the reports wait on.
#[must_use]
pub fn decide(
    before: CommentState,
    decision: ModerationDecision,
    pending: Pending,
) -> Option<Decided> {
    use CommentState::{Held, Removed, Visible};
    let state = match decision {
        ModerationDecision::Hold => Held,
        ModerationDecision::Remove => Removed,
        ModerationDecision::Restore => Visible,
        ModerationDecision::Other => return None,
    };
    let is_possible = match (before, state) {
        (Visible, Visible) => pending.has_reports,
        (Held, Held) | (Removed, Removed) => pending.has_appeal,
        (Visible | Held, Held | Removed) | (Held | Removed, Visible) => true,
        _ => false,
    };
    let (reports, appeal) = match state {
        Held => (ReviewState::Open, ReviewState::Dismissed),
        Removed => (ReviewState::Upheld, ReviewState::Dismissed),
        _ => (ReviewState::Dismissed, ReviewState::Upheld),
    };
    is_possible.then_some(Decided { state, reports, appeal })
}

/// Whether the author of a comment may appeal: once, while it is held or removed.
#[must_use]
pub fn may_appeal(state: CommentState, appeal: Option<ReviewState>) -> bool {
    matches!(state, CommentState::Held | CommentState::Removed) && appeal.is_none()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;
    use crate::Role;

    const MODERATED: &[CommentState] =
        &[CommentState::Visible, CommentState::Held, CommentState::Removed];

    fn states() -> impl Strategy<Value = CommentState> {
        select([CommentState::ALL, &[CommentState::Other]].concat())
    }

    fn pending() -> impl Strategy<Value = Pending> {
        any::<(bool, bool)>()
            .prop_map(|(has_reports, has_appeal)| Pending { has_reports, has_appeal })
    }

    proptest! {
        #[test]
        fn every_decision_that_can_be_made_changes_something(
            before in states(),
            decision in select(ModerationDecision::ALL),
            pending in pending(),
        ) {
            if let Some(decided) = decide(before, decision, pending) {
                let decides_report = pending.has_reports && decided.reports != ReviewState::Open;
                let decides_appeal = pending.has_appeal && decided.appeal != ReviewState::Open;
                prop_assert!(decided.state != before || decides_report || decides_appeal);
            }
        }

        #[test]
        fn whatever_is_decided_in_turn_what_was_taken_back_stays_so_and_all_else_can_be_read_again(
            before in states(),
            decisions in vec(select(ModerationDecision::ALL), 0..10),
        ) {
            let nothing = Pending::default();
            let after = decisions.into_iter().fold(before, |state, decision| {
                decide(state, decision, nothing).map_or(state, |decided| decided.state)
            });
            if matches!(before, CommentState::Withdrawn | CommentState::Other) {
                prop_assert_eq!(after, before);
            } else if after != CommentState::Visible {
                let restored = decide(after, ModerationDecision::Restore, nothing);
                prop_assert_eq!(restored.map(|it| it.state), Some(CommentState::Visible));
            }
        }

        #[test]
        fn what_waits_for_a_decision_can_always_be_decided_both_ways(
            before in select(MODERATED),
            pending in pending(),
        ) {
            // No report is open on what was removed, and nobody appeals against what is read.
            let has_reports = pending.has_reports && before != CommentState::Removed;
            let has_appeal = pending.has_appeal && before != CommentState::Visible;
            let waits = Pending { has_reports, has_appeal };
            if has_reports || has_appeal {
                let restored = decide(before, ModerationDecision::Restore, waits);
                let removed = decide(before, ModerationDecision::Remove, waits);
                prop_assert!(restored.is_some() && removed.is_some());
            }
        }
    }

    #[test]
    fn a_removed_comment_is_not_held() {
        let pending = Pending { has_reports: true, has_appeal: true };
        assert_eq!(decide(CommentState::Removed, ModerationDecision::Hold, pending), None);
    }

    #[test]
    fn an_author_appeals_once_and_against_something() {
        for state in CommentState::ALL.iter().copied() {
            let is_hidden = matches!(state, CommentState::Held | CommentState::Removed);
            assert_eq!(may_appeal(state, None), is_hidden);
            for appeal in ReviewState::ALL.iter().copied() {
                assert!(!may_appeal(state, Some(appeal)));
            }
        }
    }

    #[test]
    fn an_officer_moderates_for_their_agency_alone_and_never_what_an_agency_said() {
        let officer = |agency: &str| Person {
            id: "p".into(),
            name: "Otabek".into(),
            role: Role::Officer,
            agency_id: Some(agency.into()),
            district: None,
        };
        let citizen = Person { role: Role::Citizen, ..officer("ecology") };
        let ecology = AgencyId::from("ecology");
        assert!(may_moderate(Some(&officer("ecology")), &ecology, false));
        assert!(!may_moderate(Some(&officer("ecology")), &ecology, true));
        for other in [None, Some(&officer("health")), Some(&citizen)] {
            assert!(!may_moderate(other, &ecology, false));
        }
    }
}
