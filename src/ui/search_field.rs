//! A field to search in.

use leptos::prelude::*;

use super::{
    Button, ButtonKind, Field, IconName,
    field::{described_by, is_wrong},
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::focus_by_id,
    locale::{Message, gallery as g, m},
    reactive::memo,
};

/// A native search field with its label and hint in sight (WCAG 3.3.2). The button that
/// empties it is there as long as there is something in it, and gives the focus to the field
/// before it goes (2.4.3).
#[component]
pub fn SearchField(
    /// Its identifier and name.
    id: &'static str,
    /// What is searched.
    label: Message,
    /// How it is searched.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// What is typed.
    text: RwSignal<String>,
) -> impl IntoView {
    let described = described_by(id, hint.is_some());
    let has_text = memo(move || text.with(|text| !text.is_empty()));
    let clear = Callback::new(move |()| {
        focus_by_id(id);
        text.set(String::new());
    });
    view! {
        <Field id label hint error>
            <div class="search-field">
                <input
                    type="search"
                    id=id
                    name=id
                    autocomplete="off"
                    maxlength="200"
                    enterkeyhint="search"
                    dir="auto"
                    aria-describedby=described
                    aria-invalid=is_wrong(error)
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                />
                {move || has_text.get().then(|| {
                    view! {
                        <Button
                            label=m::search_clear()
                            kind=ButtonKind::Quiet
                            icon=IconName::Against
                            on_press=clear
                        />
                    }
                    .into_any()
                })}
            </div>
        </Field>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.3", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter", g::key_submits),
        Key("Escape", g::key_clears),
    ],
};

/// Every state of a search field.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(text: &str, error: Option<Message>) -> AnyView {
        let (label, hint) = (m::filter_search(), m::filter_search_hint());
        let text = RwSignal::new(text.to_owned());
        view! { <SearchField id="q" label hint text error=error/> }.into_any()
    }
    vec![
        Fixture::new("with a hint", || shown("", None)),
        Fixture::new("filled in", || shown("kutubxona", None)),
        Fixture::new("right to left", || shown("مكتبة", None)),
        Fixture::new("with an error", || shown("", Some(g::sample_search_missing()))),
    ]
}
