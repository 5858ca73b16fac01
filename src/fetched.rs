//! Something fetched for a part of the page: waited for, there, or failed.

use leptos::prelude::*;
use muloqot_domain::Problem;

use crate::{
    accessibility::focus_by_id_when_there,
    backend::Answer,
    locale::{m, use_language},
    reactive::{derived, effect, spawn_while_owned},
    ui::{PageHeading, ProblemNotice},
};

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
    is_retrying: RwSignal<bool>,
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
        let fetched = Self {
            state: RwSignal::new(Load::Waiting),
            again: Trigger::new(),
            is_retrying: RwSignal::new(false),
        };
        effect(move || {
            fetched.again.track();
            let answer = fetch();
            // What failed stays in sight, and its button under the finger, until there is
            // something better.
            if !fetched.is_retrying.get_untracked() {
                fetched.state.set(Load::Waiting);
            }
            spawn_while_owned(async move {
                let state = match answer.await {
                    Ok(value) => Load::Ready(value),
                    Err(problem) => Load::Failed(problem),
                };
                fetched.is_retrying.set(false);
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

    /// Lets others know once that waiting is over.
    pub fn tell_when_over(self, waiting: RwSignal<bool>) {
        effect(move || {
            if self.state.with(|state| !matches!(state, Load::Waiting)) {
                waiting.set(false);
            }
        });
    }

    /// What went wrong, with the way to try again. When that succeeds, the focus goes from
    /// the button, which is no more, to the heading of what has come.
    pub fn problem_notice(self, problem: Problem, heading_id: &'static str) -> AnyView {
        let on_retry = Callback::new(move |()| {
            self.is_retrying.set(true);
            self.again.notify();
        });
        on_cleanup(move || {
            // Also when the reader leaves the page; then nothing has that identifier.
            if self.state.try_with_untracked(|state| matches!(state, Load::Ready(_))) == Some(true)
            {
                focus_by_id_when_there(heading_id);
            }
        });
        let busy = derived(move || self.is_retrying.get());
        view! { <ProblemNotice problem on_retry busy/> }.into_any()
    }

    /// The same in the place of a whole page, which then still has a heading to arrive at.
    pub fn problem_page(self, problem: Problem, heading_id: &'static str) -> AnyView {
        let language = use_language();
        let heading = derived(move || language.say(&m::problem_when_reading()));
        view! {
            <PageHeading text=heading/>
            {self.problem_notice(problem, heading_id)}
        }
        .into_any()
    }
}
