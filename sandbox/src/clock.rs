//! What time it is: the machine's, or one that stands still for a test.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use std::time::{SystemTime, UNIX_EPOCH};

use muloqot_domain::Timestamp;

/// Stands for "as the machine says".
const RUNNING: i64 = i64::MIN;

/// A clock that all who hold a copy of it share.
#[derive(Clone, Debug)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(AtomicI64::new(RUNNING)))
    }

    /// A clock that stands at a moment until it is set.
    #[must_use]
    pub fn fixed(now: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(now.0)))
    }

    /// Makes it stand at a moment.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.0, Ordering::SeqCst);
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self.0.load(Ordering::SeqCst) {
            RUNNING => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Timestamp(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
            }
            fixed => Timestamp(fixed),
        }
    }
}
