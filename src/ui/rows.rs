//! The rows of a list that grows and changes.

use std::sync::Arc;

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};

/// One row.
#[derive(Clone)]
pub struct Row {
    /// Tells the row apart: one that keeps its key keeps its element, its state and the focus.
    pub key: String,
    /// Makes the row, an `li`.
    pub view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Row {
    /// A row.
    pub fn new(key: String, view: impl Fn() -> AnyView + Send + Sync + 'static) -> Self {
        Self { key, view: Arc::new(view) }
    }
}

/// The rows of a list. Only what changed is made anew, so nothing moves under the reader.
/// One piece of machinery for every list of the app: a keyed list of its own type weighs some
/// kilobytes each.
#[component]
pub fn Rows(
    /// The rows, in order. Reactive.
    each: Signal<Vec<Row>>,
) -> impl IntoView {
    view! {
        <For each=move || each.get() key=|row| row.key.clone() children=|row| (row.view)()/>
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.3.1"], keyboard: &[] };

/// Every state of a list of rows.
pub fn fixtures() -> Vec<Fixture> {
    fn row(text: &'static str) -> Row {
        Row::new(text.to_owned(), move || view! { <li>{text}</li> }.into_any())
    }
    vec![Fixture::new("two rows", || {
        let each = Signal::stored(vec![row("1"), row("2")]);
        view! { <ul role="list"><Rows each/></ul> }.into_any()
    })]
}
