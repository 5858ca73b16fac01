//! Which comments of a thread a reader wants to see.

use super::Stance;
use crate::LanguageTag;

/// Which comments, wherever in the thread they stand. The same query parameters carry it in the
/// contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentFilter {
    /// Only those that take this side.
    pub stance: Option<Stance>,
    /// Only those in this language.
    pub language: Option<LanguageTag>,
    /// Only those the agency has replied to.
    pub is_answered: bool,
    /// Only the reader's own.
    pub is_mine: bool,
    /// Only those whose text matches this, folded.
    pub search: Option<String>,
}

impl CommentFilter {
    /// Whether it lets everything through: then a thread is a thread, and not a list of matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The filter as query parameters; those that are not set are left out.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let flag = |is_set: bool| is_set.then(|| true.to_string());
        [
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
