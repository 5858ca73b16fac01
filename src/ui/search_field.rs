//! A field to search in.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t};

/// A native search field with its label and hint in sight (WCAG 3.3.2).
#[component]
pub fn SearchField(
    /// Its identifier and name.
    id: &'static str,
    /// What is searched.
    label: Message,
    /// How it is searched.
    hint: Message,
    /// What is typed.
    text: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <p id=hint_id.clone() class="field__hint">{t(hint)}</p>
            <input
                type="search"
                id=id
                name=id
                autocomplete="off"
                maxlength="200"
                enterkeyhint="search"
                aria-describedby=hint_id
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["3.3.2", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter", g::key_submits),
        Key("Escape", g::key_clears),
    ],
};

/// Every state of a search field.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("with a hint", || {
        let (label, hint) = (m::filter_search(), m::filter_search_hint());
        view! { <SearchField id="q" label hint text=RwSignal::new(String::new())/> }.into_any()
    })]
}
