//! Fields that belong together.

use leptos::prelude::*;

use super::{
    TextInput, TextKind,
    field::{described_by, hint_and_error},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, t};

/// A native group of fields: the question over them is read with each (WCAG 1.3.1), and so
/// are the hint and the error that are about all of them (3.3.1, 3.3.2).
#[component]
pub fn Fieldset(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// What is asked for.
    legend: Message,
    /// What to know before filling it in.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong with the group, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// The class of the fields in it.
    #[prop(default = "fieldset__fields")]
    class: &'static str,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some());
    view! {
        <fieldset class="fieldset" aria-describedby=described>
            <legend>{t(legend)}</legend>
            {hint_and_error(&id, hint, error)}
            <div class=class>{children()}</div>
        </fieldset>
    }
}

/// What it promises.
pub const CONTRACT: Contract =
    Contract { criteria: &["1.3.1", "3.3.1", "3.3.2"], keyboard: &[Key("Tab", g::key_reaches)] };

/// Every state of a group.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(error: Option<Message>) -> AnyView {
        let (phone, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        view! {
            <Fieldset
                id="contact"
                legend=g::sample_contact()
                hint=g::sample_contact_hint()
                error=error
            >
                <TextInput id="phone" label=g::sample_phone() kind=TextKind::Telephone text=phone/>
                <TextInput id="email" label=g::sample_email() kind=TextKind::Email text=email/>
            </Fieldset>
        }
        .into_any()
    }
    vec![
        Fixture::new("two fields", || shown(None)),
        Fixture::new("with an error about both", || shown(Some(g::sample_contact_missing()))),
    ]
}
