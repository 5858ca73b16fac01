//! Something that is so or not.

use leptos::prelude::*;

use super::{
    field::{described_by, hint_and_error, is_wrong},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// A native check box beside its label, which can be pressed too (WCAG 2.5.8, 4.1.2), with
/// what to know about it and what is wrong under it (3.3.1, 3.3.2).
#[component]
pub fn Checkbox(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// What is so when it is checked.
    #[prop(into)]
    label: Signal<Message>,
    /// Whether it is so.
    checked: RwSignal<bool>,
    /// What to know before checking it.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some());
    let texts = hint_and_error(&id, hint, error);
    view! {
        <div class="checkbox">
            <input
                type="checkbox"
                id=id.clone()
                aria-describedby=described
                aria-invalid=is_wrong(error)
                prop:checked=move || checked.get()
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <label for=id>{move || label.with(|label| t(label.clone()))}</label>
            {texts}
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "2.5.8", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Space", g::key_toggles)],
};

/// Every state of a check box.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(is_checked: bool) -> AnyView {
        let checked = RwSignal::new(is_checked);
        view! { <Checkbox id="always" label=m::script_always_latin() checked/> }.into_any()
    }
    fn agreement(error: Option<Message>) -> AnyView {
        let (label, hint) = (g::sample_agree(), g::sample_agree_hint());
        let checked = RwSignal::new(false);
        view! { <Checkbox id="agree" label checked hint error=error/> }.into_any()
    }
    vec![
        Fixture::new("off", || shown(false)),
        Fixture::new("on", || shown(true)),
        Fixture::new("with a hint", || agreement(None)),
        Fixture::new("with an error", || agreement(Some(g::sample_agree_missing()))),
    ]
}
