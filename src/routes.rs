//! Every address of the app: one type, to a path and back.

use muloqot_domain::{CommentId, ConsultationFilter, ConsultationId, QuestionId};

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// What is open, closing soon and recently answered.
    Home,
    /// The consultations that pass a filter.
    Consultations(ConsultationFilter),
    /// A consultation and its thread.
    Consultation(ConsultationId),
    /// A consultation with one comment of its thread put first, in its context.
    Comment(ConsultationId, CommentId),
    /// A question of a consultation and its thread.
    Question(ConsultationId, QuestionId),
    /// The accessibility statement.
    Accessibility,
    /// Nothing of ours.
    Unknown,
}

/// Which page shows an address. Addresses with the same page differ only in what the
/// page shows, so that it stays mounted between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The home page.
    Home,
    /// The list of consultations, whatever the filter.
    Consultations,
    /// That consultation, whatever the comment.
    Consultation(ConsultationId),
    /// That question of that consultation.
    Question(ConsultationId, QuestionId),
    /// The accessibility statement.
    Accessibility,
    /// The page that says there is none.
    Unknown,
}

impl Address {
    /// Reads a path such as `/consultations/school-meals` and its query parameters.
    #[must_use]
    pub fn parse(path: &str, query: impl Fn(&str) -> Option<String>) -> Self {
        let parts: Option<Vec<String>> =
            path.split('/').filter(|part| !part.is_empty()).map(percent_decoded).collect();
        let Some(parts) = parts else { return Self::Unknown };
        match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [] => Self::Home,
            ["consultations"] => Self::Consultations(ConsultationFilter::from_query(query)),
            ["consultations", id] => Self::Consultation(ConsultationId::from(*id)),
            ["consultations", id, "comments", comment] => {
                Self::Comment(ConsultationId::from(*id), CommentId::from(*comment))
            }
            ["consultations", id, "questions", question] => {
                Self::Question(ConsultationId::from(*id), QuestionId::from(*question))
            }
            ["accessibility"] => Self::Accessibility,
            _ => Self::Unknown,
        }
    }

    /// The path and query that lead here.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Consultations(filter) => {
                let query: Vec<String> = filter
                    .to_query()
                    .into_iter()
                    .map(|(name, value)| format!("{name}={}", percent_encoded(&value)))
                    .collect();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("/consultations{mark}{}", query.join("&"))
            }
            Self::Consultation(id) => format!("/consultations/{}", percent_encoded(id.as_str())),
            Self::Comment(id, comment) => below(id, "comments", comment.as_str()),
            Self::Question(id, question) => below(id, "questions", question.as_str()),
            Self::Accessibility => "/accessibility".to_owned(),
            Self::Unknown => "/not-found".to_owned(),
        }
    }

    /// Which page shows it.
    #[must_use]
    pub fn page(&self) -> PageKind {
        match self {
            Self::Home => PageKind::Home,
            Self::Consultations(_) => PageKind::Consultations,
            Self::Consultation(id) | Self::Comment(id, _) => PageKind::Consultation(id.clone()),
            Self::Question(id, question) => PageKind::Question(id.clone(), question.clone()),
            Self::Accessibility => PageKind::Accessibility,
            Self::Unknown => PageKind::Unknown,
        }
    }
}

fn below(consultation: &ConsultationId, kind: &str, id: &str) -> String {
    format!(
        "/consultations/{}/{kind}/{}",
        percent_encoded(consultation.as_str()),
        percent_encoded(id)
    )
}

/// Everything but the unreserved characters of RFC 3986 § 2.3 as `%XX`.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// The text behind `%XX`; `None` when it is no UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%');
        let code = hex.and_then(|hex| core::str::from_utf8(hex).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::{AgencyId, ConsultationSort, Status, Topic};

    fn parse(address: &str) -> Address {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let query: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), percent_decoded(value).unwrap()))
            .collect();
        Address::parse(path, |name| {
            query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn every_address_leads_back_to_itself() {
        let filter = ConsultationFilter {
            status: Some(Status::Open),
            topic: Some(Topic::Transport),
            agency: Some(AgencyId::from("a/b")),
            search: Some("yo‘l & koʻprik 100%".into()),
            sort: Some(ConsultationSort::MostDiscussed),
        };
        for address in [
            Address::Home,
            Address::Accessibility,
            Address::Consultations(ConsultationFilter::default()),
            Address::Consultations(filter),
            Address::Consultation("school-meals".into()),
            Address::Comment("мактаб/1".into(), "c?#%".into()),
            Address::Question("мактаб/1".into(), "қанча?#%".into()),
        ] {
            assert_eq!(parse(&address.path()), address);
        }
    }

    #[test]
    fn what_leads_nowhere_is_unknown() {
        for path in ["/nowhere", "/consultations/a/b", "/consultations/%FF", "/a/../b"] {
            assert_eq!(parse(path), Address::Unknown, "{path}");
        }
    }

    #[test]
    fn slashes_too_many_do_no_harm() {
        assert_eq!(parse("//consultations/"), parse("/consultations"));
    }
}
