//! What the list is narrowed down by, as chips that can be taken off one by one.

use muloqot_domain::ConsultationFilter;

use crate::{
    locale::{Message, m, status_name, topic_name},
    ui::FilterChip,
};

const SEARCH: &str = "q";
const STATUS: &str = "status";
const TOPIC: &str = "topic";
const AGENCY: &str = "agency";

/// The filters in force. The order of the list is none of them. An agency whose name is not
/// known (yet) is still a filter.
pub fn chips(filter: &ConsultationFilter, agency_name: Option<String>) -> Vec<FilterChip> {
    let chip = |key: &'static str, name: Message, choice: Option<Message>| FilterChip {
        key,
        words: match choice {
            Some(choice) => m::filter_chip(name, choice),
            None => name,
        },
        folded: key != SEARCH,
    };
    let mut chips = Vec::new();
    if let Some(search) = &filter.search {
        chips.push(chip(SEARCH, m::filter_search(), Some(m::verbatim(search.clone()))));
    }
    if let Some(status) = filter.status {
        chips.push(chip(STATUS, m::filter_status(), Some(status_name(status))));
    }
    if let Some(topic) = filter.topic {
        chips.push(chip(TOPIC, m::filter_topic(), Some(topic_name(topic))));
    }
    if filter.agency.is_some() {
        chips.push(chip(AGENCY, m::filter_agency(), agency_name.map(m::verbatim)));
    }
    chips
}

/// The filter without that of the chip with this key.
pub fn without(mut filter: ConsultationFilter, key: &str) -> ConsultationFilter {
    match key {
        SEARCH => filter.search = None,
        STATUS => filter.status = None,
        TOPIC => filter.topic = None,
        AGENCY => filter.agency = None,
        _ => {}
    }
    filter
}

#[cfg(test)]
mod tests {
    use muloqot_domain::{AgencyId, ConsultationSort, Status, Topic};

    use super::*;

    fn everything() -> ConsultationFilter {
        ConsultationFilter {
            status: Some(Status::Open),
            topic: Some(Topic::Health),
            agency: Some(AgencyId::from("health")),
            search: Some("navbat".to_owned()),
            sort: Some(ConsultationSort::Newest),
        }
    }

    #[test]
    fn everything_but_the_order_is_a_chip() {
        let keys = |filter: &ConsultationFilter| -> Vec<&str> {
            chips(filter, None).iter().map(|chip| chip.key).collect()
        };
        assert_eq!(keys(&everything()), ["q", "status", "topic", "agency"]);
        let order = Some(ConsultationSort::Newest);
        assert!(keys(&ConsultationFilter { sort: order, ..Default::default() }).is_empty());
    }

    #[test]
    fn an_agency_without_a_name_is_still_a_filter() {
        let agency = |name: Option<&str>| {
            chips(&everything(), name.map(str::to_owned)).pop().map(|chip| chip.words)
        };
        assert_eq!(agency(None), Some(m::filter_agency()));
        let named = m::filter_chip(m::filter_agency(), m::verbatim("Vazirlik"));
        assert_eq!(agency(Some("Vazirlik")), Some(named));
    }

    #[test]
    fn taking_off_each_chip_leaves_the_order() {
        let mut filter = everything();
        for chip in chips(&everything(), None) {
            filter = without(filter, chip.key);
        }
        let sort = Some(ConsultationSort::Newest);
        assert_eq!(filter, ConsultationFilter { sort, ..Default::default() });
    }
}
