//! What we build on may be used by anybody, as our own licence promises, and can be fetched from wherever the person's
//! registry is.

use super::count::Count;
use super::report::TestsFailed;
use crate::command;
use crate::project::Project;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;

/// Licences under which a dependency may be part of the app or the sandbox (SPDX).
const ALLOWED: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Two checks: the licences of all crates, and the lock files of npm.
pub fn check(project: &Project) -> Result<Count> {
    let metadata =
        command::output(project.cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let refused: Vec<String> = packages.iter().filter_map(refusal).collect();
    let leaks: Vec<String> = ["package-lock.json", "tests/e2e/package-lock.json"]
        .into_iter()
        .filter(|lock| fs::read_to_string(project.root.join(lock)).is_ok_and(|lock| lock.contains("\"resolved\"")))
        .map(|lock| format!("{lock} names a registry's server; make it again with the project's .npmrc beside it"))
        .collect();
    refused.iter().chain(&leaks).for_each(|line| println!("{line}"));

    let failed = u64::from(!refused.is_empty()) + u64::from(!leaks.is_empty());
    let count = Count { passed: 2 - failed, failed };
    if failed == 0 { Ok(count) } else { Err(TestsFailed(count).into()) }
}

fn refusal(package: &Value) -> Option<String> {
    let name = package["name"].as_str().unwrap_or("a package without a name");
    let licence = package["license"].as_str().unwrap_or("none");
    (!is_allowed(licence))
        .then(|| format!("{name}: its licence ({licence}) is not among those we may build on"))
}

/// Whether an SPDX expression leaves at least one way that is allowed in whole.
fn is_allowed(expression: &str) -> bool {
    // Older packages write a slash for "or".
    let expression = expression.replace('/', " OR ");
    let expression = unwrapped(&expression);
    if ALLOWED.contains(&expression) {
        return true;
    }
    // OR binds weaker than AND, so it is split first.
    let choices = parts(expression, " OR ");
    if choices.len() > 1 {
        return choices.into_iter().any(is_allowed);
    }
    let needed = parts(expression, " AND ");
    needed.len() > 1 && needed.into_iter().all(is_allowed)
}

/// The expression without the one pair of brackets around it all.
fn unwrapped(expression: &str) -> &str {
    let expression = expression.trim();
    let inner = expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).unwrap_or(expression)
}

/// Splits at an operator outside of brackets.
fn parts<'a>(expression: &'a str, operator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, character) in expression.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 && at >= start && expression[at..].starts_with(operator) => {
                parts.push(&expression[start..at]);
                start = at + operator.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_allowed_when_one_of_its_ways_is() {
        assert!(is_allowed("MIT OR GPL-3.0"));
        assert!(is_allowed("MIT/Apache-2.0"));
        assert!(is_allowed("Unlicense OR (GPL-3.0 AND MIT)"));
        assert!(!is_allowed("GPL-3.0 OR AGPL-3.0"));
    }

    #[test]
    fn of_licences_that_hold_together_each_must_be_allowed() {
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"));
        assert!(!is_allowed("MIT AND GPL-3.0"));
    }

    #[test]
    fn no_licence_is_not_allowed() {
        assert!(!is_allowed("none"));
    }
}
