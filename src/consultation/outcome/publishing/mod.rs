//! Publishing what became of a consultation.

mod choosing;
mod draft;
mod form;
mod mistakes;
mod theme_fields;

use leptos::prelude::*;

use super::state::OutcomeState;
use crate::{
    accessibility::focus_by_id_when_there,
    locale::outcome as o,
    pieces::piece,
    reactive::derived,
    ui::{Button, ButtonKind},
};
use form::PublishForm;

piece! {
    /// The form: for officers of the agency, when they ask for it.
    static PUBLISHING: fn(OutcomeState, Callback<()>) -> AnyView = publishing {
        |state, on_close| view! { <PublishForm state on_close/> }.into_any()
    }
}

/// The identifier of the button that opens the form.
const BUTTON_ID: &str = "publish-open";

/// The way to the form, and the form in its place once it is there.
#[component]
pub fn Publishing(
    /// The outcome that is to be, or is to be changed.
    state: OutcomeState,
) -> impl IntoView {
    let coming = PUBLISHING.coming();
    let is_open = RwSignal::new(false);
    let outcome = state.outcome;
    let label = derived(move || match outcome.with(Option::is_some) {
        true => o::publish_change(),
        false => o::publish_open(),
    });
    let open = Callback::new(move |()| {
        is_open.set(true);
        coming.bring();
    });
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_by_id_when_there(BUTTON_ID);
    });
    view! {
        {move || {
            let is_shown = is_open.get() && coming.is_there.get();
            match is_shown.then(|| PUBLISHING.get()).flatten() {
                Some(form) => form(state.clone(), close),
                None => {
                    let (kind, busy, id) = (ButtonKind::Secondary, coming.is_busy, BUTTON_ID.to_owned());
                    view! { <Button label kind busy id on_press=open/> }.into_any()
                }
            }
        }}
        {coming.problem()}
    }
}
