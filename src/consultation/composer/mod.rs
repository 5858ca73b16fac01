//! Writing a comment, a reply, or another wording.

mod attaching;
mod beginning;
mod check;
mod draft;
mod failure;
mod form;
mod kept_text;
mod place;
mod preview;
mod queue;
mod quoting;
mod sending;
mod shown_as;
mod similar;
mod writing;

pub use check::is_uncertain;
pub use draft::DraftKeeper;
pub use kept_text::KeptText;
pub use place::Place;
pub use queue::send_what_waits;
pub use sending::{TakeComment, Written};
pub use writing::Composer;
