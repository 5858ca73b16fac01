//! Whether an outcome settles the matter for those it rests on. An agency answers; whether that
//! resolves anything, only they can say.

use serde::{Deserialize, Serialize};

use crate::from_json;

/// What the author of a cited comment says about the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Settlement {
    /// Whether it settles the matter.
    pub settled: bool,
    /// A word about it; only told to its author and to officers of the agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

from_json!(Settlement { settled: required, note: optional });

/// What the author of a cited comment wants to say about the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewSettlement {
    /// Whether it settles the matter.
    pub settled: bool,
    /// A word about it, of at most 500 graphemes and 4,000 bytes; none when there is nothing in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How many of those an outcome rests on say that it settles the matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SettlementCounts {
    /// It does.
    pub settled: u64,
    /// It does not.
    pub unsettled: u64,
    /// They have not said.
    pub unanswered: u64,
}

impl SettlementCounts {
    /// Whether a consultation is resolved, and not only answered: of those who have said, more
    /// say that it is settled than that it is not.
    #[must_use]
    pub fn is_resolved(self) -> bool {
        self.settled > self.unsettled
    }
}

/// Counts what the authors of cited comments say; `None` for who has not said anything.
#[must_use]
pub fn settlement_counts(said: impl IntoIterator<Item = Option<bool>>) -> SettlementCounts {
    let mut counts = SettlementCounts::default();
    for settled in said {
        match settled {
            Some(true) => counts.settled += 1,
            Some(false) => counts.unsettled += 1,
            None => counts.unanswered += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, option, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn everybody_is_counted_once(said in vec(option::of(any::<bool>()), 0..40)) {
            let counts = settlement_counts(said.clone());
            let all = counts.settled + counts.unsettled + counts.unanswered;
            prop_assert_eq!(all, said.len() as u64);
            let silent = said.iter().filter(|it| it.is_none()).count();
            prop_assert_eq!(counts.unanswered, silent as u64);
        }
    }

    #[test]
    fn an_answer_that_nobody_confirmed_resolves_nothing() {
        assert!(!settlement_counts([]).is_resolved());
        assert!(!settlement_counts([None, None]).is_resolved());
        assert!(!settlement_counts([Some(true), Some(false)]).is_resolved());
        assert!(settlement_counts([Some(true), None, None]).is_resolved());
    }
}
