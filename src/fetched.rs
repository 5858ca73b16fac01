//! Something fetched for a part of the page: waited for, there, or failed.

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};
use muloqot_domain::Problem;

use crate::backend::Answer;

/// How far a fetch has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// It is on its way.
    Waiting,
    /// It is there.
    Ready(T),
    /// It did not come.
    Failed(Problem),
}

/// Something fetched for a part of the page, again whenever what it depends on changes.
pub struct Fetched<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    again: Trigger,
}

impl<T: Send + Sync> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Fetched<T> {}

impl<T: Clone + Send + Sync + 'static> Fetched<T> {
    /// Fetches now, and anew when a signal that `fetch` reads at its start changes. What is
    /// under way then, or when the part of the page goes, is aborted.
    pub fn new(fetch: impl Fn() -> Answer<T> + 'static) -> Self {
        Self::of(Box::new(fetch))
    }

    fn of(fetch: Box<dyn Fn() -> Answer<T>>) -> Self {
        let fetched = Self { state: RwSignal::new(Load::Waiting), again: Trigger::new() };
        Effect::new(move |_| {
            fetched.again.track();
            let answer = fetch();
            fetched.state.set(Load::Waiting);
            spawn_local_scoped_with_cancellation(async move {
                let state = match answer.await {
                    Ok(value) => Load::Ready(value),
                    Err(problem) => Load::Failed(problem),
                };
                fetched.state.set(state);
            });
        });
        fetched
    }

    /// How far it has come. Reactive.
    #[must_use]
    pub fn state(self) -> Load<T> {
        self.state.get()
    }

    /// What came, if it is there. Reactive.
    #[must_use]
    pub fn ready(self) -> Option<T> {
        match self.state.get() {
            Load::Ready(value) => Some(value),
            Load::Waiting | Load::Failed(_) => None,
        }
    }

    /// Fetches again.
    pub fn retry(self) {
        self.again.notify();
    }
}
