//! The address in the browser's bar: read, followed, changed.
//!
//! Every address is one type already (`routes`), so all that is needed of a router is that a
//! press on a link of ours does not load the page anew. That is this file; a router crate
//! with its own tables of routes weighs ten times as much on every phone.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent, Url, UrlSearchParams};

use crate::{
    accessibility::{Return, focus_link},
    reactive::{memo, provided},
    routes::Address,
};

/// Where the visitor is, and the way elsewhere. A service: put into context once, copied
/// freely.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// Path and query, as in the browser's bar.
    place: RwSignal<String>,
    /// Where the reader came back to, until a page takes it.
    came_back: StoredValue<Option<Return>>,
    /// From where the reader followed a link to another place of the page.
    jumped: StoredValue<Option<Return>>,
}

impl Navigation {
    /// Follows links and the browser's back and forward from now on.
    #[must_use]
    pub fn start() -> Self {
        let navigation = Self {
            place: RwSignal::new(place_in_bar()),
            came_back: StoredValue::new(None),
            jumped: StoredValue::new(None),
        };
        let clicks = window_event_listener(ev::click, move |event| navigation.follow(&event));
        let moves =
            window_event_listener(ev::popstate, move |event| navigation.come_back(&event.state()));
        on_cleanup(move || {
            clicks.remove();
            moves.remove();
        });
        navigation
    }

    /// Where the visitor is. Reactive.
    #[must_use]
    pub fn address(self) -> Memo<Address> {
        memo(move || self.place.with(|place| parse(place)))
    }

    /// Path and query, for coming back here. Reactive.
    #[must_use]
    pub fn place(self) -> String {
        self.place.get()
    }

    /// Goes elsewhere without moving what is in sight.
    pub fn go(self, address: &Address) {
        let place = address.path();
        if place != self.place.get_untracked() {
            push(&place);
            self.place.set(place);
        }
    }

    /// Takes the language out of the address: another one was chosen since, and would be
    /// forgotten at the next load.
    pub fn forget_language(self) {
        let Ok(url) = Url::new(&window().location().href().unwrap_or_default()) else { return };
        if url.search_params().has("lang") {
            url.search_params().delete("lang");
            let place = url.pathname() + &url.search();
            if let Ok(history) = window().history() {
                // As in `push`.
                let state = history.state().unwrap_or(JsValue::NULL);
                let _ = history.replace_state_with_url(&state, "", Some(&place));
            }
            self.place.set(place);
        }
    }

    /// How the page was left to which the reader has just come back; told once.
    #[must_use]
    pub fn take_return(self) -> Option<Return> {
        self.came_back.try_update_value(Option::take).flatten()
    }

    fn come_back(self, state: &JsValue) {
        let (from, to) = (self.place.get_untracked(), place_in_bar());
        // Another filter, or another comment, is no other page: nothing arrives.
        if parse(&from).page() != parse(&to).page() {
            let scrolled = state.as_f64();
            self.came_back.set_value(scrolled.map(|scrolled| Return { scrolled, from }));
        } else if let Some(jump) = self.jumped.get_value() {
            // Browsers tell of the way there too, and leave the focus there on the way back.
            if window().location().hash().is_ok_and(|hash| hash != jump.from) {
                self.jumped.set_value(None);
                focus_link(&jump);
            }
        }
        self.place.set(to);
    }

    /// Goes where a link of ours leads, when a plain press on it asks for that. Everything
    /// else is the browser's: other sites, new tabs, downloads, places within the page.
    fn follow(self, event: &MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
        if !is_plain || event.default_prevented() {
            return;
        }
        let Some(link) = pressed_link(event) else { return };
        let (place, hash) = (link.pathname() + &link.search(), link.hash());
        if !hash.is_empty() {
            let scrolled = window().scroll_y().unwrap_or_default();
            return self.jumped.set_value(Some(Return { scrolled, from: hash }));
        }
        let is_ours = window().location().origin().is_ok_and(|origin| origin == link.origin());
        if !is_ours || parse(&place) == Address::Unknown {
            return;
        }
        event.prevent_default();
        if place != self.place.get_untracked() {
            push(&place);
            window().scroll_to_with_x_and_y(0.0, 0.0);
            self.place.set(place);
        }
    }
}

/// The navigation of the app.
///
/// # Panics
/// Outside the app, which provides it.
#[must_use]
pub fn use_navigation() -> Navigation {
    provided()
}

/// The link that a plain press was on, if it is one that the page itself may follow.
#[must_use]
pub fn pressed_link(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let is_external = link.rel().split(' ').any(|word| word == "external");
    let stays = link.target().is_empty() && !link.has_attribute("download") && !is_external;
    stays.then_some(link)
}

fn place_in_bar() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

fn parse(place: &str) -> Address {
    // The origin only makes it whole; nothing of it is read.
    let Ok(url) = Url::new(&format!("https://base.invalid{place}")) else {
        return Address::Unknown;
    };
    let query: UrlSearchParams = url.search_params();
    Address::parse(&url.pathname(), |name| query.get(name))
}

fn push(place: &str) {
    if let Ok(history) = window().history() {
        // For coming back to the page that is left now.
        let scrolled = window().scroll_y().unwrap_or_default();
        let _ = history.replace_state(&scrolled.into(), "");
        // Refused only when a page changes it hundreds of times in a row; the page is still
        // shown, just not in the bar.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(place));
    }
}
