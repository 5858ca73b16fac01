//! Which comments the reader is near to.

use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use leptos::{prelude::*, task::tick};
use muloqot_domain::CommentId;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use super::{section::comment_element_id, store::ThreadStore};
use crate::{accessibility::focus_in_place, reactive::spawn};

/// How far from what is seen a comment is near: a screen up and down, so that whoever reads on,
/// by eye, key or voice, finds it whole.
const MARGIN: &str = "100% 0px";

/// Wakes the resting comments of a thread that the reader comes near to; a row stays awake from
/// then on. Whoever reads or tabs on finds them whole. The focus that came from afar to a comment at
/// rest, or to the link that it has, stays on it (WCAG 2.4.3).
pub struct Nearness {
    /// Nothing in a browser that cannot tell; then none rests.
    observer: Option<IntersectionObserver>,
    store: ThreadStore,
}

impl Nearness {
    /// For the comments of that thread.
    pub fn of(store: ThreadStore) -> Self {
        let wake =
            Closure::<dyn FnMut(Array, IntersectionObserver)>::new(move |entries, observer| {
                wake_near(store, &entries, &observer);
            });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        // Kept by the browser as long as the observer is.
        let wake = wake.into_js_value().unchecked_into();
        let observer = IntersectionObserver::new_with_options(&wake, &options).ok();
        Self { observer, store }
    }

    /// Watches over comments whose rows are there: over their lists, and over the rows of a list
    /// once the reader is near to it, since a browser looks for each of what is watched at every
    /// frame.
    pub fn watch(&self, ids: &[CommentId]) {
        for id in ids {
            let element = document().get_element_by_id(&comment_element_id(id));
            let list = element.and_then(|it| it.closest(".thread__block").ok().flatten());
            match list.zip(self.observer.as_ref()) {
                // Watched from when its first row came, it may have been near already.
                Some((list, observer)) => {
                    observer.unobserve(&list);
                    observer.observe(&list);
                }
                None => self.store.wake(id),
            }
        }
    }
}

fn wake_near(store: ThreadStore, entries: &Array, observer: &IntersectionObserver) {
    let entries = entries.iter().filter_map(|it| it.dyn_into::<IntersectionObserverEntry>().ok());
    let mut resting = Vec::new();
    for entry in entries.filter(IntersectionObserverEntry::is_intersecting) {
        let near = entry.target();
        observer.unobserve(&near);
        match near.get_attribute("data-comment") {
            Some(id) => resting.push((CommentId(id), near)),
            None => watch_rows(&near, observer),
        }
    }
    if !resting.is_empty() {
        spawn(wake_one_by_one(store, resting));
    }
}

/// Each in a turn of its own, so that a slow phone goes on scrolling in between.
async fn wake_one_by_one(store: ThreadStore, resting: Vec<(CommentId, Element)>) {
    for (id, element) in resting {
        let focused = document().active_element().filter(|it| element.contains(Some(it)));
        store.wake(&id);
        if let Some(focused) = focused {
            refocus(element.id(), focused != element);
        }
        TimeoutFuture::new(0).await;
    }
}

/// Watches over the comments at rest of a list.
fn watch_rows(list: &Element, observer: &IntersectionObserver) {
    let Ok(resting) = list.query_selector_all(".comment--resting") else { return };
    for row in (0..resting.length()).filter_map(|number| resting.get(number)) {
        if let Some(row) = row.dyn_ref::<Element>() {
            observer.observe(row);
        }
    }
}

/// Puts the focus on the comment that takes the place of one at rest, or on its link, as soon as
/// it is made.
fn refocus(element_id: String, is_on_link: bool) {
    spawn(async move {
        tick().await;
        if !is_on_link {
            return focus_in_place(&element_id);
        }
        let link = document().query_selector(&format!("[id=\"{element_id}\"] .comment__time"));
        if let Some(link) = link.ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // Nothing else can be done about a browser that refuses the focus.
            let _ = link.focus();
        }
    });
}
