//! Writing a comment, a reply, or another wording.

mod check;
mod draft;
mod form;
mod place;

pub use draft::DraftKeeper;
pub use form::Composer;
pub use place::Place;
