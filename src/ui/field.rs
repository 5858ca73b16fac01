//! What stands around a field: its label, its hint and what is wrong with it.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, t, use_language};

/// The frame that every field has: a label in sight (WCAG 3.3.2), then what to know before
/// filling it in, then what is wrong in words (3.3.1), then the control. Both texts describe
/// the control (1.3.1), so whoever comes to it hears them; the error first.
///
/// The control is who uses it; it takes its identifier, [`described_by`] and [`is_wrong`].
#[component]
pub fn Field(
    /// The identifier of the control.
    #[prop(into)]
    id: String,
    /// What is asked for.
    label: Message,
    /// What to know before filling it in.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id.clone()>{t(label)}</label>
            {hint_and_error(&id, hint, error)}
            {children()}
        </div>
    }
}

/// The hint, and the error while there is one, of the control or group with that identifier.
pub fn hint_and_error(
    id: &str,
    hint: Option<Message>,
    error: Signal<Option<Message>>,
) -> impl IntoView + use<> {
    let language = use_language();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    view! {
        {hint.map(|hint| view! { <p id=hint_id class="field__hint">{t(hint)}</p> }.into_any())}
        <p id=error_id class="field__error" hidden=move || error.with(Option::is_none)>
            {move || error.with(|error| error.as_ref().map(|error| language.say(error)))}
        </p>
    }
}

/// The identifiers of what describes a control: its error and its hint. The error is always
/// there, empty and hidden as long as nothing is wrong, and then describes nothing.
pub fn described_by(id: &str, has_hint: bool) -> String {
    match has_hint {
        true => format!("{id}-error {id}-hint"),
        false => format!("{id}-error"),
    }
}

/// The value of `aria-invalid`.
pub fn is_wrong(error: Signal<Option<Message>>) -> impl Fn() -> Option<&'static str> + Clone {
    move || error.with(Option::is_some).then_some("true")
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "3.3.1", "3.3.2", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches)],
};

/// Every state of the frame, around a plain control.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(hint: Option<Message>, error: Option<Message>) -> AnyView {
        let error = Signal::stored(error);
        let described = described_by("name", hint.is_some());
        view! {
            <Field id="name" label=g::sample_name() hint error>
                <input id="name" aria-describedby=described aria-invalid=is_wrong(error)/>
            </Field>
        }
        .into_any()
    }
    vec![
        Fixture::new("a label alone", || shown(None, None)),
        Fixture::new("with a hint", || shown(Some(g::sample_name_hint()), None)),
        Fixture::new("with a hint and an error", || {
            shown(Some(g::sample_name_hint()), Some(g::sample_name_missing()))
        }),
    ]
}
