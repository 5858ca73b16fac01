//! "Maxsus imkoniyatlar": how the app is to look, sound and load, one press away on every page.

mod panel;
mod passages;
mod reading_bar;
mod speech;

use leptos::prelude::*;

use crate::{
    accessibility::{Preferences, focus_by_id_when_there, use_announcer},
    locale::{m, problem_words, t, use_language},
    pieces::piece,
    reactive::spawn,
    ui::{Dialog, Icon, IconName},
};
use panel::Panel;
use reading_bar::ReadingBar;

piece! {
    /// Everything but the button: nobody loads it who does not press that.
    static PLACE: fn(PreferencesMenu) -> AnyView =
        preferences { |menu| view! { <Place menu/> }.into_any() }
}

const BUTTON_ID: &str = "preferences-button";

/// What of it is open.
#[derive(Clone, Copy)]
pub struct PreferencesMenu {
    is_there: RwSignal<bool>,
    is_open: RwSignal<bool>,
    is_reading: RwSignal<bool>,
}

impl PreferencesMenu {
    /// Nothing is open yet.
    #[must_use]
    pub fn new() -> Self {
        let [is_there, is_open, is_reading] = [(); 3].map(|()| RwSignal::new(false));
        Self { is_there, is_open, is_reading }
    }

    fn read_aloud(self) {
        self.is_open.set(false);
        self.is_reading.set(true);
    }

    fn stop_reading(self) {
        self.is_reading.set(false);
        focus_by_id_when_there(BUTTON_ID);
    }
}

impl Default for PreferencesMenu {
    fn default() -> Self {
        Self::new()
    }
}

/// The button that opens the panel; on a phone an eye, which state sites have taught everybody.
#[component]
pub fn PreferencesButton(menu: PreferencesMenu) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let open = move |_| {
        announcer.hush();
        spawn(async move {
            match PLACE.bring().await {
                Ok(()) => {
                    menu.is_there.set(true);
                    menu.is_open.set(true);
                }
                Err(problem) => announcer.say_now(language.say(&problem_words(&problem))),
            }
        });
    };
    view! {
        <button
            type="button"
            id=BUTTON_ID
            class="button button--quiet preferences-button"
            aria-haspopup="dialog"
            on:click=open
        >
            <Icon name=IconName::Eye/>
            <span class="preferences-button__words">{t(m::preferences())}</span>
        </button>
    }
}

/// Where the panel and the bar for reading aloud are, once somebody wants them: the header's own
/// styles do not reach them there.
#[component]
pub fn PreferencesPlace(menu: PreferencesMenu) -> impl IntoView {
    move || menu.is_there.get().then(|| PLACE.get().map(|place| place(menu)))
}

#[component]
fn Place(menu: PreferencesMenu) -> impl IntoView {
    provide_context(Preferences::kept());
    let panel = move || menu.is_open.get().then(|| view! { <Panel menu/> }.into_any());
    view! {
        <Dialog id="preferences" title=m::preferences() open=menu.is_open>{panel}</Dialog>
        {move || menu.is_reading.get().then(|| view! { <ReadingBar menu/> }.into_any())}
    }
}
