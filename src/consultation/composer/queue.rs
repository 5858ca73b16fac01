//! What could not be sent because there was no connection: it waits on the device.

mod draining;
mod kept;
mod list;

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

pub use self::{
    kept::Waiting,
    list::{Waitlist, WaitlistForm},
};
use super::Place;
use crate::{
    accessibility::{Announcer, use_announcer},
    backend::Backend,
    locale::{Language, use_language},
    pieces::piece,
    session::{SessionService, use_session},
    storage::device_storage,
};

/// Where it waits.
const STORAGE_KEY: &str = "muloqot.queue";

piece! {
    /// Keeping, showing and sending it: for those who write, and those for whom something waits.
    pub static QUEUE: Queueing = queue {
        Queueing { start: draining::start, put: draining::put, list: list::list }
    }
}

/// What is done with what waits.
#[derive(Clone, Copy)]
pub struct Queueing {
    /// Sends it now, and whenever the connection comes back.
    pub start: fn(Services),
    /// Takes in one more; `false` where the device does not keep it.
    pub put: fn(Services, Waiting) -> bool,
    /// The place where it is seen.
    pub list: fn(Waitlist) -> AnyView,
}

/// What sending needs, whatever page is shown.
#[derive(Clone)]
pub struct Services {
    pub backend: Backend,
    pub session: SessionService,
    pub language: Language,
    pub announcer: Announcer,
}

impl Services {
    /// Those of the app.
    pub fn current() -> Self {
        let (session, backend) = use_session();
        Self { backend, session, language: use_language(), announcer: use_announcer() }
    }
}

/// Whether something waits on this device.
pub fn is_any_waiting() -> bool {
    let kept = device_storage().and_then(|kept| kept.get_item(STORAGE_KEY).ok().flatten());
    kept.is_some()
}

/// Sends what has waited since an earlier visit.
pub fn send_what_waits() {
    if is_any_waiting() {
        let services = Services::current();
        QUEUE.when_there(Box::new(move || {
            if let Some(queue) = QUEUE.get() {
                (queue.start)(services);
            }
        }));
    }
}

/// The identifier of the heading of what waits in a form.
pub fn title_id(place: &Place) -> String {
    format!("queue-{}", place.slug())
}

/// Whether a connection is all that is missing.
pub fn waits_for_connection(problem: &Problem) -> bool {
    let is_connection = matches!(
        problem.code,
        ProblemCode::Offline | ProblemCode::TimedOut | ProblemCode::Unavailable
    );
    problem.status == 0 && is_connection
}
