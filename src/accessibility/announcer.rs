//! What a screen reader is told without the focus moving.

use leptos::prelude::*;

use super::{arrival::HEADING_ID, focus::focus_by_id};
use crate::{
    locale::{m, t},
    reactive::memo,
};

/// Tells people who cannot see the page what has changed on it. One polite and one
/// assertive live region serve the whole app, because regions that come and go with a
/// component are not read reliably.
#[derive(Clone, Copy)]
pub struct Announcer {
    polite: RwSignal<String>,
    assertive: RwSignal<String>,
}

impl Announcer {
    /// An announcer that has said nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { polite: RwSignal::new(String::new()), assertive: RwSignal::new(String::new()) }
    }

    /// Says it when the reader has finished what it is saying.
    pub fn say(self, text: String) {
        said_anew(self.polite, text);
    }

    /// Says it at once, to everybody: something failed that the person is waiting for, and
    /// nothing on the page would tell. It stays in sight until the next page.
    pub fn say_now(self, text: String) {
        said_anew(self.assertive, text);
    }

    /// Takes away what was said at once.
    pub fn hush(self) {
        self.assertive.set(String::new());
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

/// The same text twice in a row would be no change of the region, and silence; a trailing
/// no-break space makes it one.
fn said_anew(region: RwSignal<String>, text: String) {
    region.update(|said| *said = if *said == text { text + "\u{a0}" } else { text });
}

/// The announcer of this part of the page.
#[must_use]
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_default()
}

/// The live regions: empty when the page is made, so that what comes later is a change
/// (WCAG 4.1.3). What failed is there for everybody to see, until it is closed.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let announcer = use_announcer();
    let is_alert = memo(move || announcer.assertive.with(|said| !said.is_empty()));
    let class = move || if is_alert.get() { "alert-bar" } else { "visually-hidden" };
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" data-region="polite">
            {move || announcer.polite.get()}
        </div>
        <div class=class>
            <p role="alert" aria-live="assertive" data-region="assertive">
                {move || announcer.assertive.get()}
            </p>
            {move || is_alert.get().then(|| {
                let close = move |_| {
                    announcer.hush();
                    focus_by_id(HEADING_ID);
                };
                view! {
                    <button type="button" class="button button--quiet" on:click=close>
                        {t(m::close())}
                    </button>
                }
                .into_any()
            })}
        </div>
    }
}
