//! What was typed and not yet sent, kept on the device.
//!
//! Saved at every change, so that a reload, a crash, an empty battery or a sign-in in
//! between loses nothing.

use muloqot_domain::{ConsultationId, FromJson, LanguageTag, from_json};
use serde::Serialize;

use super::Place;
use crate::{
    backend::IdempotencyKey,
    json::read_json,
    storage::{device_storage, visit_storage},
};

/// What was typed and not yet sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// The stance as chosen; empty when none was.
    pub stance: String,
    /// By what its author is to be shown; empty for what it was before.
    pub shown_as: String,
    /// What is quoted of the comment that is answered.
    pub quote: Option<String>,
    /// The key of the intention to send this. It belongs to the draft and not to the tab it is
    /// in: whoever sends the same draft from two of them posts it once.
    pub key: Option<IdempotencyKey>,
    /// How it was sent, if it was and nobody knows yet what became of it.
    pub sent: Option<Sent>,
}

impl FromJson for Draft {
    /// The text counts: what else was kept may be another version's.
    fn from_json(value: &serde_json::Value) -> Option<Self> {
        Some(Self {
            text: String::from_json(value.get("text")?)?,
            stance: value.get("stance").and_then(String::from_json).unwrap_or_default(),
            shown_as: value.get("shown_as").and_then(String::from_json).unwrap_or_default(),
            quote: value.get("quote").and_then(String::from_json),
            key: value.get("key").and_then(IdempotencyKey::from_json),
            sent: value.get("sent").and_then(Sent::from_json),
        })
    }
}

impl Draft {
    /// Whether nothing was typed or chosen that would be missed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.quote.is_none()
    }
}

/// What was sent, and as what. Whatever is sent from the same form goes under the same key
/// until it is answered: the same words are then posted once, even after a reload, and other
/// words are not posted beside the first ones without asking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sent {
    /// The key of the intention.
    pub key: IdempotencyKey,
    /// The stance as it was sent.
    pub stance: String,
    /// The text as it was sent.
    pub text: String,
    /// What was quoted.
    pub quote: Option<String>,
    /// The language it was said to be in. The reader's own, which it is guessed by, may be
    /// another one at the next try, and the request must be the same to the letter.
    pub language: LanguageTag,
}

from_json!(Sent {
    key: required,
    stance: required,
    text: required,
    quote: optional,
    language: required,
});

/// Where one draft is kept.
#[derive(Clone, Debug)]
pub struct DraftKeeper {
    key: String,
}

/// Where it is kept which form a sign-in interrupted, for this tab only.
const RESUME_KEY: &str = "muloqot.resume";

impl DraftKeeper {
    /// The keeper of the draft for one place of one consultation.
    pub fn new(consultation: &ConsultationId, place: &Place) -> Self {
        Self { key: format!("muloqot.draft/{consultation}/{}", place.slug()) }
    }

    /// The draft that was kept, if there is one with anything in it.
    pub fn kept(&self) -> Option<Draft> {
        let json = device_storage()?.get_item(&self.key).ok()??;
        let value = read_json(&json)?;
        Draft::from_json(&value).filter(|draft| !draft.is_empty())
    }

    /// Keeps a draft; `false` when the device does not keep it. One with nothing
    /// in it is forgotten.
    pub fn keep(&self, draft: &Draft) -> bool {
        if draft.is_empty() {
            self.forget();
            return true;
        }
        let json = serde_json::to_string(draft).unwrap_or_default();
        device_storage().is_some_and(|storage| storage.set_item(&self.key, &json).is_ok())
    }

    /// Forgets the draft.
    pub fn forget(&self) {
        if let Some(storage) = device_storage() {
            // What cannot be removed was not kept either.
            let _ = storage.remove_item(&self.key);
        }
    }

    /// Marks this form as the one to come back to after signing in.
    pub fn mark_for_return(&self) {
        if let Some(storage) = visit_storage() {
            // Without the mark the text is still there, only not in focus.
            let _ = storage.set_item(RESUME_KEY, &self.key);
        }
    }

    /// Whether this is the form to come back to.
    pub fn is_marked_for_return(&self) -> bool {
        let marked = visit_storage().and_then(|kept| kept.get_item(RESUME_KEY).ok().flatten());
        marked.is_some_and(|key| key == self.key)
    }

    /// The form has been come back to.
    pub fn unmark(&self) {
        if let Some(storage) = visit_storage() {
            // A mark that stays only moves the focus once more.
            let _ = storage.remove_item(RESUME_KEY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_was_kept() {
        let sent = Sent {
            key: IdempotencyKey::fresh(),
            stance: "for".into(),
            text: "Maktab".into(),
            quote: Some("Kerakmi?".into()),
            language: LanguageTag("uz-Latn".into()),
        };
        for sent in [None, Some(sent)] {
            let draft = Draft {
                text: "Maktab kerak".into(),
                stance: "for".into(),
                shown_as: "district".into(),
                quote: sent.as_ref().map(|_| "Kerakmi?".into()),
                key: sent.as_ref().map(|sent| sent.key.clone()),
                sent,
            };
            let kept = serde_json::to_value(&draft).unwrap();
            assert_eq!(Draft::from_json(&kept), Some(draft));
        }
    }

    #[test]
    fn a_draft_of_another_version_is_read_as_far_as_it_goes() {
        let kept = serde_json::json!({
            "text": "Maktab", "stance": 7, "mood": "calm", "sent": { "key": "k" },
        });
        let draft = Draft { text: "Maktab".into(), ..Draft::default() };
        assert_eq!(Draft::from_json(&kept), Some(draft));
    }
}
