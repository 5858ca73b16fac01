//! What a list is narrowed down by.

use leptos::prelude::*;

use super::{
    Button, ButtonKind, Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there},
    locale::{Message, gallery as g, m, t, use_language},
    reactive::{derived, memo},
};

/// A filter in force.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterChip {
    /// Tells it apart.
    pub key: &'static str,
    /// What it says of it: `Topic: Health`.
    pub words: Message,
    /// Whether its field is among those that are folded away on a phone.
    pub folded: bool,
}

/// Filters with what is in force of them. On a phone the fields are folded behind a button that
/// says how many filters are on, so that the list is in sight (WCAG 1.4.10); where there is room
/// they are always there. Each filter in force is a button that takes it off, named in full
/// (2.4.6, 2.5.3); the focus goes on to the next of them, and after the last one to the field
/// that is named for it (2.4.3).
#[component]
pub fn FilterGroup(
    /// The start of the identifiers.
    id: &'static str,
    /// The filters in force.
    chips: Signal<Vec<FilterChip>>,
    /// Whether the fields are unfolded.
    open: RwSignal<bool>,
    /// Takes the filter with that key off.
    on_remove: Callback<&'static str>,
    /// Takes all of them off.
    on_clear: Callback<()>,
    /// The identifier of what gets the focus when nothing is left to take off.
    then_focus: &'static str,
    /// What puts the fields in force, after them: the button that sends the form.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let language = use_language();
    let count = memo(move || chips.with(Vec::len));
    let label =
        derived(move || match chips.with(|chips| chips.iter().filter(|it| it.folded).count()) {
            0 => m::filters(),
            count => m::filters_on(count as u64),
        });
    let panel_id = format!("{id}-fields");
    let chip = move |(at, chip): (usize, FilterChip)| {
        let words = language.say(&chip.words);
        let remove = move |_| {
            let left = count.get_untracked().saturating_sub(1);
            match left {
                0 => _ = focus_by_id(then_focus),
                left => focus_by_id_when_there(&chip_id(id, at.min(left - 1))),
            }
            on_remove.run(chip.key);
        };
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    id=chip_id(id, at)
                    aria-label=language.say(&m::remove_it(words))
                    on:click=remove
                >
                    {words.clone()}
                    <Icon name=IconName::Against/>
                </button>
            </li>
        }
        .into_any()
    };
    let clear = Callback::new(move |()| {
        focus_by_id(then_focus);
        on_clear.run(());
    });
    view! {
        <div class="filter-group">
            <div class="filter-group__fold">
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=panel_id.clone()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || label.with(|label| language.say(label))}
                </button>
            </div>
            <div
                id=panel_id
                class="filter-group__fields"
                class:filter-group__fields--folded=move || !open.get()
            >
                {children()}
            </div>
            {actions}
            {move || (count.get() > 0).then(|| {
                view! {
                    <div class="filter-group__chips">
                        <ul role="list" aria-label=t(m::filters_active())>
                            {move || chips.get().into_iter().enumerate().map(chip).collect_view()}
                        </ul>
                        <Button label=m::filter_clear() kind=ButtonKind::Quiet on_press=clear/>
                    </div>
                }
                .into_any()
            })}
        </div>
    }
}

fn chip_id(group: &str, at: usize) -> String {
    format!("{group}-chip-{at}")
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.4.10", "2.1.1", "2.4.3", "2.4.6", "2.5.3", "2.5.8", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of a group.
pub fn fixtures() -> Vec<Fixture> {
    use super::{SelectField, SelectOption};
    fn shown(is_open: bool, chosen: Vec<FilterChip>) -> AnyView {
        let chips = RwSignal::new(chosen);
        let on_remove =
            Callback::new(move |key| chips.update(|chips| chips.retain(|chip| chip.key != key)));
        let on_clear = Callback::new(move |()| chips.set(vec![]));
        let options = vec![
            SelectOption::new("", m::filter_any()),
            SelectOption::new("open", m::status_open()),
        ];
        let chosen = RwSignal::new(String::new());
        let (chips, open) = (chips.into(), RwSignal::new(is_open));
        view! {
            <FilterGroup id="filters" chips open on_remove on_clear then_focus="status">
                <SelectField id="status" label=m::filter_status() options=options chosen/>
            </FilterGroup>
        }
        .into_any()
    }
    fn chip(key: &'static str, name: Message, choice: Message) -> FilterChip {
        FilterChip { key, words: m::filter_chip(name, choice), folded: true }
    }
    vec![
        Fixture::new("none is on", || shown(false, vec![])),
        Fixture::new("unfolded", || shown(true, vec![])),
        Fixture::new("two are on", || {
            shown(
                false,
                vec![
                    chip("status", m::filter_status(), m::status_open()),
                    chip("topic", m::filter_topic(), m::topic_health()),
                ],
            )
        }),
        Fixture::new("many, one long, one from right to left", || {
            shown(
                false,
                vec![
                    chip("status", m::filter_status(), m::status_under_review()),
                    chip("topic", m::filter_topic(), m::topic_environment()),
                    chip("agency", m::filter_agency(), g::sample_long()),
                    chip("search", m::filter_search(), m::verbatim("مكتبة")),
                ],
            )
        }),
    ]
}
