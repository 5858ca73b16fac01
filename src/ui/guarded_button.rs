//! A button that cannot be pressed yet, and says why.

use leptos::{ev::MouseEvent, prelude::*};

use super::{
    ButtonKind,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::use_announcer,
    locale::{Message, gallery as g, m, use_language},
};

/// A button with a reason that holds it back. A button with `disabled` cannot be reached by
/// keyboard, and nobody learns what it waits for: this one is reached, is called unavailable
/// (WCAG 4.1.2), has the reason in sight beside it and as its description (1.3.1, 3.3.2), and
/// says it when it is pressed all the same (4.1.3).
#[component]
pub fn GuardedButton(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// What it does, in words.
    label: Message,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Why it cannot be pressed now, if so.
    #[prop(into)]
    reason: Signal<Option<Message>>,
    /// `submit` in a form, else `button`.
    #[prop(default = "button")]
    r#type: &'static str,
    /// What a press does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let is_held = move || reason.with(Option::is_some);
    let reason_id = format!("{id}-reason");
    let described = reason_id.clone();
    let words = move || reason.with(|reason| reason.as_ref().map(|reason| language.say(reason)));
    let press = move |event: MouseEvent| match (untrack(words), on_press) {
        (Some(words), _) => {
            event.prevent_default();
            announcer.say(words);
        }
        (None, Some(on_press)) => on_press.run(()),
        (None, None) => {}
    };
    view! {
        <div class="guarded-button">
            <button
                class=kind.class()
                type=r#type
                id=id
                aria-disabled=move || is_held().then_some("true")
                aria-describedby=move || is_held().then(|| described.clone())
                on:click=press
            >
                {move || language.say(&label)}
            </button>
            <p id=reason_id class="guarded-button__reason" hidden=move || !is_held()>
                {move || words()}
            </p>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "2.5.8", "3.3.2", "4.1.2", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(kind: ButtonKind, reason: Option<Message>) -> AnyView {
        view! { <GuardedButton id="send" label=m::compose_send() kind reason=reason/> }.into_any()
    }
    vec![
        Fixture::new("held back", || shown(ButtonKind::Secondary, Some(g::sample_reason()))),
        Fixture::new("primary, held back", || shown(ButtonKind::Primary, Some(g::sample_reason()))),
        Fixture::new("can be pressed", || shown(ButtonKind::Primary, None)),
    ]
}
