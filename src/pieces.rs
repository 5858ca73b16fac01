//! Parts of the app that are fetched when they are first needed.
//!
//! A release is split (`xtask/src/bundle/split.rs`): the code of a piece, and all that only it
//! needs, goes into a file of its own, so that nobody loads what the page in front of them does
//! not use. Any other build holds everything, and runs the same code without a wait.

use std::sync::OnceLock;

use leptos::{prelude::*, wasm_split::SplitLoaderError};
use muloqot_domain::{Problem, ProblemCode};

use crate::{
    accessibility::HEADING_ID,
    backend::Answer,
    fetched::{Fetched, Load},
    reactive::spawn,
    ui::{Loading, ProblemNotice},
};

/// A part of the app that is fetched when it is first needed: `T` is the function it begins
/// with. Made by [`piece!`].
pub struct Piece<T: 'static> {
    fetch: fn() -> Answer<()>,
    there: OnceLock<T>,
}

impl<T: Copy> Piece<T> {
    /// A piece whose `fetch` puts it here with [`Piece::put`].
    #[must_use]
    pub const fn new(fetch: fn() -> Answer<()>) -> Self {
        Self { fetch, there: OnceLock::new() }
    }

    /// What it begins with, once it is there.
    #[must_use]
    pub fn get(&self) -> Option<T> {
        self.there.get().copied()
    }

    /// Fetches it, unless it is there. After a failure it is fetched anew.
    #[must_use]
    pub fn bring(&self) -> Answer<()> {
        match self.there.get() {
            Some(_) => Box::pin(std::future::ready(Ok(()))),
            None => (self.fetch)(),
        }
    }

    /// Does something once it is there, or once it is known that it does not come.
    pub fn then(&self, act: Box<dyn FnOnce(Result<(), Problem>)>) {
        then(self.bring(), act);
    }

    /// Does something with it once it is there; nothing, when it does not come.
    pub fn when_there(&self, act: Box<dyn FnOnce()>) {
        self.then(Box::new(|come| {
            if come.is_ok() {
                act();
            }
        }));
    }

    /// It has come.
    pub fn put(&self, it: T) {
        // Asked for twice at once, it comes twice, and is the same.
        let _ = self.there.set(it);
    }
}

fn then(coming: Answer<()>, act: Box<dyn FnOnce(Result<(), Problem>)>) {
    spawn(async move { act(coming.await) });
}

impl<T> Piece<T> {
    /// For something on a page that needs it.
    pub fn coming(&self) -> Coming {
        Coming {
            is_there: RwSignal::new(self.there.get().is_some()),
            is_busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            fetch: self.fetch,
        }
    }
}

/// How far a piece has come that something on a page needs. Copied freely.
#[derive(Clone, Copy)]
pub struct Coming {
    /// Whether it is there.
    pub is_there: RwSignal<bool>,
    /// Whether it is on its way.
    pub is_busy: RwSignal<bool>,
    /// Why it did not come.
    pub failure: RwSignal<Option<Problem>>,
    fetch: fn() -> Answer<()>,
}

impl Coming {
    /// Fetches it, unless that is being done already.
    pub fn bring(self) {
        // Nothing, too, when what needed it is gone.
        let is_wanted = self.is_there.try_get_untracked() == Some(false);
        if !is_wanted || self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        spawn(async move {
            let answer = (self.fetch)().await;
            // The page may be another one by now.
            self.is_busy.try_set(false);
            match answer {
                Ok(()) => _ = self.is_there.try_set(true),
                Err(problem) => _ = self.failure.try_set(Some(problem)),
            }
        });
    }

    /// Fetches it now; what it shows once it is there, or why it did not come.
    pub fn shown(self, show: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
        self.shown_after(|| None, show)
    }

    /// The same, with something in its place while it is on its way.
    pub fn shown_after(
        self,
        waiting: fn() -> Option<AnyView>,
        show: Box<dyn Fn() -> Option<AnyView> + Send>,
    ) -> AnyView {
        self.bring();
        let shown = move || match self.is_there.get() {
            true => show(),
            false => self.failure.get().map_or_else(waiting, |_| None),
        };
        view! {
            {shown}
            {self.problem()}
        }
        .into_any()
    }

    /// Why it did not come, with the way to try again (WCAG 4.1.3).
    pub fn problem(self) -> impl IntoView {
        let on_retry = Callback::new(move |()| self.bring());
        move || {
            let problem = self.failure.get().filter(|_| !self.is_there.get())?;
            let busy = self.is_busy;
            Some(view! { <ProblemNotice problem on_retry busy/> }.into_any())
        }
    }
}

/// A piece that could not be fetched.
pub struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        // The reason is on the console already.
        Self
    }
}

impl From<NotFetched> for Problem {
    fn from(_: NotFetched) -> Self {
        Self::new(ProblemCode::PartMissing)
    }
}

/// Declares a piece: `static PAGE: fn() -> AnyView = home { … }` is a static [`Piece`] in the
/// file `home-….wasm`, begun with what the braces give.
macro_rules! piece {
    ($(#[$doc:meta])* $visible:vis static $piece:ident: $kind:ty = $name:ident { $made:expr }) => {
        $(#[$doc])*
        $visible static $piece: $crate::pieces::Piece<$kind> = {
            #[cfg_attr(
                feature = "split",
                leptos::wasm_split::wasm_split($name, fallible, wasm_split_path = leptos::wasm_split)
            )]
            fn $name() -> Result<$kind, $crate::pieces::NotFetched> {
                Ok($made)
            }
            $crate::pieces::Piece::new(|| {
                Box::pin(async {
                    // Splitting makes it a function that waits for its piece first.
                    #[cfg(feature = "split")]
                    let made = $name().await;
                    #[cfg(not(feature = "split"))]
                    let made = $name();
                    $piece.put(made?);
                    Ok(())
                })
            })
        };
    };
}

pub(crate) use piece;

/// A page that is in a piece: shown once it is there, with the way to try again when it does not
/// come.
#[component]
pub fn PieceOfPage(
    /// What shows it, once it is there.
    page: fn() -> Option<AnyView>,
    /// Fetches it.
    bring: fn() -> Answer<()>,
) -> impl IntoView {
    if let Some(page) = page() {
        return page;
    }
    let fetched = Fetched::new(bring);
    let shown = move || match fetched.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Ready(()) => page().into_any(),
        Load::Failed(problem) => fetched.problem_page(problem, HEADING_ID),
    };
    view! { {move || shown()} }.into_any()
}
