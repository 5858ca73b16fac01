//! One choice of many.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t, use_language};

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    /// Its value; empty for "all".
    pub value: String,
    /// Its words.
    pub label: Message,
}

impl SelectOption {
    /// A choice.
    pub fn new(value: impl Into<String>, label: Message) -> Self {
        Self { value: value.into(), label }
    }
}

/// A native select with its label in sight (WCAG 3.3.2, 4.1.2). Choosing changes nothing
/// but the choice (3.2.2); who uses it says what follows.
#[component]
pub fn SelectField(
    /// Its identifier and name.
    id: &'static str,
    /// What is chosen.
    label: Message,
    /// The choices.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// The value of what is chosen.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let language = use_language();
    let option = move |option: SelectOption| {
        let SelectOption { value, label } = option;
        let own = value.clone();
        // The property, not the attribute: that one no longer counts once a person has chosen.
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{language.say(&label)}</option> }.into_any()
    };
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <select id=id name=id on:change=move |event| chosen.set(event_target_value(&event))>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["3.2.2", "3.3.2", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter, Space", g::key_opens_list),
        Key("↑ ↓", g::key_chooses),
    ],
};

/// Every state of a select.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("the second is chosen", || {
        let options = vec![
            SelectOption::new("", m::filter_any()),
            SelectOption::new("open", m::status_open()),
        ];
        let chosen = RwSignal::new("open".to_owned());
        view! { <SelectField id="status" label=m::filter_status() options=options chosen/> }
            .into_any()
    })]
}
