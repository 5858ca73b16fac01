//! "Maxsus imkoniyatlar": how the app is to look, sound and load, one press away on every page.

mod panel;
mod passages;
mod reading_bar;
mod speech;

use leptos::{html::Dialog, prelude::*};

use crate::{
    accessibility::focus_by_id_when_there,
    locale::{m, t},
    ui::{Icon, IconName},
};
use panel::Panel;
use reading_bar::ReadingBar;

const BUTTON_ID: &str = "preferences-button";

/// The button, the panel it opens, and the bar for reading aloud.
#[component]
pub fn PreferencesMenu() -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let is_open = RwSignal::new(false);
    let is_reading = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            // Refused only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    };
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let read = Callback::new(move |()| {
        close.run(());
        is_reading.set(true);
    });
    let stop_reading = Callback::new(move |()| {
        is_reading.set(false);
        focus_by_id_when_there(BUTTON_ID);
    });
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
        <dialog
            node_ref=dialog
            class="preferences"
            aria-labelledby="preferences-heading"
            on:close=move |_| is_open.set(false)
        >
            {move || is_open.get().then(|| view! { <Panel on_close=close on_read=read/> }.into_any())}
        </dialog>
        {move || is_reading.get().then(|| view! { <ReadingBar on_close=stop_reading/> }.into_any())}
    }
}
