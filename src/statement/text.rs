//! What the statement says.

use muloqot_domain::Locale;

use super::outcome::{Outcome, fetch_outcome};
use crate::{
    backend::Answer,
    locale::{Catalogue, fetch_part_words},
};

/// The statement in a language.
#[derive(Debug)]
pub struct Statement {
    /// Its words.
    pub words: Catalogue,
    /// What the last audit came to, where it is told.
    pub outcome: Option<Outcome>,
}

/// Fetches it.
pub fn fetch_statement(locale: Locale) -> Answer<Statement> {
    Box::pin(async move {
        let words = fetch_part_words(locale, "/accessibility/statement").await?;
        Ok(Statement { words, outcome: fetch_outcome().await })
    })
}
