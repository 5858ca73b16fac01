//! The sandbox's own few texts, in the languages of the app.
//!
//! Nothing is worded where it arises: a handler says which of [`Words`] it means, and one
//! layer around all of them ([`word`]) says it in the language of who asked.

mod catalogue;
mod choice;
mod keys;
mod language;
mod saying;

pub use catalogue::best_text;
pub use keys::Words;
pub use language::{Language, add_language};
pub use saying::{Saying, word};
