//! One choice of many.

use leptos::prelude::*;

use super::{
    Field,
    field::{described_by, is_wrong},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, month_name, use_language};

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

/// A native select with its label, hint and error (WCAG 3.3.1, 3.3.2, 4.1.2). Choosing changes
/// nothing but the choice (3.2.2); who uses it says what follows.
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
    /// What to know before choosing.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
) -> impl IntoView {
    let language = use_language();
    let described = described_by(id, hint.is_some());
    let option = move |option: SelectOption| {
        let SelectOption { value, label } = option;
        let own = value.clone();
        // The property, not the attribute: that one no longer counts once a person has chosen.
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{language.say(&label)}</option> }.into_any()
    };
    view! {
        <Field id label hint error>
            <select
                id=id
                name=id
                aria-describedby=described
                aria-invalid=is_wrong(error)
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["3.2.2", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter, Space", g::key_opens_list),
        Key("↑ ↓", g::key_chooses),
    ],
};

/// Every state of a select.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(names: Vec<Message>, chosen: &str, hint: Option<Message>, wrong: bool) -> AnyView {
        let named = |(at, name): (usize, Message)| SelectOption::new(at.to_string(), name);
        let mut options: Vec<SelectOption> = names.into_iter().enumerate().map(named).collect();
        options.insert(0, SelectOption::new("", m::filter_any()));
        options.insert(1, SelectOption::new("open", m::status_open()));
        let chosen = RwSignal::new(chosen.to_owned());
        let error = Signal::stored(wrong.then(g::sample_choice_missing));
        let label = m::filter_status();
        view! { <SelectField id="status" label options=options chosen hint error/> }.into_any()
    }
    fn months() -> Vec<Message> {
        (1..=12).map(month_name).collect()
    }
    vec![
        Fixture::new("the second is chosen", || shown(vec![], "open", None, false)),
        Fixture::new("many, with a hint", || {
            shown(months(), "5", Some(g::sample_choice_hint()), false)
        }),
        Fixture::new("with an error", || shown(vec![], "", Some(g::sample_choice_hint()), true)),
        Fixture::new("a long choice", || shown(vec![g::sample_long()], "0", None, false)),
    ]
}
