//! The thread of a consultation.

mod comment_row;
mod item;
mod more;
mod section;
mod store;
mod withdrawal;

pub use section::ThreadSection;
