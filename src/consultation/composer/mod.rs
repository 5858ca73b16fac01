//! Writing a comment, a reply, or another wording.

mod beginning;
mod check;
mod draft;
mod form;
mod kept_text;
mod place;
mod sending;
mod writing;

pub use check::is_uncertain;
pub use draft::DraftKeeper;
pub use kept_text::KeptText;
pub use place::Place;
pub use sending::{TakeComment, Written};
pub use writing::Composer;
