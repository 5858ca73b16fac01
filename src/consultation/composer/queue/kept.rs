//! What waits, as it is kept on the device.

use muloqot_domain::{
    CommentId, ConsultationId, FromJson, PersonId, Problem, QuestionId, ShownAs, Timestamp,
    from_json,
};
use serde::Serialize;

use super::{
    super::{Place, draft::Sent},
    STORAGE_KEY,
};
use crate::{backend::IdempotencyKey, json::read_json, storage::device_storage};

/// How many comments may wait on a device.
const WAITING_MAX: usize = 20;
/// How much room they may take, in bytes of JSON: a browser gives five million to all of a site.
const BYTES_MAX: usize = 400_000;
/// For how long a platform is sure to know a key again, in seconds: an hour less than the day
/// that it keeps them, since clocks differ.
const KEY_LASTS: i64 = 23 * 3600;

/// A comment that waits to be sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waiting {
    /// The consultation it is about.
    pub consultation: ConsultationId,
    /// What it answers.
    pub parent: Option<CommentId>,
    /// The question whose thread it begins, if it is one's.
    pub question: Option<QuestionId>,
    /// Who was signed in when it was written; nobody else sends it in their name.
    pub person: Option<PersonId>,
    /// Since when it waits.
    pub since: Timestamp,
    /// By what they are to be known.
    pub shown_as: Option<ShownAs>,
    /// What is sent, under its key: once, however often that is tried.
    pub sent: Sent,
    /// Why the platform did not take it, if it did not.
    pub refused: Option<Problem>,
}

from_json!(Waiting {
    consultation: required,
    parent: optional,
    question: optional,
    person: optional,
    since: required,
    shown_as: optional,
    sent: required,
    refused: optional,
});

impl Waiting {
    /// Where it was written.
    pub fn place(&self) -> Place {
        let top = || Place::top(self.question.clone());
        self.parent.clone().map_or_else(top, Place::Reply)
    }

    /// Why it is not sent by itself, if it is not.
    pub fn needs_press(&self, now: Timestamp) -> Option<NeedsPress> {
        if self.person.is_none() {
            return Some(NeedsPress::Unsigned);
        }
        (now.0 - self.since.0 > KEY_LASTS).then_some(NeedsPress::Old)
    }
}

/// Why a comment is not sent before somebody says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsPress {
    /// Nobody was signed in when it was written: whoever signs in next may be somebody else.
    Unsigned,
    /// It was sent so long ago that the platform, had it arrived, would not know it again.
    Old,
}

/// Everything that waits, in the order in which it came. What another version kept and this one
/// cannot read is left out, and not told from what was never there.
pub fn waiting() -> Vec<Waiting> {
    let kept = device_storage().and_then(|kept| kept.get_item(STORAGE_KEY).ok().flatten());
    kept.map(|json| read(&json)).unwrap_or_default()
}

fn read(json: &str) -> Vec<Waiting> {
    let value = read_json(json);
    let items = value.as_ref().and_then(|value| value.as_array());
    items.map(|items| items.iter().filter_map(Waiting::from_json).collect()).unwrap_or_default()
}

/// Keeps what waits from now on; `false` where the device does not.
pub fn keep(waiting: &[Waiting]) -> bool {
    let Some(storage) = device_storage() else { return false };
    if waiting.is_empty() {
        return storage.remove_item(STORAGE_KEY).is_ok();
    }
    written(waiting).is_some_and(|json| storage.set_item(STORAGE_KEY, &json).is_ok())
}

fn written(waiting: &[Waiting]) -> Option<String> {
    let json = serde_json::to_string(waiting).ok()?;
    (waiting.len() <= WAITING_MAX && json.len() <= BYTES_MAX).then_some(json)
}

/// Takes one out, however it ended.
pub fn remove(key: &IdempotencyKey) {
    let mut all = waiting();
    all.retain(|waiting| waiting.sent.key != *key);
    keep(&all);
}

/// Notes why one was not taken.
pub fn refuse(key: &IdempotencyKey, problem: &Problem) {
    let mut all = waiting();
    for waiting in all.iter_mut().filter(|waiting| waiting.sent.key == *key) {
        waiting.refused = Some(problem.clone());
    }
    keep(&all);
}

#[cfg(test)]
mod tests {
    use muloqot_domain::{LanguageTag, ProblemCode};

    use super::*;

    fn one(text: &str) -> Waiting {
        Waiting {
            consultation: "c-1".into(),
            parent: Some("k-1".into()),
            question: None,
            shown_as: None,
            person: Some("p-1".into()),
            since: Timestamp(1_790_000_000),
            sent: Sent {
                key: IdempotencyKey::fresh(),
                stance: "for".into(),
                text: text.into(),
                quote: Some("Kerakmi?".into()),
                language: LanguageTag("uz-Latn".into()),
            },
            refused: Some(Problem::new(ProblemCode::Closed)),
        }
    }

    #[test]
    fn what_waits_is_read_as_it_was_kept_and_in_order() {
        let waiting = vec![one("Birinchi"), one("Ikkinchi")];
        assert_eq!(read(&written(&waiting).unwrap()), waiting);
    }

    #[test]
    fn an_answer_waits_for_its_own_question() {
        let answer = Waiting { parent: None, question: Some("q-1".into()), ..one("Javob") };
        assert_eq!(answer.place(), Place::Answer("q-1".into()));
        assert_eq!(Waiting { question: None, ..answer }.place(), Place::Top);
    }

    #[test]
    fn one_that_cannot_be_read_costs_itself_alone() {
        let whole = serde_json::to_value(one("Birinchi")).unwrap();
        let json = serde_json::json!([{ "text": 1 }, whole, 7]).to_string();
        assert_eq!(read(&json).len(), 1);
        assert_eq!(read("{}"), []);
        assert_eq!(read("no JSON"), []);
    }

    #[test]
    fn what_might_be_another_persons_or_be_posted_twice_is_not_sent_by_itself() {
        let waiting = one("Fikr");
        let after = |hours: i64| Timestamp(waiting.since.0 + hours * 3600);
        assert_eq!(waiting.needs_press(after(0)), None);
        assert_eq!(waiting.needs_press(after(23)), None);
        assert_eq!(waiting.needs_press(after(24)), Some(NeedsPress::Old));
        let unsigned = Waiting { person: None, ..waiting.clone() };
        assert_eq!(unsigned.needs_press(after(0)), Some(NeedsPress::Unsigned));
    }

    #[test]
    fn no_more_wait_than_there_is_room_for() {
        let waiting: Vec<Waiting> = (0..=WAITING_MAX).map(|_| one("Fikr")).collect();
        assert!(written(&waiting).is_none());
        assert!(written(&waiting[1..]).is_some());
        assert!(written(&[one(&"ў".repeat(BYTES_MAX))]).is_none());
    }
}
