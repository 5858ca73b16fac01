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
        let next =
            if is_forward { at.next_element_sibling() } else { at.previous_element_sibling() };
        match next {
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

fn comment_in(row: &Element) -> Option<HtmlElement> {
    row.query_selector("[data-comment], [data-tombstone]").ok()??.dyn_into().ok()
}
