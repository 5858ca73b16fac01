//! Agreeing and disagreeing with a comment.

use serde::{Deserialize, Serialize};

use super::{Comment, CommentCounts};
use crate::open_enum::open_enum;

open_enum! {
    /// What a person thinks of a comment. Each has one vote on it, which they may change and
    /// take back while the consultation is open.
    pub enum CommentVote {
        /// They agree.
        Agree = "agree",
        /// They disagree.
        Disagree = "disagree",
    }
}

/// A vote to be cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewCommentVote {
    /// What the person thinks.
    pub vote: CommentVote,
}

impl CommentCounts {
    /// The numbers after one person's vote went from `before` to `after`.
    #[must_use]
    pub fn with_vote(self, before: Option<CommentVote>, after: Option<CommentVote>) -> Self {
        let counted = |count: u64, vote: CommentVote| {
            let without = count.saturating_sub(u64::from(before == Some(vote)));
            without + u64::from(after == Some(vote))
        };
        Self {
            agree: counted(self.agree, CommentVote::Agree),
            disagree: counted(self.disagree, CommentVote::Disagree),
            ..self
        }
    }
}

impl Comment {
    /// The comment once the reader's vote on it is another one, or none.
    #[must_use]
    pub fn voted(self, vote: Option<CommentVote>) -> Self {
        let counts = self.counts.with_vote(self.reader_vote, vote);
        Self { counts, reader_vote: vote, ..self }
    }
}

/// The vote after a press on one of the two: another press on the same takes it back.
#[must_use]
pub fn vote_after_press(now: Option<CommentVote>, pressed: CommentVote) -> Option<CommentVote> {
    (now != Some(pressed)).then_some(pressed)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, option, prelude::*, sample::select};

    use super::*;

    fn votes() -> impl Strategy<Value = Option<CommentVote>> {
        option::of(select(CommentVote::ALL))
    }

    proptest! {
        #[test]
        fn however_often_one_changes_their_mind_they_count_once(
            agree in 0_u64..1000,
            disagree in 0_u64..1000,
            changes in vec(votes(), 0..20),
        ) {
            let before = CommentCounts { replies: 3, agree, disagree };
            let mut counts = before;
            let mut vote = None;
            for change in changes {
                counts = counts.with_vote(vote, change);
                vote = change;
            }
            prop_assert_eq!(counts.agree, agree + u64::from(vote == Some(CommentVote::Agree)));
            prop_assert_eq!(counts.disagree, disagree + u64::from(vote == Some(CommentVote::Disagree)));
            prop_assert_eq!(counts.with_vote(vote, None), before);
        }
    }

    #[test]
    fn the_same_press_twice_takes_a_vote_back() {
        let (agree, disagree) = (CommentVote::Agree, CommentVote::Disagree);
        assert_eq!(vote_after_press(None, agree), Some(agree));
        assert_eq!(vote_after_press(Some(agree), agree), None);
        assert_eq!(vote_after_press(Some(agree), disagree), Some(disagree));
    }

    #[test]
    fn a_platform_that_forgot_a_vote_takes_nothing_below_nothing() {
        let none = CommentCounts::default();
        assert_eq!(none.with_vote(Some(CommentVote::Agree), None), none);
    }
}
