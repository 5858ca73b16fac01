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

/// What a list is marked by.
const LIST: &str = ".thread__block";

/// By what a list that rests as a whole is known: the number of its first comment.
const FIRST: &str = "data-first";

/// What tells a row from a list of rows.
const COMMENT: &str = "data-comment";

/// What stands for a comment, whether it can be read or not.
const ANY_COMMENT: &str = "[data-comment], [data-tombstone]";

/// So long nobody comes near to anything before something is woken, in ms: to a slow phone each of
/// them is work, which would hold up whoever scrolls on.
const PAUSE: u32 = 100;

/// How long it takes until the next one is woken, in ms: about a frame.
const PACE: u32 = 16;

/// Wakes what of a thread rests once the reader comes near to it: a list, and then row by row; both
/// stay awake from then on. Whoever reads or tabs on finds them whole. The focus that came from
/// afar to a comment at rest, or to the link that it has, stays on it (WCAG 2.4.3).
pub struct Nearness {
    observer: IntersectionObserver,
}

/// The lists and rows that are to be woken. One that the reader has passed by before its turn
/// rests on.
#[derive(Default)]
struct Turns {
    elements: RefCell<VecDeque<Element>>,
    /// How often the reader has come near to something, or left it.
    moves: Cell<u32>,
    is_waking: Cell<bool>,
}

impl Nearness {
    /// For the comments of that thread; nothing in a browser that cannot tell.
    pub fn of(store: ThreadStore) -> Option<Self> {
        let turns = Rc::new(Turns::default());
        let look =
            Closure::<dyn FnMut(Array, IntersectionObserver)>::new(move |entries, observer| {
                look_around(store, &turns, &entries, observer);
            });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        // Kept by the browser as long as the observer is.
        let look = look.into_js_value().unchecked_into();
        let observer = IntersectionObserver::new_with_options(&look, &options).ok()?;
        Some(Self { observer })
    }

    /// Watches over the lists from that of a comment on: over each as a whole, and over its rows
    /// once the reader is near to it, since a browser looks for each of what is watched at every
    /// frame.
    pub fn watch_from(&self, first: &CommentId) {
        let element = document().get_element_by_id(&comment_element_id(first));
        let mut list = element.and_then(|it| it.closest(LIST).ok().flatten());
        while let Some(watched) = list {
            // One that is watched already may have been near before the comment came.
            self.observer.unobserve(&watched);
            self.observer.observe(&watched);
            list = watched.next_element_sibling();
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
        match entry.is_intersecting() {
            // Where the reader is, what can be done is reached by the next key.
            true if focused_in(&element).is_some() => wake(store, element, &observer),
            true => turns.elements.borrow_mut().push_back(element),
            false => turns.elements.borrow_mut().retain(|it| *it != element),
        }
    }
    turns.moves.set(turns.moves.get().wrapping_add(1));
    if !turns.is_waking.replace(true) {
        spawn(wake_in_turn(store, Rc::clone(turns), observer));
    }
}

async fn wake_in_turn(store: ThreadStore, turns: Rc<Turns>, observer: IntersectionObserver) {
    while !turns.elements.borrow().is_empty() {
        let moves = turns.moves.get();
        TimeoutFuture::new(PAUSE).await;
        while turns.moves.get() == moves
            && let Some(element) = turns.next()
        {
            wake(store, element, &observer);
            TimeoutFuture::new(PACE).await;
        }
    }
    turns.is_waking.set(false);
}

impl Turns {
    fn next(&self) -> Option<Element> {
        self.elements.borrow_mut().pop_front()
    }
}

fn focused_in(element: &Element) -> Option<Element> {
    document().active_element().filter(|it| element.contains(Some(it)))
}

/// Wakes a row, or a list, the rows of which are watched over from then on.
fn wake(store: ThreadStore, element: Element, observer: &IntersectionObserver) {
    observer.unobserve(&element);
    let focus = focused_in(&element).and_then(Focus::of);
    let row = element.get_attribute(COMMENT).map(CommentId);
    match &row {
        Some(id) => store.wake(id),
        None => store.come_near(element.get_attribute(FIRST).and_then(|it| it.parse().ok())),
    }
    let list = row.is_none().then_some(element);
    let observer = observer.clone();
    spawn(async move {
        // What takes its place is made.
        tick().await;
        if let Some(focus) = focus {
            focus.restore();
        }
        if let Some(list) = list {
            watch_rows(&list, &observer);
        }
    });
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

/// Where the focus was in what is woken.
struct Focus {
    focused: Element,
    /// The identifier of the element of the comment.
    element_id: String,
    is_on_link: bool,
}

impl Focus {
    fn of(focused: Element) -> Option<Self> {
        let comment = focused.closest(ANY_COMMENT).ok().flatten()?;
        let (element_id, is_on_link) = (comment.id(), comment != focused);
        Some(Self { focused, element_id, is_on_link })
    }

    /// Puts it on the comment that has taken the place of one at rest, or on its link. Where it
    /// was in what was awake already, nothing has taken its place.
    fn restore(&self) {
        let Self { focused, element_id, is_on_link } = self;
        if document().contains(Some(focused)) {
            return;
        }
        if !is_on_link {
            return focus_in_place(element_id);
        }
        let link = document().query_selector(&format!("[id=\"{element_id}\"] .comment__time"));
        if let Some(link) = link.ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // Nothing else can be done about a browser that refuses the focus.
            let _ = link.focus();
        }
    }
}
