//! Counts what a person sees as characters: grapheme clusters (Unicode Standard Annex #29).
//!
//! The browser has the tables for it; the server counts by the same standard with its own.

#[cfg(target_arch = "wasm32")]
use muloqot_domain::COMMENT_BYTES_MAX;

/// The grapheme clusters of a text, by `Intl.Segmenter`.
///
/// A browser without it, older than 2024, is given the number of code points: never fewer
/// than there are clusters, so that nothing is accepted here that the server refuses.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn graphemes(text: &str) -> usize {
    // Far too much in any case: what was pasted by mistake must not make the page stand still.
    if text.len() > 4 * COMMENT_BYTES_MAX {
        return text.chars().count();
    }
    segments(text).map_or_else(|_| text.chars().count(), |segments| segments.length() as usize)
}

#[cfg(target_arch = "wasm32")]
fn segments(text: &str) -> Result<js_sys::Array, wasm_bindgen::JsValue> {
    use js_sys::{Array, Function, Reflect};
    use wasm_bindgen::JsCast;

    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let make: Function = Reflect::get(&intl, &"Segmenter".into())?.dyn_into()?;
    let segmenter = Reflect::construct(&make, &Array::new())?;
    let segment: Function = Reflect::get(&segmenter, &"segment".into())?.dyn_into()?;
    Ok(Array::from(&segment.call1(&segmenter, &text.into())?))
}

/// The same where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn graphemes(text: &str) -> usize {
    #[cfg(feature = "host")]
    return muloqot_domain::graphemes(text);
    #[cfg(not(feature = "host"))]
    return text.chars().count();
}

/// The first grapheme cluster of a text, nothing of nothing; in a browser without
/// `Intl.Segmenter` the first code point.
#[must_use]
pub fn first_grapheme(text: &str) -> String {
    first_cluster(text).unwrap_or_else(|| text.chars().take(1).collect())
}

#[cfg(target_arch = "wasm32")]
fn first_cluster(text: &str) -> Option<String> {
    let first = segments(text).ok()?.get(0);
    js_sys::Reflect::get(&first, &"segment".into()).ok()?.as_string()
}

#[cfg(not(target_arch = "wasm32"))]
fn first_cluster(text: &str) -> Option<String> {
    // The longest start that is one cluster; the host has only a way to count them.
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let end = ends.take_while(|end| graphemes(&text[..*end]) == 1).last()?;
    Some(text[..end].to_owned())
}
