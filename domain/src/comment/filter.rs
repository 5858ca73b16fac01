//! Which comments of a thread a reader wants to see.

use super::Stance;
use crate::{LanguageTag, QuestionId};

/// What stands for every thread in the place of a question; no question is called so.
const EVERY_THREAD: &str = "*";

/// Which comments, wherever in the thread they stand. The same query parameters carry it in the
/// contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentFilter {
    /// The question whose thread it is; absent for the thread of all of a consultation. `*` for
    /// every thread (see [`CommentFilter::of_every_thread`]).
    pub question: Option<QuestionId>,
    /// Only those that take this side.
    pub stance: Option<Stance>,
    /// Only those in this language.
    pub language: Option<LanguageTag>,
    /// Only those the agency has answered: by a reply, or otherwise, as it says.
    pub is_answered: bool,
    /// Only the reader's own.
    pub is_mine: bool,
    /// Only those whose text matches this, folded.
    pub search: Option<String>,
}

impl CommentFilter {
    /// Which comments of a thread, before anything is asked for.
    #[must_use]
    pub fn of(question: Option<QuestionId>) -> Self {
        Self { question, ..Self::default() }
    }

    /// Whether it lets everything of its thread through: then a thread is a thread, and not a
    /// list of matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stance.is_none()
            && self.language.is_none()
            && !self.is_answered
            && !self.is_mine
            && self.search.is_none()
    }

    /// Those of every thread of a consultation: of all of it, and of each of its questions.
    #[must_use]
    pub fn of_every_thread() -> Self {
        Self::of(Some(EVERY_THREAD.into()))
    }

    /// Whether it asks for those of every thread, which are a list and no thread.
    #[must_use]
    pub fn is_of_every_thread(&self) -> bool {
        self.question.as_ref().is_some_and(|question| question.as_str() == EVERY_THREAD)
    }

    /// The filter as query parameters; those that are not set are left out.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let flag = |is_set: bool| is_set.then(|| true.to_string());
        [
            ("question", self.question.as_ref().map(|question| question.0.clone())),
            ("stance", self.stance.map(|stance| stance.to_string())),
            ("language", self.language.as_ref().map(|language| language.0.clone())),
            ("answered", flag(self.is_answered)),
            ("mine", flag(self.is_mine)),
            ("q", self.search.clone()),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_set_does_not_travel() {
        assert!(CommentFilter::default().to_query().is_empty());
        assert!(CommentFilter::default().is_empty());
        let of_question = CommentFilter::of(Some("q 1".into()));
        assert!(of_question.is_empty());
        assert_eq!(of_question.to_query(), [("question", "q 1".to_owned())]);
        assert!(CommentFilter::of_every_thread().is_of_every_thread());
        assert!(
            !of_question.is_of_every_thread() && !CommentFilter::default().is_of_every_thread()
        );
        let filter = CommentFilter {
            stance: Some(Stance::Question),
            is_mine: true,
            search: Some("navbat".into()),
            ..CommentFilter::default()
        };
        let travels = [("stance", "question"), ("mine", "true"), ("q", "navbat")];
        assert_eq!(filter.to_query(), travels.map(|(name, value)| (name, value.to_owned())));
        assert!(!filter.is_empty());
    }
}
