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
    ui::Loading,
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

    /// It has come.
    pub fn put(&self, it: T) {
        // Asked for twice at once, it comes twice, and is the same.
        let _ = self.there.set(it);
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

/// A page that is a piece of its own: shown once it is there, with the way to try again when it
/// does not come.
#[component]
pub fn PieceOfPage(
    /// Which one.
    piece: &'static Piece<fn() -> AnyView>,
) -> impl IntoView {
    if let Some(page) = piece.get() {
        return page();
    }
    let fetched = Fetched::new(move || piece.bring());
    let shown = move || match fetched.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Ready(()) => piece.get().map(|page| page()).into_any(),
        Load::Failed(problem) => fetched.problem_page(problem, HEADING_ID),
    };
    view! { {move || shown()} }.into_any()
}
