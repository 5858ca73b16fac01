//! Consultations: finding one, reading it, answering it.

mod about;
mod composer;
mod document_link;
mod filter_chips;
mod filter_form;
mod list;
mod list_page;
mod official_reply;
mod other_script;
mod outcome;
mod page;
mod part;
mod part_words;
mod quotation;
mod taking_along;
mod thread;
mod view;
mod writing_words;

/// The style of what stands under the text of a consultation, on the page of a question, and where
/// the reader is told of what they follow.
const ABOUT_STYLE: &str = "/style/about.css";

/// The style of what only those see who ask for it: it comes with the parts that show it.
const ASKED_FOR_STYLE: &str = "/style/asked_for.css";

pub use about::{followed, question_page};
pub use composer::send_what_waits;
pub use list_page::ConsultationsPage;
pub use other_script::OwnScript;
pub use page::ConsultationPage;
pub use view::ConsultationView;
