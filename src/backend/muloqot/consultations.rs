//! Consultations and the agencies that ask.

use muloqot_domain::{
    Agency, Consultation, ConsultationFilter, ConsultationId, Cursor, PAGE_LIMIT_MAX, Page,
};

use super::{Muloqot, read, read_page, read_page_for, with_cursor};
use crate::backend::{Answer, address::Address, http::Asker};

/// More pages than any state has agencies for: a server whose pages never end is left.
const AGENCY_PAGES_MAX: u32 = 20;

impl Muloqot {
    pub fn consultations(
        &self,
        filter: &ConsultationFilter,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Consultation>> {
        read_page(self.consultations_address(filter, cursor, limit))
    }

    pub fn consultation(&self, id: &ConsultationId) -> Answer<Consultation> {
        read(self.address(&["consultations", id.as_str()]))
    }

    pub fn agencies(&self) -> Answer<Vec<Agency>> {
        let first = self.address(&["agencies"]).parameter("limit", &PAGE_LIMIT_MAX.to_string());
        let asker = Asker::current();
        Box::pin(async move {
            let mut agencies = Vec::new();
            let mut cursor = None;
            for _ in 0..AGENCY_PAGES_MAX {
                let address = with_cursor(first.clone(), cursor.as_ref());
                let page: Page<Agency> = read_page_for(asker.clone(), address).await?;
                agencies.extend(page.items);
                cursor = page.next_cursor;
                if cursor.is_none() {
                    break;
                }
            }
            Ok(agencies)
        })
    }

    fn consultations_address(
        &self,
        filter: &ConsultationFilter,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Address {
        let mut address = self.address(&["consultations"]);
        for (name, value) in filter.to_query() {
            address = address.parameter(name, &value);
        }
        with_cursor(address.parameter("limit", &limit.to_string()), cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::{ConsultationSort, Status};

    #[test]
    fn a_filter_and_a_place_in_the_list_travel_as_parameters() {
        let filter = ConsultationFilter {
            status: Some(Status::Open),
            search: Some("oʻquvchi & ota".into()),
            sort: Some(ConsultationSort::Newest),
            ..ConsultationFilter::default()
        };
        let platform = Muloqot::new("/api/v1");
        assert_eq!(
            platform.consultations_address(&filter, Some(&Cursor("x/1".into())), 6).as_str(),
            "/api/v1/consultations?status=open&q=o%CA%BBquvchi%20%26%20ota&sort=newest&limit=6&cursor=x%2F1"
        );
        assert_eq!(
            platform.consultations_address(&ConsultationFilter::default(), None, 20).as_str(),
            "/api/v1/consultations?limit=20"
        );
    }
}
