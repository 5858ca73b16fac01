//! How a page arrives: its title, and the focus.
//!
//! The router moves neither focus nor title. Moving the focus to the heading of the page,
//! once its data is there, makes a screen reader read that heading: this is the one
//! announcement of the navigation, and a live region saying it too would say it twice.

use leptos::prelude::*;

use super::focus_by_id_when_there;

/// The identifier of the one `h1`.
pub const HEADING_ID: &str = "page-heading";

/// Counts the pages shown in this visit. The first one keeps the focus where the browser
/// put it, at the top of the document.
#[derive(Clone, Copy)]
pub struct Arrivals {
    pages: RwSignal<u32>,
    wants_focus: RwSignal<bool>,
}

impl Arrivals {
    /// No page was shown yet.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: RwSignal::new(0), wants_focus: RwSignal::new(false) }
    }

    /// The reader went to another page; its heading will get the focus when it is there.
    pub fn depart(self) {
        self.pages.update(|pages| *pages += 1);
        self.wants_focus.set(self.pages.get_untracked() > 1);
    }

    /// The page's heading is there.
    pub fn arrive(self) {
        if self.wants_focus.get_untracked() {
            self.wants_focus.set(false);
            focus_by_id_when_there(HEADING_ID);
        }
    }

    /// The page itself has put the focus somewhere better than its heading.
    pub fn keep_focus(self) {
        self.wants_focus.set(false);
    }
}

impl Default for Arrivals {
    fn default() -> Self {
        Self::new()
    }
}

/// The arrivals of this visit.
#[must_use]
pub fn use_arrivals() -> Arrivals {
    use_context().unwrap_or_default()
}
