//! A few actions behind one button.

use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::focus_by_id,
    locale::{Message, gallery as g, m, t},
    reactive::effect,
};

/// One action.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// What it does, in words.
    pub label: Message,
    /// A picture before the words.
    pub icon: Option<IconName>,
}

/// A button that opens a list of actions. A disclosure with plain buttons, not an ARIA menu:
/// that one needs arrow keys, which phones do not have, turns off the reading keys of a screen
/// reader, and lets Tab reach only the first of its items. Here Tab reaches each (WCAG 2.1.1);
/// Escape closes and gives the focus back, and so does choosing (2.4.3). It closes when the
/// focus or a press goes elsewhere.
#[component]
pub fn Menu(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// The words on the button.
    label: Message,
    /// The words for a screen reader, where those shown are not enough out of their place;
    /// they begin with those shown (2.5.3).
    #[prop(optional, into)]
    name: Option<Message>,
    /// The actions.
    items: Vec<MenuItem>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Does the action at that place.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let item = |(place, item): (usize, MenuItem)| {
        let MenuItem { label, icon } = item;
        let id = id.clone();
        let choose = move |_| {
            close_menu(&id, open);
            on_choose.run(place);
        };
        view! {
            <li>
                <button type="button" class="menu__item" on:click=choose>
                    {icon.map(|name| view! { <Icon name/> }.into_any())}
                    {t(label)}
                </button>
            </li>
        }
        .into_any()
    };
    let items = items.into_iter().enumerate().map(item).collect_view().into_any();
    let face = t(label).into_any();
    view! { <MenuFrame id=id.clone() class="menu" button_class="button menu__button" name face items open/> }
}

/// The button and the list of a menu, whatever stands in them, and all that closes it.
#[component]
pub fn MenuFrame(
    /// The start of the identifiers.
    id: String,
    /// The class of the element around it.
    class: &'static str,
    /// The class of the button.
    button_class: &'static str,
    /// The words for a screen reader, where those shown are not enough out of their place.
    #[prop(optional_no_strip)]
    name: Option<Message>,
    /// What stands on the button.
    face: AnyView,
    /// The items of the list, each an `li`.
    items: AnyView,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let (button_id, list_id) = (button_id(&id), format!("{id}-list"));
    let close_by_escape = {
        let id = id.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && open.get_untracked() {
                event.stop_propagation();
                close_menu(&id, open);
            }
        }
    };
    let menu = format!("#{id}");
    let is_outside = move |target: Option<web_sys::EventTarget>| {
        let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // Safari gives no focus to a button that is pressed: nothing is not elsewhere.
        element.is_some_and(|element| !matches!(element.closest(&menu), Ok(Some(_))))
    };
    let leave = {
        let is_outside = is_outside.clone();
        move |event: FocusEvent| {
            if is_outside(event.related_target()) {
                open.set(false);
            }
        }
    };
    effect(move || {
        if open.get() {
            let is_outside = is_outside.clone();
            let presses = window_event_listener(leptos::ev::pointerdown, move |event| {
                if is_outside(event.target()) {
                    open.set(false);
                }
            });
            on_cleanup(move || presses.remove());
        }
    });
    view! {
        <div id=id class=class on:keydown=close_by_escape on:focusout=leave>
            <button
                type="button"
                id=button_id
                class=button_class
                aria-label=name.map(t)
                aria-expanded=move || open.get().to_string()
                aria-controls=list_id.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {face}
            </button>
            <ul id=list_id class="menu__list" role="list" hidden=move || !open.get()>
                {items}
            </ul>
        </div>
    }
}

/// Closes the menu with that identifier, and gives the focus back to its button.
pub fn close_menu(id: &str, open: RwSignal<bool>) {
    open.set(false);
    focus_by_id(&button_id(id));
}

fn button_id(id: &str) -> String {
    format!("{id}-button")
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "2.4.3", "2.5.3", "2.5.8", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter, Space", g::key_opens_or_closes),
        Key("Escape", g::key_closes),
    ],
};

/// Every state of a menu.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(is_open: bool) -> AnyView {
        let item = |label, icon| MenuItem { label, icon: Some(icon) };
        let items = vec![
            item(m::action_edit(), IconName::Edit),
            item(m::comment_link(), IconName::Link),
            item(m::action_withdraw(), IconName::Against),
        ];
        let (open, on_choose) = (RwSignal::new(is_open), Callback::new(|_| ()));
        view! { <Menu id="actions" label=g::sample_actions() items open on_choose/> }.into_any()
    }
    vec![Fixture::new("closed", || shown(false)), Fixture::new("open", || shown(true))]
}
