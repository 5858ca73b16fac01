//! Consultations: finding one, reading it, answering it.

mod composer;
mod filter_chips;
mod filter_form;
mod list;
mod list_page;
mod official_reply;
mod other_script;
mod page;
mod thread;
mod view;

use leptos::prelude::*;
use list_page::ConsultationsPage;

pub use other_script::OwnScript;
pub use page::ConsultationPage;
pub use view::ConsultationView;

use crate::pieces::piece;

piece! {
    /// The page of all consultations.
    pub static CONSULTATIONS: fn() -> AnyView =
        consultations { || view! { <ConsultationsPage/> }.into_any() }
}
