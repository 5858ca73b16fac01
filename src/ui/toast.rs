//! What has just been done, in passing.

use leptos::{ev::FocusEvent, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    Button, ButtonKind,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::{HEADING_ID, focus_by_id},
    locale::{Message, gallery as g, m, use_language},
};

/// A short message at the edge of the window. It is a status: read out without the focus moving
/// (WCAG 4.1.3). It stays until it is closed or the next one comes, since nobody knows how long
/// another needs to read it (2.2.1). Closing gives the focus back to where it came from, or to
/// the heading of the page (2.4.3). Nothing can be done here that cannot be done elsewhere.
#[component]
pub fn Toast(
    /// What is said; nothing when there is nothing to say.
    said: RwSignal<Option<Message>>,
) -> impl IntoView {
    let language = use_language();
    let came_from = StoredValue::new_local(None::<web_sys::HtmlElement>);
    let has_words = crate::reactive::memo(move || said.with(Option::is_some));
    let remember = move |event: FocusEvent| {
        let before = event.related_target().and_then(|target| target.dyn_into().ok());
        came_from.set_value(before);
    };
    let close = Callback::new(move |()| {
        let before = came_from.get_value().filter(|element| element.is_connected());
        match before {
            Some(element) => _ = element.focus(),
            None => _ = focus_by_id(HEADING_ID),
        }
        said.set(None);
    });
    view! {
        <div class=move || if has_words.get() { "toast" } else { "visually-hidden" }>
            <p role="status" class="toast__words">
                {move || said.with(|said| said.as_ref().map(|words| language.say(words)))}
            </p>
            {move || has_words.get().then(|| {
                view! {
                    <div on:focusin=remember>
                        <Button label=m::close() kind=ButtonKind::Quiet on_press=close/>
                    </div>
                }
                .into_any()
            })}
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.2.1", "2.4.3", "2.4.11", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_closes)],
};

/// Every state of a toast, with the button that makes it appear.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(words: Option<Message>) -> AnyView {
        let said = RwSignal::new(words);
        let send = Callback::new(move |()| said.set(Some(m::compose_sent())));
        view! { <Button label=m::compose_send() on_press=send/><Toast said/> }.into_any()
    }
    vec![
        Fixture::new("nothing to say", || shown(None)),
        Fixture::new("something done", || shown(Some(m::compose_sent()))),
        Fixture::new("a long message", || shown(Some(g::sample_paragraph()))),
    ]
}
