//! What of a long thread is far from what the reader sees.
//!
//! Ten thousand rows with all that a row has and is told of would take a phone minutes and its
//! memory. So a list far off is made of elements alone ([`list`]), and once the reader comes near
//! to it, of rows of which each still rests ([`comment`]) until its turn comes
//! (`../nearness.rs`).

mod comment;
mod list;
mod row;

pub use comment::resting_comment;
pub use list::resting_list;
