//! Which comments the reader is near to.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

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

/// What tells a row from a list of rows.
const COMMENT: &str = "data-comment";

/// So long nobody comes near to anything before comments are woken, in ms: to a slow phone each of
/// them is work, which would hold up whoever scrolls on.
const PAUSE: u32 = 100;

/// How long it takes until the next one is woken, in ms: about a frame.
const PACE: u32 = 16;

/// Wakes the resting comments of a thread that the reader comes near to; a row stays awake from
/// then on. Whoever reads or tabs on finds them whole. The focus that came from afar to a comment at
/// rest, or to the link that it has, stays on it (WCAG 2.4.3).
pub struct Nearness {
    /// Nothing in a browser that cannot tell; then none rests.
    observer: Option<IntersectionObserver>,
    store: ThreadStore,
}

/// The rows that are to be woken. One that the reader has passed by before its turn rests on.
#[derive(Default)]
struct Turns {
    rows: RefCell<VecDeque<Element>>,
    /// How often the reader has come near to something, or left it.
    moves: Cell<u32>,
    is_waking: Cell<bool>,
}

impl Nearness {
    /// For the comments of that thread.
    pub fn of(store: ThreadStore) -> Self {
        let turns = Rc::new(Turns::default());
        let look =
            Closure::<dyn FnMut(Array, IntersectionObserver)>::new(move |entries, observer| {
                look_around(store, &turns, &entries, observer);
            });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        // Kept by the browser as long as the observer is.
        let look = look.into_js_value().unchecked_into();
        let observer = IntersectionObserver::new_with_options(&look, &options).ok();
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

fn look_around(
    store: ThreadStore,
    turns: &Rc<Turns>,
    entries: &Array,
    observer: IntersectionObserver,
) {
    for entry in entries.iter().filter_map(|it| it.dyn_into::<IntersectionObserverEntry>().ok()) {
        let element = entry.target();
        let is_row = element.has_attribute(COMMENT);
        match (is_row, entry.is_intersecting()) {
            // Where the reader is, what can be done is reached by the next key.
            (true, true) if has_focus(&element) => {
                observer.unobserve(&element);
                wake(store, &element);
            }
            (true, true) => turns.rows.borrow_mut().push_back(element),
            (true, false) => turns.rows.borrow_mut().retain(|row| *row != element),
            (false, true) => {
                observer.unobserve(&element);
                watch_rows(&element, &observer);
            }
            (false, false) => {}
        }
    }
    turns.moves.set(turns.moves.get().wrapping_add(1));
    if !turns.is_waking.replace(true) {
        spawn(wake_in_turn(store, Rc::clone(turns), observer));
    }
}

async fn wake_in_turn(store: ThreadStore, turns: Rc<Turns>, observer: IntersectionObserver) {
    while !turns.rows.borrow().is_empty() {
        let moves = turns.moves.get();
        TimeoutFuture::new(PAUSE).await;
        while turns.moves.get() == moves
            && let Some(row) = turns.next()
        {
            observer.unobserve(&row);
            wake(store, &row);
            TimeoutFuture::new(PACE).await;
        }
    }
    turns.is_waking.set(false);
}

fn has_focus(row: &Element) -> bool {
    document().active_element().is_some_and(|it| row.contains(Some(&it)))
}

fn wake(store: ThreadStore, row: &Element) {
    let focused = document().active_element().filter(|it| row.contains(Some(it)));
    store.wake(&CommentId(row.get_attribute(COMMENT).unwrap_or_default()));
    if let Some(focused) = focused {
        refocus(row.id(), focused != *row);
    }
}

impl Turns {
    fn next(&self) -> Option<Element> {
        self.rows.borrow_mut().pop_front()
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
