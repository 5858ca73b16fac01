//! For how long an author may change a comment.

use crate::{CommentState, Timestamp};

/// How long a comment may be changed after it was written, in seconds.
pub const EDIT_WINDOW_SECONDS: i64 = 15 * 60;

/// Whether an author may still change a comment written at `created_at`.
#[must_use]
pub fn may_edit(state: CommentState, created_at: Timestamp, now: Timestamp) -> bool {
    matches!(state, CommentState::Visible | CommentState::Held)
        && now.0 < created_at.0 + EDIT_WINDOW_SECONDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_an_hour_and_not_a_second_more() {
        let written = Timestamp(1_000);
        assert!(may_edit(CommentState::Visible, written, Timestamp(1_899)));
        assert!(!may_edit(CommentState::Visible, written, Timestamp(1_900)));
    }

    #[test]
    fn what_is_taken_away_or_back_stays_so() {
        for state in [CommentState::Removed, CommentState::Withdrawn, CommentState::Other] {
            assert!(!may_edit(state, Timestamp(0), Timestamp(1)));
        }
    }
}
