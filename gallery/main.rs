//! The gallery: every component in every state, for whoever audits them.
//!
//! A build of its own from the same crate, served under `/accessibility/components`, so that
//! fixtures weigh nothing on a citizen's phone.

mod address;
mod app;
mod component_page;
mod criteria;
mod criteria_page;
mod fixture_page;
mod index_page;
mod missing;
mod place;
mod tokens_page;
mod words;

use leptos::prelude::*;

fn main() {
    mount_to_body(app::Gallery);
}
