//! Moves the focus, without moving the page under the reader more than needed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::FocusOptions;

use super::arrival::{HEADING_ID, Return};
use crate::reactive::effect;

/// Puts the focus on the element with that identifier; `false` when there is none.
pub fn focus_by_id(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on the element with that identifier, and leaves the page where it is.
pub fn focus_in_place(id: &str) {
    let element = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Nothing else can be done about a browser that refuses the focus.
        let _ = element.focus_with_options(&options);
    }
}

/// Keeps what has the focus where it is seen while something that is just being made comes into
/// the page above it (WCAG 2.4.7). What is out of sight already is not brought back.
pub fn hold_focus_in_place() {
    let Some(focused) = document().active_element() else { return };
    let height = |it: &web_sys::Element| it.get_bounding_client_rect().top();
    let before = height(&focused);
    let fold = window().inner_height().ok().and_then(|height| height.as_f64());
    if before < 0.0 || fold.is_none_or(|fold| before > fold) {
        return;
    }
    effect(move || {
        let scrolled = window().scroll_y().unwrap_or_default();
        window().scroll_to_with_x_and_y(0.0, scrolled + height(&focused) - before);
    });
}

/// Whether the focus is in the element with that identifier, or nowhere.
pub fn has_focus_in(id: &str) -> bool {
    let is_nowhere = document().active_element().is_none_or(|it| it.local_name() == "body");
    is_nowhere || is_focus_within(id)
}

/// Whether the focus is in the element with that identifier.
pub fn is_focus_within(id: &str) -> bool {
    let document = document();
    let focused = document.active_element();
    focused
        .zip(document.get_element_by_id(id))
        .is_some_and(|(focused, it)| it.contains(Some(&focused)))
}

/// Puts the focus there after the page has been drawn anew, for an element that is just being made.
pub fn focus_by_id_when_there(id: &str) {
    let id = id.to_owned();
    when_drawn(Box::new(move || {
        focus_by_id(&id);
    }));
}

/// Brings a page back to where it was left, with the focus on the link that was followed. When
/// that is not there (any more), the page begins at its heading; `false` then.
pub fn focus_link(returns: &Return) -> bool {
    // Addresses hold neither quotes nor backslashes: both are written as %XX.
    let links = format!("main a[href=\"{}\"]", returns.from);
    let Ok(links) = document().query_selector_all(&links) else { return false };
    window().scroll_to_with_x_and_y(0.0, returns.scrolled);
    // The same link may stand in several places; the one that was pressed was in sight.
    let links = (0..links.length())
        .filter_map(|at| links.item(at)?.dyn_into::<web_sys::HtmlElement>().ok());
    match links.min_by_key(|link| link.get_bounding_client_rect().top().abs() as i64) {
        // Nothing else can be done about a browser that refuses the focus.
        Some(link) => _ = link.focus(),
        None => {
            focus_by_id(HEADING_ID);
            return false;
        }
    }
    true
}

/// Two frames from now: the first may come before the change of a signal has reached the page.
pub fn when_drawn(act: Box<dyn FnOnce()>) {
    request_animation_frame(move || request_animation_frame(act));
}
