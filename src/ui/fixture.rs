//! Named examples of a component. The same list feeds the snapshots on the host and
//! whatever else shows components.

use leptos::prelude::*;

/// One state of a component.
pub struct Fixture {
    /// What the state is, in a few words.
    pub name: &'static str,
    /// The component in that state.
    pub view: fn() -> AnyView,
}

impl Fixture {
    /// Names a state.
    #[must_use]
    pub fn new(name: &'static str, view: fn() -> AnyView) -> Self {
        Self { name, view }
    }
}
