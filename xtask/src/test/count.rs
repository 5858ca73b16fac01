//! How many tests passed and failed, read from what the runners print.

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that passed, at the second try too.
    pub passed: u64,
    /// Those that failed.
    pub failed: u64,
}

impl Count {
    /// Adds what a line of a runner's output tells; most lines tell nothing.
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        match line.trim().strip_prefix("test result: ") {
            Some(result) => result.split(['.', ';']).for_each(|part| self.read_part(part)),
            None => self.read_part(line.split(" (").next().unwrap_or_default()),
        }
    }

    /// The sum of two.
    pub fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    fn read_part(&mut self, part: &str) {
        let Some((number, what)) = part.trim().split_once(' ') else { return };
        let Ok(number) = number.parse::<u64>() else { return };
        match what {
            // Playwright calls "flaky" what passed when tried again.
            "passed" | "flaky" => self.passed += number,
            "failed" | "interrupted" | "did not run" => self.failed += number,
            _ => {}
        }
    }
}

/// The text without terminal colours, which a runner may write even into a pipe.
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(output: &str) -> Count {
        let mut count = Count::default();
        output.lines().for_each(|line| count.read(line));
        count
    }

    #[test]
    fn the_results_of_cargo_are_added_up() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s";
        assert_eq!(count(output), Count { passed: 15, failed: 2 });
    }

    #[test]
    fn the_summary_of_playwright_is_read() {
        let output = "  1 failed\n    [phone] journeys/read.spec.ts:4:1 › reads \n  2 flaky\n  3 skipped\n\
                      \u{1b}[32m  40 passed\u{1b}[39m\u{1b}[2m (1.2m)\u{1b}[22m\n  4 did not run";
        assert_eq!(count(output), Count { passed: 42, failed: 5 });
    }

    #[test]
    fn other_lines_tell_nothing() {
        assert_eq!(
            count("running 3 tests\ntest a ... ok\n3 comments passed by\n7 passed away"),
            Count::default()
        );
    }
}
