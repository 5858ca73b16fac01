//! The thread of a consultation.

mod casting;
mod comment_row;
mod item;
mod more;
mod section;
mod store;
mod voting;
mod withdrawal;

pub use section::ThreadSection;
