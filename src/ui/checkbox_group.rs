//! Several choices of a few.

use leptos::prelude::*;

use super::{
    Checkbox, Fieldset,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, topic_name};

/// One of the choices.
#[derive(Clone, Debug)]
pub struct CheckboxOption {
    /// The end of its identifier.
    pub value: &'static str,
    /// Its words.
    pub label: Message,
    /// What to know before choosing it.
    pub hint: Option<Message>,
    /// Whether it is chosen.
    pub checked: RwSignal<bool>,
}

/// A question with answers of which any number can be chosen: check boxes in a native
/// fieldset, so that the question, its hint and its error are read with them (WCAG 1.3.1,
/// 3.3.1, 3.3.2).
#[component]
pub fn CheckboxGroup(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// The question.
    legend: Message,
    /// The choices.
    options: Vec<CheckboxOption>,
    /// What to know before choosing.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
) -> impl IntoView {
    let start = id.clone();
    let option = move |option: CheckboxOption| {
        let CheckboxOption { value, label, hint, checked } = option;
        view! { <Checkbox id=format!("{start}-{value}") label checked hint/> }.into_any()
    };
    view! {
        <Fieldset id legend hint error class="checkbox-group">
            {options.into_iter().map(option).collect_view()}
        </Fieldset>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "2.5.8", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Space", g::key_toggles)],
};

/// Every state of a group.
pub fn fixtures() -> Vec<Fixture> {
    fn option(value: &'static str, label: Message, is_checked: bool) -> CheckboxOption {
        CheckboxOption { value, label, hint: None, checked: RwSignal::new(is_checked) }
    }
    fn ways(error: Option<Message>) -> AnyView {
        let is_right = error.is_none();
        let options = vec![
            option("email", g::sample_by_email(), is_right),
            CheckboxOption {
                hint: Some(g::sample_by_phone_hint()),
                ..option("phone", g::sample_by_phone(), is_right)
            },
            option("post", g::sample_by_post(), false),
        ];
        let (legend, hint) = (g::sample_ways(), g::sample_ways_hint());
        view! { <CheckboxGroup id="ways" legend options hint error=error/> }.into_any()
    }
    vec![
        Fixture::new("two are chosen", || ways(None)),
        Fixture::new("none is chosen, with an error", || ways(Some(g::sample_choice_missing()))),
        Fixture::new("many", || {
            let topics = muloqot_domain::Topic::ALL;
            let options =
                topics.iter().map(|topic| option(topic.as_str(), topic_name(*topic), false));
            let (legend, options) = (g::sample_topics(), options.collect());
            view! { <CheckboxGroup id="topics" legend options/> }.into_any()
        }),
    ]
}
