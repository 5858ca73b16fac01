//! Something that is so or not.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t};

/// A native check box beside its label, which can be pressed too (WCAG 2.5.8, 4.1.2).
#[component]
pub fn Checkbox(
    /// Its identifier.
    id: &'static str,
    /// What is so when it is checked.
    #[prop(into)]
    label: Signal<Message>,
    /// Whether it is so.
    checked: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div class="checkbox">
            <input
                type="checkbox"
                id=id
                prop:checked=move || checked.get()
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <label for=id>{move || label.with(|label| t(label.clone()))}</label>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "2.5.8", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Space", g::key_toggles)],
};

/// Every state of a check box.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(is_checked: bool) -> AnyView {
        let checked = RwSignal::new(is_checked);
        view! { <Checkbox id="always" label=m::script_always_latin() checked/> }.into_any()
    }
    vec![Fixture::new("off", || shown(false)), Fixture::new("on", || shown(true))]
}
