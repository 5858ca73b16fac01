//! How much one person may write: a bucket of tokens each, filled again as time passes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use muloqot_domain::{PersonId, Problem, ProblemCode};

use crate::{failure::Failure, words::Words};

/// Over this many buckets, those that are full again are forgotten.
const BUCKETS_KEPT: usize = 10_000;

/// The buckets of all who write.
///
/// They go by the machine's own clock: one that stands still would never fill them.
pub struct Limits {
    per_minute: f64,
    /// What is said to who writes too much.
    refusal: Words,
    buckets: Mutex<HashMap<PersonId, Bucket>>,
}

struct Bucket {
    tokens: f64,
    at: Instant,
}

impl Limits {
    /// So many in a minute, all of them at once if need be; 0 sets no limit.
    pub fn per_minute(limit: u32, refusal: Words) -> Self {
        Self { per_minute: f64::from(limit), refusal, buckets: Mutex::default() }
    }

    /// Takes a token from a person's bucket.
    ///
    /// # Errors
    /// When it is empty, with how long to wait.
    pub fn take(&self, person: &PersonId) -> Result<(), Failure> {
        self.take_at(person, Instant::now())
    }

    fn take_at(&self, person: &PersonId, now: Instant) -> Result<(), Failure> {
        if self.per_minute == 0.0 {
            return Ok(());
        }
        let per_second = self.per_minute / 60.0;
        let filled = |bucket: &Bucket| {
            let since = now.saturating_duration_since(bucket.at).as_secs_f64();
            (bucket.tokens + since * per_second).min(self.per_minute)
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > BUCKETS_KEPT {
            buckets.retain(|_, bucket| filled(bucket) < self.per_minute);
        }
        let full = Bucket { tokens: self.per_minute, at: now };
        let bucket = buckets.entry(person.clone()).or_insert(full);
        *bucket = Bucket { tokens: filled(bucket), at: now };
        if bucket.tokens < 1.0 {
            let wait = ((1.0 - bucket.tokens) / per_second).ceil();
            let problem = Problem {
                retry_after_seconds: Some(wait as u32),
                ..Problem::new(ProblemCode::RateLimited)
            };
            return Err(Failure::told(problem, self.refusal.clone()));
        }
        bucket.tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn an_empty_bucket_says_how_long_to_wait_and_keeps_its_word() {
        let limits = Limits::per_minute(2, Words::TooManyComments);
        let (person, start) = (PersonId::from("p"), Instant::now());
        assert!(limits.take_at(&person, start).is_ok());
        assert!(limits.take_at(&person, start).is_ok());
        let Err(Failure::Problem { problem, .. }) = limits.take_at(&person, start) else {
            panic!()
        };
        assert_eq!(problem.retry_after_seconds, Some(30));
        assert!(limits.take_at(&PersonId::from("q"), start).is_ok());
        assert!(limits.take_at(&person, start + Duration::from_secs(30)).is_ok());
        assert!(limits.take_at(&person, start + Duration::from_secs(31)).is_err());
    }
}
