//! The words of the statement.

use muloqot_domain::{Locale, Problem, ProblemCode};

use crate::{
    backend::Answer,
    locale::{Catalogue, fetch_messages},
};

/// Fetches them in a language.
pub fn fetch_words(locale: Locale) -> Answer<Catalogue> {
    Box::pin(async move {
        let address = format!("/accessibility/statement/{}.json", locale.tag());
        fetch_messages(locale, &address).await.map_err(|error| {
            web_sys::console::error_1(&error.into());
            Problem::new(ProblemCode::Offline)
        })
    })
}
