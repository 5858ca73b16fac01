//! Consultations: finding one, reading it, answering it.

mod composer;
mod filter_form;
mod list;
mod list_page;
mod official_reply;
mod page;
mod thread;
mod view;

pub use list_page::ConsultationsPage;
pub use page::ConsultationPage;
pub use view::ConsultationView;
