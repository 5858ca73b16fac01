//! Who is signed in.
//!
//! A visitor's page asks the platform nothing about a session: two requests fewer matter
//! on a slow phone. The app remembers, without any token, that somebody once left for
//! signing in here, and asks from then on.

use leptos::prelude::*;
use muloqot_domain::{Locale, Person, Problem, ProblemCode, Session};

use crate::{
    backend::{Backend, use_backend},
    reactive::spawn,
    storage::device_storage,
};

/// Where it is remembered that somebody may be signed in.
const STORAGE_KEY: &str = "muloqot.may_be_signed_in";

/// Who is signed in, as far as is known. A service: put into context once, copied freely.
#[derive(Clone, Copy)]
pub struct SessionService {
    session: RwSignal<Session>,
    /// Counts how often what is shown must be made anew: for another reader, or for something
    /// that arrived after its page was left.
    readers: RwSignal<u32>,
}

impl SessionService {
    /// A session of a visitor.
    #[must_use]
    pub fn new() -> Self {
        Self { session: RwSignal::new(Session::default()), readers: RwSignal::new(0) }
    }

    /// Asks who is signed in, if somebody may be.
    pub fn ask_if_expected(self, backend: Backend) {
        if device_storage().is_some_and(|kept| kept.get_item(STORAGE_KEY).ok().flatten().is_some())
        {
            spawn(async move {
                // A failure leaves the page to a visitor; writing asks again and says why not.
                if let Ok(session) = backend.session().await {
                    self.know(session);
                }
            });
        }
    }

    /// Takes note of what the platform said about the session. What a person was shown goes
    /// when somebody else, or nobody, is in their place. What a visitor was shown stays: the
    /// platform knew who asked before the app did.
    pub fn know(self, session: Session) {
        let before = untrack(|| self.person());
        let is_same =
            before.map(|person| person.id) == session.person.as_ref().map(|p| p.id.clone());
        let was_visitor = self.session.with_untracked(|session| session.person.is_none());
        self.take(session);
        if !is_same && !was_visitor {
            self.readers.update(|readers| *readers += 1);
        }
    }

    fn meet(self, session: Session) {
        self.take(session);
        self.readers.update(|readers| *readers += 1);
    }

    /// Asks who is signed in instead of the person the page was made for, and makes it theirs;
    /// `before` runs ahead of that, when it is known.
    pub fn ask_who_is_there(
        self,
        backend: &Backend,
        before: impl FnOnce() + 'static,
        on_failure: impl FnOnce(Problem) + 'static,
    ) {
        let answer = backend.session();
        spawn(async move {
            match answer.await {
                Ok(now) => {
                    before();
                    self.meet(now);
                }
                Err(problem) => on_failure(problem),
            }
        });
    }

    /// What the reader wrote has arrived after its page was left: a page that shows the same
    /// was made before, and is made anew, unless the reader is writing on it.
    pub fn show_anew(self) {
        let is_writing = || document().active_element()?.closest("form.composer").ok()?;
        if is_writing().is_none() {
            self.readers.update(|readers| *readers += 1);
        }
    }

    /// Takes note of what a refusal tells about the session: that it has ended, or that it is
    /// somebody else's.
    pub fn heed(self, problem: &Problem, backend: &Backend) {
        match problem.code {
            ProblemCode::NotSignedIn => self.expire(),
            ProblemCode::OtherPerson => self.ask_who_is_there(backend, || (), |_| ()),
            _ => {}
        }
    }

    /// Takes note that the session has ended by itself. The page stays as it is, with what is
    /// being written on it.
    pub fn expire(self) {
        self.take(Session::default());
    }

    /// For whom the page is shown: what reads it is fetched anew when that is another reader.
    /// Reactive.
    pub fn of_whom(self) {
        self.readers.track();
    }

    fn take(self, session: Session) {
        expect_session(session.person.is_some());
        self.session.set(session);
    }

    /// The person who is signed in. Reactive.
    #[must_use]
    pub fn person(self) -> Option<Person> {
        self.session.with(|session| session.person.clone())
    }

    /// Leaves the app for the platform's sign-in, to come back to an address of the app.
    pub fn leave_to_sign_in(self, backend: &Backend, return_to: &str, locale: Locale) {
        expect_session(true);
        if let Some(window) = web_sys::window() {
            // Only a malformed address could fail, and this one is made by the backend.
            let _ = window.location().set_href(&backend.sign_in_address(return_to, locale));
        }
    }

    /// Signs out.
    ///
    /// # Errors
    /// When the platform did not do it; the person is then still signed in.
    pub async fn sign_out(self, backend: Backend) -> Result<(), Problem> {
        backend.sign_out().await?;
        self.know(Session::default());
        Ok(())
    }
}

impl Default for SessionService {
    fn default() -> Self {
        Self::new()
    }
}

/// The session service, with the backend it speaks to.
#[must_use]
pub fn use_session() -> (SessionService, Backend) {
    (use_context().unwrap_or_default(), use_backend())
}

fn expect_session(is_expected: bool) {
    if let Some(kept) = device_storage() {
        // A browser that keeps nothing only shows "sign in" until something is written.
        let _ = if is_expected {
            kept.set_item(STORAGE_KEY, "1")
        } else {
            kept.remove_item(STORAGE_KEY)
        };
    }
}
