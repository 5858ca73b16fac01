//! A form that says what is wrong with it.

use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    Button, ButtonKind, ErrorSummary, Mistake, TextInput,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::focus_by_id_when_there,
    locale::{Message, gallery as g, m},
    reactive::{derived, effect},
};

/// A form with its error summary. The browser's own bubbles are off (`novalidate`): they go
/// away by themselves, speak the browser's language and show one mistake at a time. When
/// sending finds mistakes, the summary takes the focus once, also when a server finds them
/// later (WCAG 3.3.1, 4.1.3). While busy it sends nothing twice; its fields stay as they are,
/// so that nothing typed is lost and the focus is not either.
#[component]
pub fn Form(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// The identifier of its heading.
    labelled_by: &'static str,
    /// What is wrong with it.
    mistakes: Signal<Vec<Mistake>>,
    /// Sends it: checks first, and says what is wrong.
    on_submit: Callback<()>,
    /// Whether it is on its way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    let summary_id = format!("{id}-mistakes");
    let is_asked = StoredValue::new(false);
    effect({
        let summary_id = summary_id.clone();
        move || {
            let has_mistakes = mistakes.with(|mistakes| !mistakes.is_empty());
            if has_mistakes && is_asked.get_value() {
                is_asked.set_value(false);
                focus_by_id_when_there(&summary_id);
            }
        }
    });
    let submit = {
        let summary_id = summary_id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if busy.get_untracked() {
                return;
            }
            is_asked.set_value(true);
            on_submit.run(());
            // The same mistakes as before are no change, and no effect runs.
            if mistakes.with_untracked(|mistakes| !mistakes.is_empty()) {
                is_asked.set_value(false);
                focus_by_id_when_there(&summary_id);
            }
        }
    };
    view! {
        <form
            id=id
            class="form"
            novalidate
            aria-labelledby=labelled_by
            aria-busy=move || busy.get().then_some("true")
            on:submit=submit
        >
            <ErrorSummary id=summary_id mistakes/>
            {children()}
        </form>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.4.3", "3.3.1", "3.3.2", "3.3.3", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_submits)],
};

/// Every state of a form.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(typed: &str, is_checked: bool, busy: bool) -> AnyView {
        let text = RwSignal::new(typed.to_owned());
        let is_checked = RwSignal::new(is_checked);
        let error = derived(move || {
            let is_missing = is_checked.get() && text.with(String::is_empty);
            is_missing.then(g::sample_name_missing)
        });
        let mistakes = derived(move || {
            let mistake = |words: Message| Mistake::new("form-name", words);
            error.get().map(mistake).into_iter().collect()
        });
        let on_submit = Callback::new(move |()| is_checked.set(true));
        let label = if busy { m::compose_sending() } else { m::compose_send() };
        view! {
            <h2 id="form-heading">{crate::locale::t(g::sample_request())}</h2>
            <Form id="request" labelled_by="form-heading" mistakes on_submit busy>
                <TextInput
                    id="form-name"
                    label=g::sample_name()
                    hint=g::sample_name_hint()
                    text
                    error
                    autocomplete="name"
                    busy
                />
                <p><Button label kind=ButtonKind::Primary busy r#type="submit"/></p>
            </Form>
        }
        .into_any()
    }
    vec![
        Fixture::new("empty", || shown("", false, false)),
        Fixture::new("with a mistake", || shown("", true, false)),
        Fixture::new("busy", || shown("Dilnoza Karimova", false, true)),
    ]
}
