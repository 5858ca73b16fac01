//! Times of many answers, summed up.

use std::time::Duration;

/// Times, sorted.
pub struct Latencies(Vec<Duration>);

impl Latencies {
    /// Takes the times in any order.
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time within which a share (0 to 100) of the answers came, by the nearest rank; zero when there are none.
    pub fn percentile(&self, percent: usize) -> Duration {
        let rank = (percent * self.0.len()).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(times: impl IntoIterator<Item = u64>) -> Latencies {
        Latencies::new(times.into_iter().map(Duration::from_millis).collect())
    }

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times = milliseconds((1..=200).rev());
        assert_eq!(times.percentile(50), Duration::from_millis(100));
        assert_eq!(times.percentile(99), Duration::from_millis(198));
        assert_eq!(times.percentile(100), Duration::from_millis(200));
        assert_eq!(times.percentile(0), Duration::from_millis(1));
    }

    #[test]
    fn of_one_time_every_percentile_is_that_time() {
        assert_eq!(milliseconds([7]).percentile(99), Duration::from_millis(7));
    }

    #[test]
    fn of_no_times_every_percentile_is_zero() {
        assert_eq!(milliseconds([]).percentile(50), Duration::ZERO);
    }
}
