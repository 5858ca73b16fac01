//! Telling the agency that a comment breaks the rules.

use serde::{Deserialize, Serialize};

use super::{CommentState, CountGraphemes, RemovalReason, TextRefusal, text::accept_optional_note};
use crate::{CommentId, ConsultationId, ReportId, Timestamp, from_json, open_enum::open_enum};

open_enum! {
    /// What somebody finds wrong with a comment: what it can be removed for, or something else.
    pub enum ReportReason {
        /// It insults somebody.
        Insult = "insult",
        /// It tells what is private about somebody.
        PersonalData = "personal_data",
        /// The same again and again.
        Spam = "spam",
        /// It is about something else.
        OffTopic = "off_topic",
        /// It sells something.
        Advertising = "advertising",
        /// None of these: the note says what.
        SomethingElse = "something_else",
    }
}

open_enum! {
    /// How far the agency has come with a report or an appeal.
    pub enum ReviewState {
        /// Nobody has decided yet.
        Open = "open",
        /// The agency agreed with it.
        Upheld = "upheld",
        /// The agency did not agree with it.
        Dismissed = "dismissed",
        /// There is nothing left to decide: the author took the comment back.
        Moot = "moot",
    }
}

/// A report to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewReport {
    /// What is wrong with the comment.
    pub reason: ReportReason,
    /// More about it: at most 500 graphemes and 4,000 bytes. Needed for `something_else`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A report, as the one who made it and the agency see it. Who made it is told to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// Its identifier.
    pub id: ReportId,
    /// The comment it is about.
    pub comment_id: CommentId,
    /// The consultation the comment belongs to.
    pub consultation_id: ConsultationId,
    /// What is wrong with the comment.
    pub reason: ReportReason,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// How far the agency has come with it.
    pub outcome: ReviewState,
    /// When that was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Timestamp>,
}

from_json!(Report {
    id: required,
    comment_id: required,
    consultation_id: required,
    reason: required,
    note: optional,
    created_at: required,
    outcome: required,
    decided_at: optional,
});

/// Why a person cannot report a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportRefusal {
    /// It is held: the agency looks at it already.
    Held,
    /// It is not there any more.
    Gone,
    /// They wrote it.
    Own,
    /// It is a statement of the agency.
    Official,
    /// They moderate it, and need tell nobody.
    Moderator,
    /// They have reported it, and once is enough.
    Already,
}

/// What of a comment and a person decides whether the one may report the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportCase {
    /// Whether the comment can be read.
    pub state: CommentState,
    /// Whether they wrote it.
    pub is_own: bool,
    /// Whether it was written in an agency's name.
    pub is_official: bool,
    /// Whether they are an officer of the agency that asks.
    pub is_moderator: bool,
    /// Whether they have reported it.
    pub is_reported: bool,
}

/// Whether a person may report a comment, also when the consultation is closed: what stands
/// there does harm for as long as it does. A visitor is seen as the citizen they would be.
///
/// # Errors
/// The first reason why not.
pub fn may_report(case: ReportCase) -> Result<(), ReportRefusal> {
    match case.state {
        CommentState::Visible => {}
        CommentState::Held => return Err(ReportRefusal::Held),
        CommentState::Removed | CommentState::Withdrawn | CommentState::Other => {
            return Err(ReportRefusal::Gone);
        }
    }
    let reasons = [
        (case.is_own, ReportRefusal::Own),
        (case.is_official, ReportRefusal::Official),
        (case.is_moderator, ReportRefusal::Moderator),
        (case.is_reported, ReportRefusal::Already),
    ];
    match reasons.into_iter().find(|(is_so, _)| *is_so) {
        Some((_, refusal)) => Err(refusal),
        None => Ok(()),
    }
}

/// The note of a report as it will be kept; `None` when nothing is said. Whoever gives no reason
/// of the list has to say what it is.
///
/// # Errors
/// The first reason why it cannot be one.
pub fn accept_report_note(
    reason: ReportReason,
    typed: &str,
    count: CountGraphemes,
) -> Result<Option<&str>, TextRefusal> {
    match accept_optional_note(typed, count)? {
        None if reason == ReportReason::SomethingElse => Err(TextRefusal::Empty),
        note => Ok(note),
    }
}

impl From<RemovalReason> for ReportReason {
    fn from(reason: RemovalReason) -> Self {
        match reason {
            RemovalReason::Insult => Self::Insult,
            RemovalReason::PersonalData => Self::PersonalData,
            RemovalReason::Spam => Self::Spam,
            RemovalReason::OffTopic => Self::OffTopic,
            RemovalReason::Advertising => Self::Advertising,
            RemovalReason::Other => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;
    use crate::comment::graphemes;

    fn cases() -> impl Strategy<Value = ReportCase> {
        let states = [CommentState::ALL, &[CommentState::Other]].concat();
        (select(states), any::<[bool; 4]>()).prop_map(|(state, flags)| {
            let [is_own, is_official, is_moderator, is_reported] = flags;
            ReportCase { state, is_own, is_official, is_moderator, is_reported }
        })
    }

    proptest! {
        #[test]
        fn only_what_others_said_and_everybody_reads_is_reported_and_once(case in cases()) {
            let is_free = !(case.is_own || case.is_official || case.is_moderator || case.is_reported);
            let may = case.state == CommentState::Visible && is_free;
            prop_assert_eq!(may_report(case).is_ok(), may);
            if may {
                let again = ReportCase { is_reported: true, ..case };
                prop_assert_eq!(may_report(again), Err(ReportRefusal::Already));
            }
        }
    }

    #[test]
    fn whatever_a_comment_is_removed_for_it_can_be_reported_for() {
        for reason in RemovalReason::ALL {
            assert_eq!(ReportReason::from(*reason).as_str(), reason.as_str());
        }
        assert_eq!(ReportReason::ALL.len(), RemovalReason::ALL.len() + 1);
    }

    #[test]
    fn who_gives_no_reason_of_the_list_says_what_it_is() {
        for reason in ReportReason::ALL.iter().copied() {
            let unsaid = accept_report_note(reason, " ", graphemes);
            let is_needed = reason == ReportReason::SomethingElse;
            assert_eq!(unsaid, if is_needed { Err(TextRefusal::Empty) } else { Ok(None) });
            assert_eq!(accept_report_note(reason, " ha ", graphemes), Ok(Some("ha")));
        }
    }
}
