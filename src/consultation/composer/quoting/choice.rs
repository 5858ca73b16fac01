//! Which passage is quoted.

use std::sync::Arc;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use muloqot_domain::{accept_quote, first_words, passages};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{Quoting, quotation};
use crate::{
    accessibility::{focus_by_id_when_there, use_announcer},
    consultation::{quotation::Quotation, writing_words::in_words},
    graphemes::graphemes,
    locale::{Message, m, t, use_language, writing as w},
    reactive::{derived, effect},
    ui::{Button, ButtonKind, Fieldset, Notice, NoticeKind},
};

/// What is quoted, with the way to take it out, and the choice of another passage while that is
/// open.
pub fn choice(quoting: Quoting) -> AnyView {
    in_words(Arc::new(move || {
        let quoting = quoting.clone();
        let is_open = quoting.is_open;
        view! {
            <Chosen quoting=quoting.clone()/>
            {move || {
                let quoting = quoting.clone();
                is_open.get().then(|| view! { <Choice quoting/> }.into_any())
            }}
        }
        .into_any()
    }))
}

/// What is quoted, over the text of the reply as in the thread, and what is wrong with it
/// (WCAG 3.3.1).
#[component]
fn Chosen(quoting: Quoting) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let quote = quoting.parent.with_value(|parent| quotation(quoting.quoted, Some(parent)));
    let Quoting { quoted, is_refused, .. } = quoting.clone();
    let button_id = quoting.button_id();
    let remove = Callback::new(move |()| {
        quoted.set(None);
        announcer.say(language.say(&w::quote_removed()));
        focus_by_id_when_there(&button_id);
    });
    let mut had_any = quoted.with_untracked(Option::is_some);
    effect(move || {
        let has_any = quoted.with(Option::is_some);
        if has_any && !had_any {
            announcer.say(untrack(|| language.say(&w::quote_chosen())));
        }
        had_any = has_any;
    });
    let remove_id = quoting.remove_id();
    let wrong_id = format!("{remove_id}-error");
    move || {
        let quote = quote.get()?;
        let (remove_id, wrong_id) = (remove_id.clone(), wrong_id.clone());
        let described_by = Some(wrong_id.clone());
        Some(
            view! {
                <p class="composer__guidance">{t(w::quote_chosen())}</p>
                <Quotation quote/>
                <div role="alert" id=wrong_id>
                    {move || is_refused.get().then(|| view! {
                        <Notice kind=NoticeKind::Problem><p>{t(w::quote_not_there())}</p></Notice>
                    }
                    .into_any())}
                </div>
                <Button
                    label=w::quote_remove()
                    kind=ButtonKind::Quiet
                    id=remove_id
                    described_by
                    on_press=remove
                />
            }
            .into_any(),
        )
    }
}

/// The passages of the comment as one choice of many, for whoever selects nothing; and a button
/// for the words that are selected in it, which stay so while it is pressed. Native radios, so
/// that arrow keys move the choice (WCAG 2.1.1), each in the language of the comment (3.1.2).
#[component]
fn Choice(quoting: Quoting) -> impl IntoView {
    let Quoting { parent, quoted, .. } = quoting.clone();
    let (text, lang) = parent
        .with_value(|parent| (parent.text.clone().unwrap_or_default(), parent.language.clone()));
    let name = format!("passage-{}", quoting.place.slug());
    let offered: Vec<String> = passages(&text, graphemes).into_iter().map(str::to_owned).collect();
    let is_empty = offered.is_empty();
    let radios = offered
        .iter()
        .enumerate()
        .map(|(number, passage)| {
            let holds_next = offered.get(number + 1).is_some_and(|next| {
                passage.len() > next.len() && passage.starts_with(next.as_str())
            });
            let (id, name, lang) = (format!("{name}-{number}"), name.clone(), lang.0.clone());
            let passage = passage.clone();
            let label = match holds_next {
                true => {
                    let first = first_words(&passage);
                    view! { {t(w::quote_paragraph())} " " <span lang=lang dir="auto">{first}</span> }
                        .into_any()
                }
                false => view! { <span lang=lang dir="auto">{passage.clone()}</span> }.into_any(),
            };
            let is_chosen = {
                let passage = passage.clone();
                move || quoted.with(|quoted| quoted.as_deref() == Some(&passage))
            };
            view! {
                <div class="radio">
                    <input
                        type="radio"
                        id=id.clone()
                        name=name
                        prop:checked=is_chosen
                        on:change=move |_| quoted.set(Some(passage.clone()))
                    />
                    <label for=id>{label}</label>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Fieldset
            id=format!("{name}-group")
            legend=w::quote_title()
            hint=w::quote_lead()
            class="radio-group radio-group--listed"
        >
            <Selected text quoted/>
            {radios}
            {is_empty.then(|| view! { <p>{t(w::quote_none())}</p> }.into_any())}
        </Fieldset>
    }
}

/// The button that quotes what is selected, while something of the comment is.
#[component]
fn Selected(
    /// The text of the comment.
    text: String,
    /// What is quoted.
    quoted: RwSignal<Option<String>>,
) -> impl IntoView {
    let look = move || {
        let selected = selected_text()?;
        accept_quote(&text, &selected, graphemes).ok().map(str::to_owned)
    };
    let selected = RwSignal::new(look());
    // A press on the button may end the selection before it is one: what was selected last
    // stays there to be quoted.
    when_selected(move || {
        if let Some(passage) = look() {
            selected.set(Some(passage));
        }
    });
    let label = derived(move || -> Message {
        selected.with(|selected| match selected {
            Some(selected) => w::quote_selected(first_words(selected)),
            None => m::compose_quote(),
        })
    });
    let on_press = Callback::new(move |()| {
        if let Some(selected) = selected.get_untracked() {
            quoted.set(Some(selected));
        }
    });
    move || {
        let is_any = selected.with(Option::is_some);
        is_any.then(|| view! { <Button label on_press/> }.into_any())
    }
}

/// Does something whenever something else is selected on the page, until this part of it goes.
/// Only the document is told of it, and no window.
fn when_selected(act: impl Fn() + 'static) {
    const EVENT: &str = "selectionchange";
    let (page, act) = (document(), Closure::<dyn Fn()>::new(act));
    // A browser that tells nothing still has the choice of the passages.
    let _ = page.add_event_listener_with_callback(EVENT, act.as_ref().unchecked_ref());
    let listening = SendWrapper::new((page, act));
    on_cleanup(move || {
        let (page, act) = &*listening;
        let _ = page.remove_event_listener_with_callback(EVENT, act.as_ref().unchecked_ref());
    });
}

/// What is selected on the page. By the name of the function, since nothing else of the app
/// needs what the browser knows of selections.
fn selected_text() -> Option<String> {
    let get = Reflect::get(&window(), &"getSelection".into()).ok()?.dyn_into::<Function>().ok()?;
    let selection = get.call0(&window()).ok()?;
    let to_text = Reflect::get(&selection, &"toString".into()).ok()?.dyn_into::<Function>().ok()?;
    let text = to_text.call0(&selection).ok().as_ref().and_then(JsValue::as_string)?;
    (!text.trim().is_empty()).then_some(text)
}
