//! Consultations: finding one, reading it, answering it.

mod composer;
mod filter_chips;
mod filter_form;
mod list;
mod list_page;
mod official_reply;
mod other_script;
mod outcome;
mod page;
mod taking_along;
mod thread;
mod view;

pub use list_page::ConsultationsPage;
pub use other_script::OwnScript;
pub use page::ConsultationPage;
pub use view::ConsultationView;
