//! What of a page is read aloud, in which order.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What holds words that belong together.
const HOLDERS: &str = "h1,h2,h3,h4,p,li,dt,dd,legend,label,summary,caption,th,td,blockquote";

/// The attribute of the passage that is being read, which the styles mark.
const MARK: &str = "data-being-read";

/// Some words of the page that are read in one go.
#[derive(Clone)]
pub struct Passage(HtmlElement);

impl Passage {
    /// The words.
    pub fn text(&self) -> String {
        self.0.inner_text()
    }

    /// The tag of their language.
    pub fn language(&self) -> String {
        let marked = self.0.closest("[lang]").ok().flatten();
        marked.and_then(|element| element.get_attribute("lang")).unwrap_or_default()
    }

    /// Whether they are still on the page.
    pub fn is_there(&self) -> bool {
        self.0.is_connected()
    }

    /// Marks them and brings them into sight.
    pub fn mark(&self) {
        // Fails only for a malformed name of the attribute.
        let _ = self.0.set_attribute(MARK, "");
        self.0.scroll_into_view_with_bool(self.0.offset_height() > 400);
    }

    /// Takes the mark away.
    pub fn unmark(&self) {
        // As in `mark`.
        let _ = self.0.remove_attribute(MARK);
    }
}

/// The passages of the page as it is now: what is in sight of its main part, the smallest
/// holders of words, in the order they are read in.
pub fn passages() -> Vec<Passage> {
    let Ok(found) = document().query_selector_all(&main_part(HOLDERS)) else { return Vec::new() };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|element| is_read(element))
        .map(Passage)
        .collect()
}

fn main_part(holders: &str) -> String {
    holders.split(',').map(|holder| format!("main {holder}")).collect::<Vec<_>>().join(",")
}

fn is_read(element: &Element) -> bool {
    let holds_smaller = element.query_selector(HOLDERS).is_ok_and(|inner| inner.is_some());
    let is_hidden = element.closest("[aria-hidden=true],[hidden]").is_ok_and(|it| it.is_some());
    let box_ = element.get_bounding_client_rect();
    !holds_smaller && !is_hidden && box_.height() > 1.0 && !is_blank(element)
}

fn is_blank(element: &Element) -> bool {
    element.text_content().is_none_or(|text| text.trim().is_empty())
}
