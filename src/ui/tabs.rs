//! Several views in one place, one at a time.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, prelude::*};

use super::fixture::{Contract, Fixture, Key};
use crate::{
    accessibility::focus_by_id,
    locale::{Message, gallery as g, t, use_language},
};

/// One of the views.
#[derive(Clone)]
pub struct Tab {
    /// The end of its identifiers.
    pub name: &'static str,
    /// What is in it.
    pub label: Signal<Message>,
    /// Makes what is in it.
    pub view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// Tabs as in the ARIA Authoring Practices, with automatic activation: what is in them is
/// there already, so that an arrow key shows it at once. Tab goes to the chosen one and on into
/// its panel (WCAG 2.1.1, 2.4.3). On paper there is nothing to press: all panels stand under
/// each other, each with its heading.
#[component]
pub fn Tabs(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// What the tabs are about.
    label: Message,
    /// The tabs; at least one.
    tabs: Vec<Tab>,
    /// The place of the one that is shown.
    shown: RwSignal<usize>,
) -> impl IntoView {
    let language = use_language();
    let said = move |label: Signal<Message>| move || label.with(|label| language.say(label));
    let names: Vec<&'static str> = tabs.iter().map(|tab| tab.name).collect();
    let tab_id = {
        let id = id.clone();
        move |name: &str| format!("{id}-tab-{name}")
    };
    let panel_id = move |name: &str| format!("{id}-panel-{name}");
    let on_key = {
        let tab_id = tab_id.clone();
        move |event: KeyboardEvent| {
            let key = event.key();
            let next = place_after(&key, shown.get_untracked(), names.len(), is_mirrored(&event));
            if let Some((next, name)) = next.and_then(|next| Some((next, names.get(next)?))) {
                event.prevent_default();
                shown.set(next);
                focus_by_id(&tab_id(name));
            }
        }
    };
    let heads = tabs.iter().enumerate().map(|(place, tab)| {
        let is_shown = move || shown.get() == place;
        view! {
            <button
                type="button"
                class="tabs__tab"
                role="tab"
                id=tab_id(tab.name)
                aria-controls=panel_id(tab.name)
                aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| shown.set(place)
            >
                {said(tab.label)}
            </button>
        }
        .into_any()
    });
    let heads = heads.collect_view();
    let panels = tabs.iter().enumerate().map(|(place, tab)| {
        view! {
            <div
                class="tabs__panel"
                role="tabpanel"
                id=panel_id(tab.name)
                aria-labelledby=tab_id(tab.name)
                tabindex="0"
                hidden=move || shown.get() != place
            >
                <h2 class="tabs__heading">{said(tab.label)}</h2>
                {(tab.view)()}
            </div>
        }
        .into_any()
    });
    view! {
        <div class="tabs">
            <div class="tabs__list" role="tablist" aria-label=t(label) on:keydown=on_key>
                {heads}
            </div>
            {panels.collect_view()}
        </div>
    }
}

/// The place that a key leads to from the one at `from` of `count`; around the ends, as the
/// Authoring Practices have it. Where lines run from right to left the arrows point the other
/// way.
fn place_after(key: &str, from: usize, count: usize, is_mirrored: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let after = if from >= last { 0 } else { from + 1 };
    let before = if from == 0 { last } else { from - 1 };
    match (key, is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(after),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(before),
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        _ => None,
    }
}

/// Whether lines run from right to left where the key was pressed.
fn is_mirrored(event: &KeyboardEvent) -> bool {
    event_target::<web_sys::Element>(event).matches(":dir(rtl)").unwrap_or_default()
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "2.4.3", "2.5.8", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("← →", g::key_chooses),
        Key("Home, End", g::key_moves_to_ends),
    ],
};

/// Every state of the tabs.
pub fn fixtures() -> Vec<Fixture> {
    fn tab(name: &'static str, label: Message, text: fn() -> Message) -> Tab {
        let label = Signal::stored(label);
        Tab { name, label, view: Arc::new(move || view! { <p>{t(text())}</p> }.into_any()) }
    }
    fn three(shown: usize) -> AnyView {
        let tabs = vec![
            tab("summary", g::sample_tab_summary(), g::sample_paragraph),
            tab("text", g::sample_tab_text(), g::sample_other_paragraph),
            tab("answers", g::sample_tab_answers(), g::sample_reason),
        ];
        view! { <Tabs id="draft" label=g::sample_tabs() tabs shown=RwSignal::new(shown)/> }
            .into_any()
    }
    vec![
        Fixture::new("the first is shown", || three(0)),
        Fixture::new("the last is shown", || three(2)),
        Fixture::new("many", || {
            let topics = muloqot_domain::Topic::ALL;
            let topic = |topic: &muloqot_domain::Topic| {
                tab(topic.as_str(), crate::locale::topic_name(*topic), g::sample_paragraph)
            };
            let (tabs, shown) = (topics.iter().map(topic).collect(), RwSignal::new(0));
            view! { <Tabs id="topics" label=g::sample_topics() tabs shown/> }.into_any()
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::place_after;

    #[test]
    fn arrows_go_around_the_ends() {
        assert_eq!(place_after("ArrowRight", 2, 3, false), Some(0));
        assert_eq!(place_after("ArrowLeft", 0, 3, false), Some(2));
        assert_eq!(place_after("ArrowRight", 0, 3, false), Some(1));
    }

    #[test]
    fn arrows_point_the_other_way_from_right_to_left() {
        assert_eq!(place_after("ArrowLeft", 0, 3, true), Some(1));
        assert_eq!(place_after("ArrowRight", 0, 3, true), Some(2));
    }

    #[test]
    fn other_keys_are_left_to_the_browser() {
        assert_eq!(place_after("ArrowDown", 0, 3, false), None);
        assert_eq!(place_after("Home", 0, 0, false), None);
        assert_eq!(place_after("End", 0, 3, false), Some(2));
    }
}
