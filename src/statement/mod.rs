//! The accessibility statement.

mod outcome;
mod page;
mod words;

pub use page::StatementPage;
