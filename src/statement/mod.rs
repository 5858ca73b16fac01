//! The accessibility statement.

mod outcome;
mod page;
mod text;

use leptos::prelude::*;
use page::StatementPage;

use crate::pieces::{PieceOfPage, piece};

piece! {
    /// The page of the statement.
    static STATEMENT: fn() -> AnyView = statement { || view! { <StatementPage/> }.into_any() }
}

/// The page of the statement, once it is there.
pub fn statement_page() -> AnyView {
    let page = || STATEMENT.get().map(|page| page());
    view! { <PieceOfPage page bring=|| STATEMENT.bring()/> }.into_any()
}
