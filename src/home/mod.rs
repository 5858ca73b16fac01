//! The home page: what is open, closing soon and recently answered.

mod page;

pub use page::HomePage;
