//! A field for a text of one line.

use leptos::prelude::*;

use super::{
    Field,
    field::{described_by, is_wrong},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g};

/// What kind of text it is: which keyboard a phone offers, and what is left alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Words.
    #[default]
    Words,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// Digits that are no amount: a code, a number of a document. Not `type="number"`, which
    /// rounds, drops zeros, changes by scrolling and is read badly.
    Digits,
}

impl TextKind {
    fn attributes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Words => ("text", None),
            Self::Email => ("email", None),
            Self::Telephone => ("tel", None),
            Self::Digits => ("text", Some("numeric")),
        }
    }
}

/// A native text field with its label, hint and error (WCAG 3.3.1, 3.3.2). It tells the
/// browser what it is for, so that it can be filled in for a person (1.3.5). What is typed
/// finds its own direction.
#[component]
pub fn TextInput(
    /// Its identifier and name.
    #[prop(into)]
    id: String,
    /// What is asked for.
    label: Message,
    /// What is typed.
    text: RwSignal<String>,
    /// What kind of text.
    #[prop(optional)]
    kind: TextKind,
    /// What to know before filling it in.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// What the browser may fill in by itself, in the words of HTML.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Whether it is on its way: it can be read and copied then, and not changed.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let (kind_of_input, input_mode) = kind.attributes();
    let is_prose = kind == TextKind::Words;
    let described = described_by(&id, hint.is_some());
    view! {
        <Field id=id.clone() label hint error>
            <input
                type=kind_of_input
                id=id.clone()
                name=id
                inputmode=input_mode
                autocomplete=autocomplete
                autocapitalize=(!is_prose).then_some("none")
                spellcheck=(!is_prose).then_some("false")
                dir="auto"
                required=required
                aria-describedby=described
                aria-invalid=is_wrong(error)
                readonly=move || busy.get()
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </Field>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.3.5", "3.3.1", "3.3.2", "3.3.7", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_submits)],
};

/// Every state of a text field.
pub fn fixtures() -> Vec<Fixture> {
    fn name(text: &str, error: Option<Message>, busy: bool) -> AnyView {
        let text = RwSignal::new(text.to_owned());
        let hint = g::sample_name_hint();
        view! {
            <TextInput
                id="name"
                label=g::sample_name()
                text
                hint
                error=error
                autocomplete="name"
                required=true
                busy
            />
        }
        .into_any()
    }
    fn of_kind(kind: TextKind, label: Message, autocomplete: &'static str) -> AnyView {
        let text = RwSignal::new(String::new());
        view! { <TextInput id="it" label kind text autocomplete/> }.into_any()
    }
    vec![
        Fixture::new("empty", || name("", None, false)),
        Fixture::new("filled in", || name("Dilnoza Karimova", None, false)),
        Fixture::new("with an error", || name("", Some(g::sample_name_missing()), false)),
        Fixture::new("busy", || name("Dilnoza Karimova", None, true)),
        Fixture::new("a long word", || name(&"uzun".repeat(40), None, false)),
        Fixture::new("right to left", || name("ليلى الخوارزمي", None, false)),
        Fixture::new("an e-mail address", || of_kind(TextKind::Email, g::sample_email(), "email")),
        Fixture::new("a telephone number", || {
            of_kind(TextKind::Telephone, g::sample_phone(), "tel")
        }),
        Fixture::new("digits", || {
            of_kind(TextKind::Digits, g::sample_postal_code(), "postal-code")
        }),
    ]
}
