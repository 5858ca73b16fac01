//! Which consultations the reader follows, and how each stood when they were there: kept on the
//! device, and told to nobody.

use muloqot_domain::{Comment, ConsultationId, FromJson, Visit};
use serde_json::Value;

use crate::{json::read_json, storage::device_storage};

/// Where it is kept.
const STORAGE_KEY: &str = "muloqot.followed";
/// How many may be followed; the one that was visited longest ago gives way.
const FOLLOWED_MAX: usize = 24;

/// Whether any is followed.
pub fn is_any() -> bool {
    device_storage().is_some_and(|kept| matches!(kept.get_item(STORAGE_KEY), Ok(Some(_))))
}

/// How those that are followed stood, the one that was visited last first.
pub fn visits() -> Vec<Visit> {
    let kept = device_storage().and_then(|kept| kept.get_item(STORAGE_KEY).ok().flatten());
    kept.and_then(|json| read_json(&json)).map(|value| read(&value)).unwrap_or_default()
}

/// How a consultation stood at the last visit, where it is followed.
pub fn visit(id: &ConsultationId) -> Option<Visit> {
    visits().into_iter().find(|visit| visit.id == *id)
}

/// Follows a consultation from how it stands now on; `false` where the device does not keep it.
pub fn keep(visit: Visit) -> bool {
    write(with(visits(), visit))
}

/// The reader has written a comment: where they follow its consultation, it is no news to them.
pub fn count_own(comment: &Comment) {
    if let Some(visit) = visit(&comment.consultation_id) {
        keep(visit.with_own(comment));
    }
}

/// Follows a consultation no longer; `false` likewise.
pub fn forget(id: &ConsultationId) -> bool {
    let mut visits = visits();
    visits.retain(|visit| visit.id != *id);
    write(visits)
}

fn with(mut visits: Vec<Visit>, visit: Visit) -> Vec<Visit> {
    visits.retain(|other| other.id != visit.id);
    visits.insert(0, visit);
    visits.truncate(FOLLOWED_MAX);
    visits
}

fn read(value: &Value) -> Vec<Visit> {
    let visits = value.as_array().map(Vec::as_slice).unwrap_or_default();
    visits.iter().filter_map(Visit::from_json).collect()
}

fn written(visits: &[Visit]) -> Option<String> {
    // Not by a value of JSON: what writes one can write fractions too, and weighs three kilobytes.
    serde_json::to_string(visits).ok()
}

fn write(visits: Vec<Visit>) -> bool {
    let Some(storage) = device_storage() else { return false };
    let is_written = match visits.as_slice() {
        [] => storage.remove_item(STORAGE_KEY).ok(),
        visits => written(visits).and_then(|json| storage.set_item(STORAGE_KEY, &json).ok()),
    };
    is_written.is_some()
}

#[cfg(test)]
mod tests {
    use muloqot_domain::Status;
    use serde_json::json;

    use super::*;

    fn visit(id: usize, comments: u64) -> Visit {
        Visit {
            id: ConsultationId(format!("c{id}")),
            comments,
            status: Status::Open,
            has_reply: true,
            has_outcome: false,
        }
    }

    #[test]
    fn what_is_kept_is_read_as_it_was() {
        let visits = vec![visit(1, 3), visit(2, 0)];
        let kept: Value = serde_json::from_str(&written(&visits).unwrap()).unwrap();
        assert_eq!(read(&kept), visits);
        assert_eq!(read(&json!([{ "id": 7 }, kept[0]])).len(), 1);
        assert!(read(&json!({})).is_empty());
    }

    #[test]
    fn the_last_visit_takes_the_place_of_the_one_before() {
        let visits = with(vec![visit(1, 3), visit(2, 0)], visit(2, 5));
        assert_eq!(visits, [visit(2, 5), visit(1, 3)]);
    }

    #[test]
    fn the_one_that_was_visited_longest_ago_gives_way() {
        let full = (0..FOLLOWED_MAX).map(|id| visit(id, 0)).collect();
        let visits = with(full, visit(FOLLOWED_MAX, 0));
        assert_eq!(visits.len(), FOLLOWED_MAX);
        assert_eq!(visits.first().map(|it| it.id.as_str()), Some("c24"));
        assert_eq!(visits.last().map(|it| it.id.as_str()), Some("c22"));
    }
}
