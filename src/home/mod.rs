//! The home page: what is open, closing soon and recently answered.

mod page;

use leptos::prelude::*;
use page::HomePage;

use crate::pieces::piece;

piece! {
    /// The home page.
    pub static HOME: fn() -> AnyView = home { || view! { <HomePage/> }.into_any() }
}
