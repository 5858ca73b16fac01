//! One line when a step begins, one when it ends: a person who waits should know what for.

use std::time::{Duration, Instant};

/// A step under way.
pub struct Step {
    what: String,
    began: Instant,
}

impl Step {
    /// Begins a step silently: most of them have nothing to do and end at once.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), began: Instant::now() }
    }

    /// Says what is being done now, because it will take a while.
    pub fn doing(&self, doing: &str) {
        println!("· {}: {doing} …", self.what);
    }

    /// Says how it ended and how long it took.
    pub fn done(self, outcome: &str) {
        println!("✓ {}: {outcome} ({})", self.what, seconds(self.began.elapsed()));
    }
}

/// `0.4 s`, `75 s`, `12 min 5 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    match whole {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{whole} s"),
        _ => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_the_unit_a_person_would_use() {
        assert_eq!(seconds(Duration::from_millis(430)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(75)), "75 s");
        assert_eq!(seconds(Duration::from_secs(725)), "12 min 5 s");
    }
}
