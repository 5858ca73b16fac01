//! What is to be corrected before a form can be sent.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::{
    accessibility::focus_by_id,
    locale::{Message, gallery as g, m, use_language},
};

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The identifier of the control that puts it right.
    pub field_id: String,
    /// What is wrong, in the same words as at the field.
    pub words: Message,
}

impl Mistake {
    /// A mistake.
    pub fn new(field_id: impl Into<String>, words: Message) -> Self {
        Self { field_id: field_id.into(), words }
    }
}

/// Everything that is wrong with a form, each a link to its field (WCAG 3.3.1, 3.3.3). It can
/// take the focus, and is read as a whole when it does; it is no alert besides, which would
/// read it twice. Links move the focus and leave the address alone.
#[component]
pub fn ErrorSummary(
    /// Its identifier, for the focus.
    #[prop(into)]
    id: String,
    /// What is wrong; nothing is shown when nothing is.
    mistakes: Signal<Vec<Mistake>>,
) -> impl IntoView {
    let language = use_language();
    let link = move |mistake: Mistake| {
        let Mistake { field_id, words } = mistake;
        let href = format!("#{field_id}");
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus_by_id(&field_id);
        };
        view! { <li><a href=href on:click=go>{move || language.say(&words)}</a></li> }.into_any()
    };
    move || {
        let mistakes = mistakes.get();
        let count = mistakes.len() as u64;
        let (heading_id, list_id) = (format!("{id}-heading"), format!("{id}-list"));
        (count > 0).then(|| {
            view! {
                <div
                    id=id.clone()
                    class="error-summary"
                    role="group"
                    tabindex="-1"
                    aria-labelledby=heading_id
                    aria-describedby=list_id
                >
                    <h2 id=heading_id.clone() class="error-summary__heading">
                        {move || language.say(&m::errors_title(count))}
                    </h2>
                    <ul id=list_id.clone() role="list">
                        {mistakes.into_iter().map(link).collect_view()}
                    </ul>
                </div>
            }
            .into_any()
        })
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.3", "2.4.4", "3.3.1", "3.3.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_goes_to_field)],
};

/// Every state of a summary, over the fields that it leads to.
pub fn fixtures() -> Vec<Fixture> {
    use super::{TextInput, TextKind};
    fn shown(are_both_wrong: bool) -> AnyView {
        let (name, postal_code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let name_missing = Mistake::new("name", g::sample_name_missing());
        let code_missing = Mistake::new("code", g::sample_postal_code_missing());
        let code_error = are_both_wrong.then(g::sample_postal_code_missing);
        let mistakes = match are_both_wrong {
            true => vec![name_missing, code_missing],
            false => vec![name_missing],
        };
        let (label, kind) = (g::sample_postal_code(), TextKind::Digits);
        view! {
            <ErrorSummary id="summary" mistakes=Signal::stored(mistakes)/>
            <TextInput
                id="name"
                label=g::sample_name()
                text=name
                error=Some(g::sample_name_missing())
            />
            <TextInput id="code" label kind text=postal_code error=code_error/>
        }
        .into_any()
    }
    vec![Fixture::new("one mistake", || shown(false)), Fixture::new("two mistakes", || shown(true))]
}
