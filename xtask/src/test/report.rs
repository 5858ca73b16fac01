//! What became of each stage, told at the end in one table.

use super::count::Count;
use crate::step::seconds;
use anyhow::Result;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The stages so far.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    count: Count,
    outcome: &'static str,
    time: Duration,
}

impl Report {
    /// Runs a stage, keeps what became of it, and tells whether it passed. A stage that failed without a failing test
    /// (its build broke, say) counts as one failure, so that the closing line never looks better than it was.
    pub fn stage(&mut self, name: &'static str, work: impl FnOnce() -> Result<Count>) -> bool {
        println!("\n── {name}");
        let began = Instant::now();
        let (count, failure) = match work() {
            Ok(count) => (count, None),
            Err(error) => match error.downcast::<TestsFailed>() {
                Ok(TestsFailed(count)) => (count, Some("failed")),
                Err(error) => {
                    println!("{error:#}");
                    (Count::default(), Some("failed"))
                }
            },
        };
        let passed = failure.is_none() && count.failed == 0;
        let count = if passed { count } else { Count { failed: count.failed.max(1), ..count } };
        let outcome = if passed { "ok" } else { failure.unwrap_or("failed") };
        self.rows.push(Row { name, count, outcome, time: began.elapsed() });
        passed
    }

    /// Keeps a stage that could not run, because the build it needs failed.
    pub fn not_run(&mut self, name: &'static str) {
        let count = Count { passed: 0, failed: 1 };
        self.rows.push(Row { name, count, outcome: "not run", time: Duration::ZERO });
    }

    /// Prints the table and the closing line.
    pub fn close(&self) -> ExitCode {
        println!("\n{:<10} {:>8} {:>8} {:>8}  {:>12}", "stage", "", "passed", "failed", "time");
        for Row { name, count, outcome, time } in &self.rows {
            println!(
                "{name:<10} {outcome:>8} {:>8} {:>8}  {:>12}",
                count.passed,
                count.failed,
                seconds(*time)
            );
        }
        let whole = self.rows.iter().map(|row| row.time).sum();
        let sum = self.sum();
        println!(
            "{:<10} {:>8} {:>8} {:>8}  {:>12}\n",
            "in all",
            "",
            sum.passed,
            sum.failed,
            seconds(whole)
        );
        println!("{} passed, {} failed", sum.passed, sum.failed);
        if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn sum(&self) -> Count {
        self.rows.iter().fold(Count::default(), |sum, row| sum.and(row.count))
    }
}

/// A runner that ended with failures, and what it counted until then.
#[derive(Debug)]
pub struct TestsFailed(pub Count);

impl std::fmt::Display for TestsFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} tests failed", self.0.failed)
    }
}

impl std::error::Error for TestsFailed {}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn a_stage_that_breaks_counts_as_one_failure() {
        let mut report = Report::default();
        assert!(!report.stage("ui", || Err(anyhow!("does not compile"))));
        assert_eq!(report.sum(), Count { passed: 0, failed: 1 });
    }

    #[test]
    fn failing_tests_are_counted_once_each() {
        let mut report = Report::default();
        assert!(!report.stage("ui", || Err(TestsFailed(Count { passed: 3, failed: 2 }).into())));
        assert!(report.stage("domain", || Ok(Count { passed: 4, failed: 0 })));
        assert_eq!(report.sum(), Count { passed: 7, failed: 2 });
    }

    #[test]
    fn a_stage_that_could_not_run_is_no_success() {
        let mut report = Report::default();
        report.not_run("e2e");
        assert_eq!(report.sum().failed, 1);
    }
}
