//! How many bytes of large bodies are in memory at once.

use std::sync::Arc;

use muloqot_domain::{ATTACHMENT_BYTES_MAX, Problem, ProblemCode};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{failure::Failure, words::Words};

/// Room for ten of the largest files.
const BYTES_MAX: usize = 10 * ATTACHMENT_BYTES_MAX as usize;
/// When to try again while there is none.
const RETRY_AFTER_SECONDS: u32 = 10;

/// The room there is.
pub struct BodyRoom(Arc<Semaphore>);

impl Default for BodyRoom {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(BYTES_MAX)))
    }
}

impl BodyRoom {
    /// Takes room for a body of so many bytes, until what is given is let go.
    ///
    /// # Errors
    /// When there is not so much.
    pub fn take(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Failure> {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        self.0.clone().try_acquire_many_owned(bytes).map_err(|_| {
            let problem = Problem {
                retry_after_seconds: Some(RETRY_AFTER_SECONDS),
                ..Problem::new(ProblemCode::Unavailable)
            };
            Failure::told(problem, Words::TooManyFiles)
        })
    }
}
