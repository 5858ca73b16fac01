//! One choice of a few.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, stance_name, t, use_language};

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct RadioOption {
    /// Its value.
    pub value: &'static str,
    /// Its words.
    pub label: Message,
    /// A picture before the words.
    pub icon: IconName,
}

/// A question with a few answers, one of which is chosen: a native fieldset with radios, so
/// that arrow keys move the choice (WCAG 2.1.1) and the question is read with the answers
/// (1.3.1). An error stands in the legend's description and on the first radio's way (3.3.1).
#[component]
pub fn RadioGroup(
    /// The name of the group; also the start of the identifiers.
    name: String,
    /// The question.
    legend: Message,
    /// The answers.
    options: Vec<RadioOption>,
    /// The value of the chosen answer; empty for none.
    chosen: RwSignal<String>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
) -> impl IntoView {
    let language = use_language();
    let error_id = format!("{name}-error");
    let described_by = error_id.clone();
    let option = |option: RadioOption| {
        let RadioOption { value, label, icon } = option;
        let id = format!("{name}-{value}");
        view! {
            <div class="radio">
                <input
                    type="radio"
                    id=id.clone()
                    name=name.clone()
                    value=value
                    prop:checked=move || chosen.with(|chosen| chosen == value)
                    on:change=move |_| chosen.set(value.to_owned())
                />
                <label for=id><Icon name=icon/>{t(label)}</label>
            </div>
        }
        .into_any()
    };
    view! {
        <fieldset class="radio-group" aria-describedby=move || error.with(Option::is_some).then(|| described_by.clone())>
            <legend>{t(legend)}</legend>
            <p id=error_id.clone() class="field__error" hidden=move || error.with(Option::is_none)>
                {move || error.with(|error| error.as_ref().map(|error| language.say(error)))}
            </p>
            <div class="radio-group__options">{options.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("↑ ↓ ← →", g::key_chooses)],
};

/// Every state of a group.
pub fn fixtures() -> Vec<Fixture> {
    fn options() -> Vec<RadioOption> {
        vec![
            RadioOption {
                value: "for",
                label: stance_name(muloqot_domain::Stance::For),
                icon: IconName::For,
            },
            RadioOption {
                value: "against",
                label: stance_name(muloqot_domain::Stance::Against),
                icon: IconName::Against,
            },
        ]
    }
    vec![
        Fixture::new("one is chosen", || {
            let chosen = RwSignal::new("for".to_owned());
            let (name, legend) = ("stance".to_owned(), m::compose_stance());
            view! { <RadioGroup name legend options=options() chosen/> }.into_any()
        }),
        Fixture::new("none is chosen, with an error", || {
            let chosen = RwSignal::new(String::new());
            let (name, legend) = ("stance".to_owned(), m::compose_stance());
            let error = Some(m::compose_stance_missing());
            view! { <RadioGroup name legend options=options() chosen error=error/> }.into_any()
        }),
    ]
}
