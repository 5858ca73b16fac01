//! Saying that an agency has answered a comment in another way than by a reply: on the
//! telephone, say, or in a decision that is published elsewhere.

use serde::{Deserialize, Serialize};

use super::{CommentState, may_moderate};
use crate::{AgencyId, Person};

/// What an officer says about a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnsweredMark {
    /// Whether the agency has answered it.
    pub is_answered: bool,
}

/// Whether a person may say so about a comment, or take it back: an officer of the agency that
/// asks, of what a citizen wrote and everybody can read. Where a reply of the agency stands under
/// it there is nothing to say: that answers it.
#[must_use]
pub fn may_mark_answered(
    person: Option<&Person>,
    agency_id: &AgencyId,
    state: CommentState,
    is_official: bool,
    is_replied_to: bool,
) -> bool {
    may_moderate(person, agency_id, is_official) && state == CommentState::Visible && !is_replied_to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, Role};

    fn person(role: Role, agency: Option<&str>) -> Person {
        Person {
            id: PersonId("p".into()),
            name: "P".into(),
            role,
            agency_id: agency.map(|id| AgencyId(id.into())),
            district: None,
        }
    }

    #[test]
    fn officers_of_the_agency_alone_mark_what_no_reply_answers() {
        let agency = AgencyId("water".into());
        let may = |person: Option<&Person>, state, is_official, is_replied_to| {
            may_mark_answered(person, &agency, state, is_official, is_replied_to)
        };
        let officer = person(Role::Officer, Some("water"));
        let others = [person(Role::Officer, Some("roads")), person(Role::Citizen, None)];
        assert!(may(Some(&officer), CommentState::Visible, false, false));
        assert!(!may(Some(&officer), CommentState::Visible, false, true), "a reply answers it");
        assert!(!may(Some(&officer), CommentState::Visible, true, false), "its own statement");
        for state in [CommentState::Held, CommentState::Removed, CommentState::Withdrawn] {
            assert!(!may(Some(&officer), state, false, false), "{state}");
        }
        assert!(!may(None, CommentState::Visible, false, false));
        for other in &others {
            assert!(!may(Some(other), CommentState::Visible, false, false));
        }
    }
}
