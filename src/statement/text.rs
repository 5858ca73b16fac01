//! What the statement says.

use muloqot_domain::{Locale, Problem, ProblemCode};

use super::outcome::{Outcome, fetch_outcome};
use crate::{
    backend::Answer,
    locale::{Catalogue, fetch_messages},
};

/// The statement in a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its words.
    pub words: Catalogue,
    /// What the last audit came to, where it is told.
    pub outcome: Option<Outcome>,
}

/// Fetches it.
pub fn fetch_statement(locale: Locale) -> Answer<Statement> {
    Box::pin(async move {
        let address = format!("/accessibility/statement/{}.json", locale.tag());
        let words = fetch_messages(locale, &address).await.map_err(|error| {
            web_sys::console::error_1(&error.into());
            Problem::new(ProblemCode::Offline)
        })?;
        Ok(Statement { words, outcome: fetch_outcome().await })
    })
}
