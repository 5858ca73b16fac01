//! A reference server of Muloqot's native contract, for running, testing and trying.
//!
//! It keeps what it is told in one SQLite file and holds every rule itself, with the
//! domain's own functions. It is not the product, and nothing of the app depends on it.

mod api;
mod app;
mod clock;
mod encoding;
mod failure;
mod faults;
mod headers;
mod import;
mod offers;
mod random;
mod seed;
mod serve;
mod static_files;
mod store;
mod words;

pub use api::openapi;
pub use app::{App, Options, router};
pub use clock::Clock;
pub use import::polis::{BadRow, Imported, PolisExport, PolisOptions, import_polis};
pub use seed::seed_if_empty;
pub use serve::serve;
pub use store::{Place, Store};
