//! The thread of a consultation.

mod asking;
mod attachments;
mod casting;
mod comment_forms;
mod comment_head;
mod comment_row;
mod fair_order;
mod gathering;
mod history;
mod interruption;
mod item;
mod moderation;
mod more;
mod nearness;
mod resting;
mod section;
mod sides;
mod sifting;
mod stepping;
mod store;
mod voting;
mod watching;
mod withdrawal;

pub use moderation::waiting_reports;
pub use section::ThreadSection;
pub use store::ThreadStore;
pub use voting::{Ballot, Press};
