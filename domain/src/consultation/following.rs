//! What is new in a consultation since its reader was there.

use serde::Serialize;

use super::{Consultation, Status};
use crate::{Comment, CommentState, ConsultationId, from_json};

/// How a consultation stood when its reader was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// Which consultation.
    pub id: ConsultationId,
    /// How many comments could be read.
    pub comments: u64,
    /// Where it stood.
    pub status: Status,
    /// Whether the agency had replied.
    pub has_reply: bool,
    /// Whether it had an outcome.
    pub has_outcome: bool,
}

from_json!(Visit {
    id: required,
    comments: optional,
    status: required,
    has_reply: optional,
    has_outcome: optional,
});

impl Visit {
    /// How a consultation stands.
    #[must_use]
    pub fn of(consultation: &Consultation) -> Self {
        Self {
            id: consultation.id.clone(),
            comments: consultation.counts.comments,
            status: consultation.status,
            has_reply: consultation.official_reply.is_some(),
            has_outcome: consultation.has_outcome,
        }
    }

    /// The same once its reader has written a comment there, which is no news to them.
    #[must_use]
    pub fn with_own(self, comment: &Comment) -> Self {
        let count = u64::from(comment.state == CommentState::Visible);
        Self { comments: self.comments.saturating_add(count), ..self }
    }
}

/// What is new since a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// How many more comments can be read. Those that were taken away meanwhile are not told of.
    pub comments: u64,
    /// Whether the agency has replied.
    pub has_reply: bool,
    /// Whether it has an outcome.
    pub has_outcome: bool,
    /// Where it stands now, where that is another phase and nothing above says so already.
    pub phase: Option<Status>,
}

impl News {
    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is new now, for somebody who was there before.
#[must_use]
pub fn news_since(before: &Visit, now: &Visit) -> News {
    let has_reply = now.has_reply && !before.has_reply;
    let has_outcome = now.has_outcome && !before.has_outcome;
    let has_moved = now.status != before.status && now.status != Status::Other;
    let is_told_already = (has_reply || has_outcome) && now.status == Status::Answered;
    News {
        comments: now.comments.saturating_sub(before.comments),
        has_reply,
        has_outcome,
        phase: (has_moved && !is_told_already).then_some(now.status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn visit(comments: u64, status: Status) -> Visit {
        Visit { id: "c1".into(), comments, status, has_reply: false, has_outcome: false }
    }

    #[test]
    fn a_reply_that_made_it_answered_is_told_once() {
        let before = visit(3, Status::UnderReview);
        let now = Visit { has_reply: true, ..visit(5, Status::Answered) };
        let news = News { comments: 2, has_reply: true, ..News::default() };
        assert_eq!(news_since(&before, &now), news);
    }

    #[test]
    fn a_phase_that_changed_by_itself_is_told() {
        let news = news_since(&visit(3, Status::Open), &visit(3, Status::UnderReview));
        assert_eq!(news, News { phase: Some(Status::UnderReview), ..News::default() });
    }

    #[test]
    fn a_status_this_version_does_not_know_is_no_news() {
        assert!(news_since(&visit(3, Status::Open), &visit(3, Status::Other)).is_empty());
    }

    #[test]
    fn what_its_reader_has_written_is_no_news() {
        let written = |state: &str| {
            let comment = serde_json::json!({
                "id": "k1", "consultation_id": "c1", "stance": "for", "language": "uz-Latn",
                "created_at": "2026-11-30T10:00:00+05:00", "state": state,
            });
            <Comment as crate::FromJson>::from_json(&comment).unwrap()
        };
        let now = visit(4, Status::Open);
        let own = visit(3, Status::Open).with_own(&written("visible"));
        assert!(news_since(&own, &now).is_empty());
        let held = visit(3, Status::Open).with_own(&written("held"));
        assert_eq!(news_since(&held, &now).comments, 1, "somebody else's");
    }

    #[test]
    fn what_was_kept_is_read_and_what_is_broken_is_not() {
        let kept = serde_json::json!({ "id": "c1", "comments": 3, "status": "open" });
        let read = <Visit as crate::FromJson>::from_json(&kept);
        assert_eq!(read, Some(visit(3, Status::Open)));
        let broken = serde_json::json!({ "comments": 3 });
        assert_eq!(<Visit as crate::FromJson>::from_json(&broken), None);
    }

    fn any_visit() -> impl Strategy<Value = Visit> {
        let status = proptest::sample::select(Status::ALL.to_vec());
        (0_u64..50, status, any::<bool>(), any::<bool>()).prop_map(
            |(comments, status, has_reply, has_outcome)| Visit {
                has_reply,
                has_outcome,
                ..visit(comments, status)
            },
        )
    }

    proptest! {
        #[test]
        fn nothing_is_new_right_after_a_visit(now in any_visit()) {
            prop_assert!(news_since(&now, &now).is_empty());
        }

        #[test]
        fn what_has_come_is_told_and_what_has_gone_is_not(before in any_visit(), now in any_visit()) {
            let news = news_since(&before, &now);
            prop_assert_eq!(news.comments > 0, now.comments > before.comments);
            prop_assert_eq!(news.has_outcome, now.has_outcome && !before.has_outcome);
            let is_told = news.has_reply || news.has_outcome || news.phase.is_some();
            prop_assert!(is_told || now.status == before.status || now.status == Status::Other);
        }
    }
}
