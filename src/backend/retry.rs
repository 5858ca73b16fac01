//! When a failed request is tried again.

use core::time::Duration;

use muloqot_domain::{Problem, ProblemCode};

/// How often a request is tried again at most.
pub const RETRIES_MAX: u32 = 3;
/// The longest wait a server may ask for; beyond it the person is told instead.
pub const RETRY_AFTER_SECONDS_MAX: u32 = 15;
/// The longest wait a server may ask of a write it had too many of. Somebody is
/// watching their own words not being sent.
pub const RETRY_AFTER_WRITE_SECONDS_MAX: u32 = 5;

const FIRST_WAIT_MS: u64 = 500;

/// What a request does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Puts in place.
    Put,
    /// Changes.
    Patch,
    /// Takes away.
    Delete,
}

impl Method {
    /// The method as it travels.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// What a `Retry-After` header asks for, in seconds: a number of them, or a date
/// (RFC 9110 § 10.2.3), which counts from the answer's own `Date`, because the device's clock
/// may be wrong by more than the wait. `milliseconds` reads a date of HTTP; NaN for none.
#[must_use]
pub fn wait_in_seconds(
    retry_after: &str,
    date: Option<&str>,
    milliseconds: impl Fn(&str) -> f64,
) -> Option<u32> {
    if let Ok(seconds) = retry_after.trim().parse() {
        return Some(seconds);
    }
    let wait = (milliseconds(retry_after) - milliseconds(date?)) / 1000.0;
    // A cast takes what is negative for 0.
    wait.is_finite().then_some(wait.ceil() as u32)
}

/// How long to wait before a request is tried again; `None` when it is not.
///
/// `attempts` is how often it was tried, 1 after the first failure. `jitter`, between
/// 0 and 1, keeps phones that failed together from coming back together: waits are
/// 0.5 s, 1 s, 2 s, half as long to half as long again, and never shorter than the
/// server asked for.
///
/// A write is only tried again under a key that lets the server recognise it, and only
/// when it may never have arrived (no answer, 502, 503, 504). A device that says it is
/// offline is believed: the person is told at once.
#[must_use]
pub fn wait_before_retry(
    attempts: u32,
    problem: &Problem,
    method: Method,
    has_key: bool,
    jitter: f64,
) -> Option<Duration> {
    let reads = method == Method::Get;
    if attempts > RETRIES_MAX || !(reads || has_key) {
        return None;
    }
    let seconds_max = match (problem.status, problem.code) {
        (0, ProblemCode::TimedOut | ProblemCode::Unavailable) | (502..=504, _) => {
            RETRY_AFTER_SECONDS_MAX
        }
        (429, _) if reads => RETRY_AFTER_SECONDS_MAX,
        (429, _) if problem.retry_after_seconds.is_some() => RETRY_AFTER_WRITE_SECONDS_MAX,
        _ => return None,
    };
    let asked_seconds = problem.retry_after_seconds.unwrap_or(0);
    if asked_seconds > seconds_max {
        return None;
    }
    let own_ms = FIRST_WAIT_MS << attempts.saturating_sub(1);
    let spread_ms = (own_ms as f64 * jitter.clamp(0.0, 1.0)) as u64;
    let wait_ms = (own_ms / 2 + spread_ms).max(u64::from(asked_seconds) * 1000 + spread_ms / 2);
    Some(Duration::from_millis(wait_ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_answer(code: ProblemCode) -> Problem {
        Problem { status: 0, ..Problem::new(code) }
    }

    fn asking(status: u16, seconds: u32) -> Problem {
        Problem { retry_after_seconds: Some(seconds), ..Problem::from_status(status) }
    }

    fn is_retried(problem: &Problem, method: Method, has_key: bool) -> bool {
        wait_before_retry(1, problem, method, has_key, 0.5).is_some()
    }

    #[test]
    fn what_is_tried_again_depends_on_the_problem_and_on_what_was_asked() {
        use ProblemCode::{Offline, TimedOut, Unavailable, Unreadable};
        for (problem, read, keyed_write) in [
            (no_answer(Unavailable), true, true),
            (no_answer(TimedOut), true, true),
            (no_answer(Offline), false, false),
            (no_answer(Unreadable), false, false),
            (Problem::from_status(502), true, true),
            (Problem::from_status(503), true, true),
            (Problem::from_status(504), true, true),
            (Problem::from_status(500), false, false),
            (Problem::from_status(429), true, false),
            (asking(429, 5), true, true),
            (asking(429, 6), true, false),
            (asking(429, 15), true, false),
            (asking(429, 16), false, false),
            (asking(503, 15), true, true),
            (asking(503, 16), false, false),
            (Problem::from_status(401), false, false),
            (Problem::from_status(403), false, false),
            (Problem::from_status(404), false, false),
            (Problem::from_status(409), false, false),
            (Problem::from_status(422), false, false),
            (Problem { status: 200, ..Problem::new(Unreadable) }, false, false),
        ] {
            assert_eq!(is_retried(&problem, Method::Get, false), read, "reading: {problem:?}");
            for method in [Method::Post, Method::Put, Method::Patch, Method::Delete] {
                assert_eq!(is_retried(&problem, method, true), keyed_write, "{problem:?}");
                assert!(!is_retried(&problem, method, false), "no key: {problem:?}");
            }
        }
    }

    #[test]
    fn waits_double_and_end_after_three() {
        let problem = Problem::from_status(503);
        let wait = |attempts, jitter| {
            wait_before_retry(attempts, &problem, Method::Get, false, jitter)
                .map(|wait| wait.as_millis())
        };
        assert_eq!([wait(1, 0.5), wait(2, 0.5), wait(3, 0.5)], [Some(500), Some(1000), Some(2000)]);
        assert_eq!([wait(1, 0.0), wait(1, 1.0)], [Some(250), Some(750)]);
        assert_eq!(wait(4, 0.5), None);
    }

    #[test]
    fn a_wait_is_never_shorter_than_the_server_asked_for() {
        for jitter in [0.0, 0.5, 1.0] {
            let wait = wait_before_retry(1, &asking(503, 3), Method::Get, false, jitter).unwrap();
            assert!((3000..4000).contains(&wait.as_millis()), "{wait:?}");
        }
        let soon = wait_before_retry(3, &asking(503, 0), Method::Get, false, 0.5).unwrap();
        assert_eq!(soon.as_millis(), 2000);
    }

    #[test]
    fn a_date_is_read_by_the_clock_of_the_server() {
        let clock = |date: &str| match date {
            "noon" => 43_200_000.0,
            "half a minute past noon" => 43_230_000.0,
            _ => f64::NAN,
        };
        assert_eq!(wait_in_seconds(" 7 ", None, clock), Some(7));
        assert_eq!(wait_in_seconds("half a minute past noon", Some("noon"), clock), Some(30));
        assert_eq!(wait_in_seconds("noon", Some("half a minute past noon"), clock), Some(0));
        assert_eq!(wait_in_seconds("half a minute past noon", None, clock), None);
        assert_eq!(wait_in_seconds("soon", Some("noon"), clock), None);
    }

    #[test]
    fn odd_randomness_does_no_harm() {
        for jitter in [f64::NAN, f64::INFINITY, -1.0] {
            let wait = wait_before_retry(1, &Problem::from_status(503), Method::Get, false, jitter);
            assert!(wait.unwrap().as_millis() <= 750);
        }
    }
}
