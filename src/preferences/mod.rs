//! "Maxsus imkoniyatlar": how the app is to look, sound and load, one press away on every page.

mod panel;
mod passages;
mod reading_bar;
mod speech;

use leptos::prelude::*;

use crate::{
    accessibility::focus_by_id_when_there,
    locale::{m, t},
    pieces::{PieceOfPart, piece},
    reactive::provided,
    ui::{Dialog, Icon, IconName},
};
use panel::Panel;
use reading_bar::ReadingBar;

piece! {
    /// What the panel holds.
    static PANEL: fn() -> AnyView = preferences { || view! { <Panel/> }.into_any() }
}

piece! {
    /// What reads aloud.
    static READING_BAR: fn() -> AnyView = reading { || view! { <ReadingBar/> }.into_any() }
}

const DIALOG_ID: &str = "preferences";
/// As the dialog calls its heading.
const HEADING_ID: &str = "preferences-title";
const BUTTON_ID: &str = "preferences-button";

/// What of it is open. A service: put into context once, copied freely.
#[derive(Clone, Copy)]
pub struct PreferencesMenu {
    is_open: RwSignal<bool>,
    is_reading: RwSignal<bool>,
}

impl PreferencesMenu {
    /// Nothing is open yet.
    #[must_use]
    pub fn new() -> Self {
        Self { is_open: RwSignal::new(false), is_reading: RwSignal::new(false) }
    }

    fn provided() -> Self {
        provided()
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
pub fn PreferencesButton() -> impl IntoView {
    let menu = PreferencesMenu::provided();
    view! {
        <button
            type="button"
            id=BUTTON_ID
            class="button button--quiet preferences-button"
            aria-haspopup="dialog"
            on:click=move |_| menu.is_open.set(true)
        >
            <Icon name=IconName::Eye/>
            <span class="preferences-button__words">{t(m::preferences())}</span>
        </button>
    }
}

/// The panel and the bar for reading aloud, where nothing of the header's own styles reaches them.
#[component]
pub fn PreferencesPlace() -> impl IntoView {
    let menu = PreferencesMenu::provided();
    let panel = move || {
        menu.is_open
            .get()
            .then(|| view! { <PieceOfPart piece=&PANEL heading_id=HEADING_ID/> }.into_any())
    };
    view! {
        <Dialog id=DIALOG_ID title=m::preferences() open=menu.is_open>{panel}</Dialog>
        {move || menu.is_reading.get().then(|| {
            view! { <PieceOfPart piece=&READING_BAR heading_id=reading_bar::PLAY_ID/> }.into_any()
        })}
    }
}
