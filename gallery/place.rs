//! Where the visitor of the gallery is, and how it is to look there: the address in the bar.

use leptos::{ev, prelude::*};
use muloqot::{
    navigation::pressed_link,
    reactive::{derived, provided},
};
use muloqot_domain::Locale;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use crate::address::{Address, ROOT};

/// The colours to choose from: the values of `data-theme` that `style/tokens.css` knows.
pub const THEMES: [&str; 5] = ["system", "light", "dark", "contrast", "mono"];

/// The place. A service: put into context once, copied freely.
#[derive(Clone, Copy)]
pub struct Place {
    path: RwSignal<String>,
    query: RwSignal<String>,
}

impl Place {
    /// Follows links and the browser's back and forward from now on.
    pub fn start() -> Self {
        let (path, query) = in_bar();
        let place = Self { path: RwSignal::new(path), query: RwSignal::new(query) };
        let moves = window_event_listener(ev::popstate, move |_| place.show());
        let clicks = window_event_listener(ev::click, move |event| {
            if let Some(link) = pressed_link(&event)
                && link.pathname().starts_with(ROOT)
                && link.hash().is_empty()
            {
                event.prevent_default();
                place.go(&(link.pathname() + &link.search()));
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
        on_cleanup(move || {
            moves.remove();
            clicks.remove();
        });
        place
    }

    /// The place of this gallery.
    pub fn provided() -> Self {
        provided()
    }

    /// The page to show. Reactive.
    pub fn address(self) -> Signal<Address> {
        derived(move || self.path.with(|path| Address::parse(path)))
    }

    /// The language asked for, else the first of the browser's that there is. Reactive.
    pub fn locale(self) -> Locale {
        let listed = window().navigator().languages();
        let of_browser = listed.iter().filter_map(|code| code.as_string());
        self.asked("lang")
            .into_iter()
            .chain(of_browser)
            .find_map(|code| Locale::from_code(&code))
            .unwrap_or_default()
    }

    /// The colours asked for; empty for those of the device. Reactive.
    pub fn theme(self) -> String {
        self.asked("theme")
            .filter(|theme| THEMES[1..].contains(&theme.as_str()))
            .unwrap_or_default()
    }

    /// The writing direction asked for. Reactive.
    pub fn direction(self) -> String {
        self.asked("dir").filter(|direction| direction == "rtl").unwrap_or("ltr".to_owned())
    }

    /// Another page that looks as this one does. Reactive.
    pub fn link(self, address: &Address) -> String {
        self.query.with(|query| address.path() + query)
    }

    /// The same page with another look.
    pub fn ask(self, name: &str, value: &str) {
        let Some(query) = self.parameters() else { return };
        query.set(name, value);
        let query: String = query.to_string().into();
        self.go(&format!("{}?{query}", self.path.get_untracked()));
    }

    fn go(self, place: &str) {
        if let Ok(history) = window().history() {
            // Refused only when a page changes it hundreds of times in a row.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(place));
        }
        self.show();
    }

    fn show(self) {
        let (path, query) = in_bar();
        if query != self.query.get_untracked() {
            self.query.set(query);
        }
        if path != self.path.get_untracked() {
            self.path.set(path);
        }
    }

    fn asked(self, name: &str) -> Option<String> {
        self.query.track();
        self.parameters()?.get(name)
    }

    fn parameters(self) -> Option<UrlSearchParams> {
        UrlSearchParams::new_with_str(&self.query.get_untracked()).ok()
    }
}

fn in_bar() -> (String, String) {
    let location = window().location();
    (location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}
