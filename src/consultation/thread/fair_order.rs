//! In which of the fair orders this reader reads.

use leptos::prelude::document;

/// The order that the loader drew for this device, or took from an earlier visit: it has asked for
/// the first page in it already.
pub fn fair_order() -> u8 {
    let root = document().document_element();
    let drawn = root.and_then(|root| root.get_attribute("data-fair-order"));
    // Numbers of this size are read elsewhere too; a reader of smaller ones would be loaded besides.
    let drawn: Option<u32> = drawn.and_then(|drawn| drawn.parse().ok());
    drawn.map_or(0, |drawn| drawn as u8)
}
