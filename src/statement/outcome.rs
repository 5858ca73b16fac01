//! What the last audit came to: `docs/accessibility/summary.json`, as `cargo xtask audit` wrote it.

use muloqot_domain::Timestamp;

use crate::{json::read_json, locale::fetch_text};

const ADDRESS: &str = "/accessibility/summary.json";

/// The outcome in three numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// When it was.
    pub date: Timestamp,
    /// How often something was checked.
    pub checks: u64,
    /// How often it failed.
    pub failures: u64,
}

/// Fetches it, if it can be had.
pub async fn fetch_outcome() -> Option<Outcome> {
    read(&fetch_text(ADDRESS).await.ok()?)
}

/// The whole audit if there was one, else the covering one of the daily tests.
fn read(json: &str) -> Option<Outcome> {
    let summary = read_json(json)?;
    let numbers = summary.get("full").or_else(|| summary.get("quick"))?;
    Some(Outcome {
        date: day(numbers.get("date")?.as_str()?)?,
        checks: numbers.get("checks")?.as_u64()?,
        failures: numbers.get("failures")?.as_u64()?,
    })
}

/// The beginning of a day, as ISO 8601 writes it, with or without a time after it.
pub fn day(written: &str) -> Option<Timestamp> {
    let midnight = written.get(..10)?.to_owned() + "T00:00:00+05:00";
    Timestamp::parse(&midnight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_audit_counts_before_the_covering_one() {
        let quick = r#""quick":{"date":"2026-11-24","checks":5,"failures":0}"#;
        let full = r#""full":{"date":"2026-11-25T10:00:00Z","checks":9,"failures":1}"#;
        let read_day = |json: String| {
            read(&json).map(|outcome| (outcome.date.tashkent_date().day, outcome.checks))
        };
        assert_eq!(read_day(format!("{{{quick}}}")), Some((24, 5)));
        assert_eq!(read_day(format!("{{{quick},{full}}}")), Some((25, 9)));
    }

    #[test]
    fn what_is_no_outcome_is_not_told() {
        for json in ["", "{}", r#"{"full":{"date":"today","checks":1,"failures":0}}"#] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
