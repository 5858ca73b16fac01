//! One choice of a few.

use leptos::prelude::*;

use super::{
    Fieldset, Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, stance_name, t};

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct RadioOption {
    /// Its value.
    pub value: &'static str,
    /// Its words.
    pub label: Message,
    /// A picture before the words.
    pub icon: Option<IconName>,
    /// What to know before choosing it.
    pub hint: Option<Message>,
}

impl RadioOption {
    /// An answer in words alone.
    #[must_use]
    pub fn new(value: &'static str, label: Message) -> Self {
        Self { value, label, icon: None, hint: None }
    }
}

/// A question with a few answers, one of which is chosen: a native fieldset with radios, so
/// that arrow keys move the choice (WCAG 2.1.1) and the question is read with the answers
/// (1.3.1), and with it the hint and the error (3.3.1, 3.3.2). Short answers stand beside each
/// other; answers with hints of their own stand in a list.
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
    /// What to know before choosing.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
) -> impl IntoView {
    let class = match options.iter().any(|option| option.hint.is_some()) {
        true => "radio-group radio-group--listed",
        false => "radio-group",
    };
    let id = name.clone();
    let option = move |option: RadioOption| {
        let RadioOption { value, label, icon, hint } = option;
        let id = format!("{name}-{value}");
        let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
        view! {
            <div class="radio">
                <input
                    type="radio"
                    id=id.clone()
                    name=name.clone()
                    value=value
                    aria-describedby=hint_id.clone()
                    prop:checked=move || chosen.with(|chosen| chosen == value)
                    on:change=move |_| chosen.set(value.to_owned())
                />
                <label for=id>
                    {icon.map(|name| view! { <Icon name/> }.into_any())}
                    {t(label)}
                </label>
                {hint.map(|hint| view! { <p id=hint_id class="field__hint">{t(hint)}</p> }.into_any())}
            </div>
        }
        .into_any()
    };
    view! {
        <Fieldset id legend hint error class>
            {options.into_iter().map(option).collect_view()}
        </Fieldset>
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
        let option = |value, stance, icon| RadioOption {
            icon: Some(icon),
            ..RadioOption::new(value, stance_name(stance))
        };
        vec![
            option("for", muloqot_domain::Stance::For, IconName::For),
            option("against", muloqot_domain::Stance::Against, IconName::Against),
        ]
    }
    fn ways(error: Option<Message>) -> AnyView {
        let by_phone = RadioOption {
            hint: Some(g::sample_by_phone_hint()),
            ..RadioOption::new("phone", g::sample_by_phone())
        };
        let by_post = RadioOption {
            hint: Some(g::sample_by_post_hint()),
            ..RadioOption::new("post", g::sample_by_post())
        };
        let options = vec![RadioOption::new("email", g::sample_by_email()), by_phone, by_post];
        let chosen = RwSignal::new(if error.is_some() { "" } else { "phone" }.to_owned());
        let (name, legend) = ("way".to_owned(), g::sample_ways());
        let hint = g::sample_ways_hint();
        view! { <RadioGroup name legend options chosen hint error=error/> }.into_any()
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
        Fixture::new("answers with hints", || ways(None)),
        Fixture::new("answers with hints, with an error", || {
            ways(Some(g::sample_choice_missing()))
        }),
    ]
}
