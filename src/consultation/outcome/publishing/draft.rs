//! An outcome as it is being written: every field as typed, kept on the device until it is
//! published.

use muloqot_domain::{
    ChangedDocument, CommentId, ConsultationId, Decision, FromJson, LanguageTag, NewOutcome,
    Outcome, Theme, ThemeId, from_json,
};
use serde::Serialize;

use crate::{json::read_json, routes::Address, storage::device_storage};

/// Bytes in a kilobyte, as networks and tariffs count (IEC 80000-13).
const KILOBYTE: u64 = 1_000;

/// A theme as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ThemeDraft {
    pub id: String,
    pub title: String,
    pub decision: String,
    pub reason: String,
    /// Links, one on each line.
    pub comments: String,
    pub document_title: String,
    pub document_url: String,
    /// In kilobytes.
    pub document_size: String,
}

from_json!(ThemeDraft {
    id: required,
    title: optional,
    decision: optional,
    reason: optional,
    comments: optional,
    document_title: optional,
    document_url: optional,
    document_size: optional,
});

/// An outcome as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OutcomeDraft {
    pub lead: String,
    pub themes: Vec<ThemeDraft>,
}

from_json!(OutcomeDraft { lead: optional, themes: optional });

impl OutcomeDraft {
    /// What is published, to be changed.
    pub fn of(outcome: &Outcome, consultation: &ConsultationId) -> Self {
        let link = |id: &CommentId| Address::Comment(consultation.clone(), id.clone()).path();
        let theme = |theme: &Theme| {
            let document = theme.document.clone().unwrap_or_default();
            ThemeDraft {
                id: theme.id.0.clone(),
                title: theme.title.clone(),
                decision: theme.decision.to_string(),
                reason: theme.reason.clone(),
                comments: theme.comments.iter().map(link).collect::<Vec<_>>().join("\n"),
                document_title: document.title,
                document_url: document.url,
                document_size: document
                    .bytes
                    .map(|bytes| bytes.div_ceil(KILOBYTE).to_string())
                    .unwrap_or_default(),
            }
        };
        Self { lead: outcome.lead.clone(), themes: outcome.themes.iter().map(theme).collect() }
    }

    /// What is to be published. A line that is no link to a comment of the consultation stands
    /// for a comment without a name, which no platform has.
    pub fn outcome(
        &self,
        consultation: &ConsultationId,
        language: LanguageTag,
        replaces: Option<u64>,
    ) -> NewOutcome {
        let themes = self.themes.iter().map(|theme| theme.theme(consultation)).collect();
        NewOutcome { language, lead: self.lead.clone(), themes, replaces }
    }

    /// The draft that was kept for a consultation.
    pub fn kept(consultation: &ConsultationId) -> Option<Self> {
        let json = device_storage()?.get_item(&key(consultation)).ok()??;
        Self::from_json(&read_json(&json)?)
    }

    /// Keeps it on the device.
    pub fn keep(&self, consultation: &ConsultationId) {
        if let (Some(storage), Ok(json)) = (device_storage(), serde_json::to_string(self)) {
            // Where nothing can be kept, it is on the page until that is left.
            let _ = storage.set_item(&key(consultation), &json);
        }
    }

    /// Forgets what was kept.
    pub fn forget(consultation: &ConsultationId) {
        if let Some(storage) = device_storage() {
            // What cannot be removed was not kept either.
            let _ = storage.remove_item(&key(consultation));
        }
    }
}

fn key(consultation: &ConsultationId) -> String {
    format!("muloqot.outcome/{consultation}")
}

impl ThemeDraft {
    /// Whether what is typed for a size is none.
    pub fn has_odd_size(&self) -> bool {
        !self.document_size.trim().is_empty() && self.bytes().is_none()
    }

    fn bytes(&self) -> Option<u64> {
        let kilobytes: u64 = self.document_size.trim().parse().ok()?;
        kilobytes.checked_mul(KILOBYTE)
    }

