//! Writing a comment, a reply, or another wording.

mod check;
mod draft;
mod form;
mod kept_text;
mod place;
mod sending;

pub use draft::DraftKeeper;
pub use form::Composer;
pub use kept_text::KeptText;
pub use place::Place;
pub use sending::{TakeComment, Written};
