//! From comment to comment of one level.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{
    accessibility::Announcer,
    locale::{Language, m},
};

/// A step that a reader asked for.
pub struct Step {
    /// The row they are in.
    pub row: Element,
    /// Down the page, or up.
    pub is_forward: bool,
    pub announcer: Announcer,
    pub language: Language,
}

/// Puts the focus on the next comment of the same level under the same comment, or says that
/// there is none.
pub fn step(Step { row, is_forward, announcer, language }: Step) {
    let depth = row.get_attribute("data-depth");
    let mut at = row;
    loop {
        match beside(&at, is_forward) {
            // Depths are single digits; the row that brings more has none.
            Some(next) if next.get_attribute("data-depth") >= depth => at = next,
            Some(_) | None => return announcer.say(language.say(&m::no_comment_further())),
        }
        if at.get_attribute("data-depth") == depth
            && let Some(comment) = comment_in(&at)
        {
            // Nothing else can be done about a browser that refuses the focus.
            let _ = comment.focus();
            return;
        }
    }
}

/// The row after it, or before it, which may be at the end of another list.
fn beside(row: &Element, is_forward: bool) -> Option<Element> {
    let sibling = |of: &Element| match is_forward {
        true => of.next_element_sibling(),
        false => of.previous_element_sibling(),
    };
    let in_next_list = || {
        let list = sibling(&row.parent_element()?)?;
        if is_forward { list.first_element_child() } else { list.last_element_child() }
    };
    sibling(row).or_else(in_next_list)
}

fn comment_in(row: &Element) -> Option<HtmlElement> {
    row.query_selector("[data-comment], [data-tombstone]").ok()??.dyn_into().ok()
}
