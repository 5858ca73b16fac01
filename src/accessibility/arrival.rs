//! How a page arrives: its title, and the focus.
//!
//! Following an address moves neither focus nor title. Moving the focus to the heading of the
//! page, once its data is there, makes a screen reader read that heading: this is the one
//! announcement of the navigation, and a live region saying it too would say it twice.

use leptos::prelude::*;
use web_sys::Element;

use super::focus::{focus_by_id, focus_link, when_drawn};

/// The identifier of the one `h1`.
pub const HEADING_ID: &str = "page-heading";

/// How a page was left to which the reader comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Return {
    /// How far it was scrolled, in CSS pixels.
    pub scrolled: f64,
    /// Where the reader comes from: the address of the link that was followed.
    pub from: String,
}

/// Counts the pages shown in this visit. The first one keeps the focus where the browser
/// put it, at the top of the document.
#[derive(Clone, Copy)]
pub struct Arrivals {
    pages: RwSignal<u32>,
    wants_focus: RwSignal<bool>,
    /// What had the focus when the last page was left.
    left_from: StoredValue<Option<Element>, LocalStorage>,
    /// How the page was left before, when the reader comes back to it.
    returns: StoredValue<Option<Return>>,
}

impl Arrivals {
    /// No page was shown yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            pages: RwSignal::new(0),
            wants_focus: RwSignal::new(false),
            left_from: StoredValue::new_local(None),
            returns: StoredValue::new(None),
        }
    }

    /// The reader went to another page; its heading will get the focus when it is there. Who
    /// comes back finds the page where they left it, with the focus on the link they had
    /// followed.
    pub fn depart(self, returns: Option<Return>) {
        self.returns.set_value(returns);
        self.pages.update(|pages| *pages += 1);
        self.wants_focus.set(self.pages.get_untracked() > 1);
        self.left_from.set_value(focused());
    }

    /// The page is made anew under the reader, who may lose the focus with it; then its heading
    /// gets it.
    pub fn expect_again(self) {
        self.wants_focus.set(true);
        self.left_from.set_value(None);
    }

    /// The page's heading and data are there. Who has gone on by Tab meanwhile stays there.
    pub fn arrive(self) {
        if !self.wants_focus.get_untracked() {
            return;
        }
        self.wants_focus.set(false);
        let (left_from, returns) =
            (self.left_from.get_value(), self.returns.try_update_value(Option::take).flatten());
        let page = self.pages.get_untracked();
        when_drawn(Box::new(move || {
            // Who has gone on to another page by then is not given the heading of that one.
            if self.pages.try_get_untracked() != Some(page) {
                return;
            }
            let is_where_it_was = focused()
                .is_none_or(|element| element.local_name() == "body" || left_from == Some(element));
            match returns {
                _ if !is_where_it_was => {}
                Some(returns) => self.return_to(returns),
                None => _ = focus_by_id(HEADING_ID),
            }
        }));
    }

    /// A part of the page has come after its heading. Who came back for a link in it, and has not
    /// gone on meanwhile, is brought to that.
    pub fn part_came(self) {
        if self.wants_focus.get_untracked() {
            // The page itself has still to arrive, and looks for the link then.
            return;
        }
        let Some(returns) = self.returns.try_update_value(Option::take).flatten() else { return };
        when_drawn(Box::new(move || {
            if focused().is_none_or(|it| it.local_name() == "body" || it.id() == HEADING_ID) {
                self.return_to(returns);
            }
        }));
    }

    /// The link that was followed may be in a part that comes later.
    fn return_to(self, returns: Return) {
        if !focus_link(&returns) {
            self.returns.try_set_value(Some(returns));
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

fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}
