//! Reading open formats into the database.

mod language_guess;
pub mod polis;
