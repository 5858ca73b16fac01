//! The thread of a consultation.

mod asking;
mod casting;
mod comment_row;
mod fair_order;
mod interruption;
mod item;
mod moderation;
mod more;
mod section;
mod sifting;
mod stepping;
mod store;
mod voting;
mod watching;
mod withdrawal;

pub use section::ThreadSection;
