//! The accessibility statement.

mod outcome;
mod page;
mod text;

use leptos::prelude::*;
use page::StatementPage;

use crate::pieces::piece;

piece! {
    /// The page of the statement.
    pub static STATEMENT: fn() -> AnyView = statement { || view! { <StatementPage/> }.into_any() }
}