    fn theme(&self, consultation: &ConsultationId) -> Theme {
        let lines = self.comments.lines().filter(|line| !line.trim().is_empty());
        let (title, url) = (self.document_title.trim(), self.document_url.trim());
        let has_document = !title.is_empty() || !url.is_empty();
        Theme {
            id: ThemeId(self.id.clone()),
            title: self.title.clone(),
            decision: self.decision.parse().unwrap_or(Decision::Other),
            reason: self.reason.clone(),
            comments: lines.map(|line| linked_comment(line, consultation)).collect(),
            document: has_document.then(|| ChangedDocument {
                title: title.to_owned(),
                url: url.to_owned(),
                media_type: media_type(url).map(str::to_owned),
                bytes: self.bytes(),
            }),
        }
    }
}

/// The comment of the consultation that a link leads to, whichever site it is copied from; one
/// without a name when it leads elsewhere.
pub fn linked_comment(link: &str, consultation: &ConsultationId) -> CommentId {
    let place = link.find("/consultations/").and_then(|at| link.get(at..)).unwrap_or_default();
    let path = place.trim().split(['?', '#']).next().unwrap_or_default();
    match Address::parse(path, |_| None) {
        Address::Comment(of, comment) if of == *consultation => comment,
        _ => CommentId(String::new()),
    }
}

/// The media type of a document, by the end of its address.
fn media_type(url: &str) -> Option<&'static str> {
    let (_, end) = url.rsplit_once('.')?;
    Some(match end.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use muloqot_domain::{AgencyNumbers, Timestamp};

    use super::*;

    fn written() -> OutcomeDraft {
        OutcomeDraft {
            lead: "Rahmat".into(),
            themes: vec![ThemeDraft {
                id: "t1".into(),
                title: "Daraxt".into(),
                decision: "in_part".into(),
                reason: "Joy yoʻq".into(),
                comments: "/consultations/c-7/comments/k1\n/consultations/c-7/comments/k2".into(),
                document_title: "Reja".into(),
                document_url: "https://example.gov.uz/reja.pdf".into(),
                document_size: "241".into(),
            }],
        }
    }

    #[test]
    fn what_is_published_comes_back_as_it_was_written() {
        let id = ConsultationId::from("c-7");
        let new = written().outcome(&id, LanguageTag("uz-Latn".into()), None);
        let outcome = Outcome {
            published_at: Timestamp(0),
            revision: 1,
            language: new.language,
            lead: new.lead,
            themes: new.themes,
            cited: Vec::new(),
            agency_numbers: AgencyNumbers::default(),
            can: Vec::new(),
        };
        assert_eq!(OutcomeDraft::of(&outcome, &id), written());
        let kept = serde_json::to_value(written()).unwrap();
        assert_eq!(OutcomeDraft::from_json(&kept), Some(written()));
    }

    #[test]
    fn a_link_is_taken_from_any_site_and_leads_into_this_thread_alone() {
        let id = ConsultationId::from("c-7");
        for link in [
            " https://muloqot.example.uz/consultations/c-7/comments/k1?lang=ru ",
            "/consultations/c-7/comments/k1#top",
        ] {
            assert_eq!(linked_comment(link, &id), "k1".into(), "{link}");
        }
        for link in
            ["k1", "https://example.uz/", "/consultations/c-8/comments/k1", "/consultations/c-7"]
        {
            assert_eq!(linked_comment(link, &id).as_str(), "", "{link}");
        }
    }

    #[test]
    fn a_size_is_a_whole_number_or_nothing() {
        let sized = |size: &str| ThemeDraft { document_size: size.into(), ..ThemeDraft::default() };
        assert!(sized("big").has_odd_size() && sized("1,5").has_odd_size());
        assert!(!sized(" ").has_odd_size() && !sized("12").has_odd_size());
    }
}
