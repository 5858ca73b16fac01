//! Which request suffers what.

use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use serde::Deserialize;

/// What to do to requests of one kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The method; any when absent.
    pub method: Option<String>,
    /// The path; `*` stands for one segment of it, `**` for any number of them.
    pub path: String,
    /// How long to wait first, in milliseconds.
    #[serde(default)]
    pub delay_ms: u64,
    /// The status to answer with.
    pub status: Option<u16>,
    /// The `Retry-After` to answer with, in seconds.
    pub retry_after: Option<u32>,
    /// The body to answer with; a problem that fits the status when absent.
    pub body: Option<Lie>,
    /// Whether a write is done before its answer is lost.
    #[serde(default)]
    pub after_write: bool,
    /// How many requests suffer it; all of them when absent.
    pub times: Option<u32>,
}

/// A body that is not the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lie {
    /// A page of some proxy.
    Html,
    /// Half of the answer, and then the connection is lost.
    Cut,
    /// Said to be JSON, and is not.
    Garbage,
    /// Nothing.
    Empty,
}

/// The faults that were asked for.
#[derive(Default)]
pub struct Faults(Mutex<Vec<Rule>>);

impl Faults {
    /// Puts these in the place of all that were asked for.
    pub fn set(&self, rules: Vec<Rule>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = rules;
    }

    /// The first rule for a request, which is thereby used once.
    pub fn take(&self, method: &Method, path: &str) -> Option<Rule> {
        let mut rules = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rule = rules.iter_mut().find(|rule| {
            rule.times != Some(0)
                && rule
                    .method
                    .as_ref()
                    .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()))
                && matches(&rule.path, path)
        })?;
        if let Some(times) = &mut rule.times {
            *times -= 1;
        }
        Some(rule.clone())
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    segments_match(&pattern, &path)
}

fn segments_match(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**", rest @ ..], _) => (0..=path.len()).any(|skip| segments_match(rest, &path[skip..])),
        (["*", pattern @ ..], [_, path @ ..]) => segments_match(pattern, path),
        ([wanted, pattern @ ..], [segment, path @ ..]) => {
            wanted == segment && segments_match(pattern, path)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_one_segment_and_two_are_any_number() {
        assert!(matches("/a/*", "/a/b"));
        assert!(!matches("/a/*", "/a/b/c"));
        assert!(matches("/a/*/c", "/a/b/c"));
        assert!(matches("/a/**", "/a/b/c"));
        assert!(matches("/**/c", "/a/b/c"));
        assert!(!matches("/a", "/b"));
    }
}
