//! Which consultations a reader wants to see, in which order.

use crate::{AgencyId, Status, Topic, open_enum::open_enum, search_text};

open_enum! {
    /// The order of a list of consultations.
    pub enum ConsultationSort {
        /// The one that closes next first; those that are over come last.
        ClosingSoon = "closing_soon",
        /// The one opened last first.
        Newest = "newest",
        /// The one with most comments first.
        MostDiscussed = "most_discussed",
        /// The one answered last first; those without an answer come last.
        RecentlyAnswered = "recently_answered",
    }
}

/// Which consultations, in which order. The same query parameters carry it in the
/// app's address and in the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ConsultationFilter {
    /// Only those that stand there.
    pub status: Option<Status>,
    /// Only those about this.
    pub topic: Option<Topic>,
    /// Only those of this agency.
    pub agency: Option<AgencyId>,
    /// Only those whose words match this, folded.
    pub search: Option<String>,
    /// The order; the server's own, closing soon, when absent.
    pub sort: Option<ConsultationSort>,
}

impl ConsultationFilter {
    /// The filter as query parameters; those that are not set are left out.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        [
            ("status", self.status.map(|status| status.to_string())),
            ("topic", self.topic.map(|topic| topic.to_string())),
            ("agency", self.agency.as_ref().map(ToString::to_string)),
            ("q", self.search.clone()),
            ("sort", self.sort.map(|sort| sort.to_string())),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
    }

    /// Reads query parameters as a forgiving reader of addresses does: a parameter
    /// that is unknown, empty or has an unknown value is as if it were not there.
    #[must_use]
    pub fn from_query(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            status: get("status").and_then(|text| text.parse().ok()),
            topic: get("topic").and_then(|text| text.parse().ok()),
            agency: get("agency").filter(|text| !text.is_empty()).map(AgencyId),
            search: get("q").and_then(|text| search_text(&text)),
            sort: get("sort").and_then(|text| text.parse().ok()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_address() {
        let filter = ConsultationFilter {
            status: Some(Status::Open),
            topic: Some(Topic::Health),
            agency: Some(AgencyId::from("health")),
            search: Some("oʻquvchi & ota".into()),
            sort: Some(ConsultationSort::Newest),
        };
        let query = filter.to_query();
        let get = |name: &str| query.iter().find(|(key, _)| *key == name).map(|(_, v)| v.clone());
        assert_eq!(ConsultationFilter::from_query(get), filter);
        assert!(ConsultationFilter::default().to_query().is_empty());
    }

    #[test]
    fn nonsense_in_an_address_filters_nothing() {
        let get = |name: &str| match name {
            "status" => Some("sleeping".to_owned()),
            "q" => Some("   ".to_owned()),
            "agency" => Some(String::new()),
            _ => None,
        };
        assert_eq!(ConsultationFilter::from_query(get), ConsultationFilter::default());
    }
}
