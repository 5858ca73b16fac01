//! Moves the focus, without moving the page under the reader more than needed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the focus on the element with that identifier; `false` when there is none.
pub fn focus_by_id(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The same after the page has been drawn anew, for an element that is just being made.
pub fn focus_by_id_when_there(id: &str) {
    let id = id.to_owned();
    // Two frames: the first may come before the change of a signal has reached the page.
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus_by_id(&id);
        });
    });
}
