//! The form that says which comments of a thread to show.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{CommentFilter, Stance, search_text};

use super::store::{Shown, ThreadStore};
use crate::{
    accessibility::focus_by_id_when_there,
    fetched::{Fetched, Load},
    locale::{Message, m, stance_name, t, use_language},
    reactive::derived,
    session::use_session,
    ui::{
        Button, ButtonKind, Checkbox, FilterChip, FilterGroup, IconName, SearchField, SelectField,
        SelectOption,
    },
};

const SEARCH_ID: &str = "thread-q";
const STANCE: &str = "thread-stance";
const ANSWERED: &str = "thread-answered";
const MINE: &str = "thread-mine";

/// Search and filters within a thread. Nothing happens until "Show" is pressed, so that going
/// through the choices by keyboard does not change the page at every step (WCAG 3.2.2). How many
/// were found is a status, read out while the focus stays on the form (4.1.3).
#[component]
pub fn Sifting(
    /// The thread.
    store: ThreadStore,
    /// How far what is shown of it has come.
    shown: Fetched<Shown>,
    /// Whether somebody has just asked for it, and goes on in it.
    wants_focus: bool,
) -> impl IntoView {
    let (language, (session, _)) = (use_language(), use_session());
    let filter = store.filter;
    let CommentFilter { stance, is_answered, is_mine, search, .. } = filter.get_untracked();
    let stance = stance.map(|stance| stance.to_string()).unwrap_or_default();
    let (stance, search) = (RwSignal::new(stance), RwSignal::new(search.unwrap_or_default()));
    let (is_answered, is_mine) = (RwSignal::new(is_answered), RwSignal::new(is_mine));
    let is_open = RwSignal::new(true);
    if wants_focus {
        focus_by_id_when_there(SEARCH_ID);
    }
    let apply = move || {
        let wanted = CommentFilter {
            stance: stance.get_untracked().parse().ok(),
            language: None,
            is_answered: is_answered.get_untracked(),
            is_mine: is_mine.get_untracked(),
            search: search_text(&search.get_untracked()),
        };
        filter.set(wanted);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        apply();
    };
    let chips = derived(move || filter.with(chips));
    let on_remove = Callback::new(move |key| {
        match key {
            SEARCH_ID => search.set(String::new()),
            STANCE => stance.set(String::new()),
            ANSWERED => is_answered.set(false),
            _ => is_mine.set(false),
        }
        apply();
    });
    let on_clear = Callback::new(move |()| {
        search.set(String::new());
        stance.set(String::new());
        is_answered.set(false);
        is_mine.set(false);
        apply();
    });
    let found = move || {
        let is_there =
            matches!(shown.state(), Load::Ready(_)) && !filter.with(CommentFilter::is_empty);
        let total = is_there.then(|| store.thread.with_untracked(|thread| thread.total()))?;
        Some(language.say(&m::comments_found(total)))
    };
    let actions = view! {
        <div>
            <Button label=m::filter_apply() kind=ButtonKind::Primary icon=IconName::Search r#type="submit"/>
        </div>
    }
    .into_any();
    view! {
        <form class="filters" role="search" aria-label=t(m::filter_label()) on:submit=submit>
            <SearchField
                id=SEARCH_ID
                label=m::filter_search()
                hint=m::filter_search_hint()
                text=search
            />
            <FilterGroup
                id="thread-filters"
                chips
                open=is_open
                on_remove
                on_clear
                then_focus=SEARCH_ID
                actions
            >
                <SelectField id=STANCE label=m::filter_stance() options=stances() chosen=stance/>
                <Checkbox id=ANSWERED label=m::filter_answered() checked=is_answered/>
                {move || session.person().map(|_| {
                    view! { <Checkbox id=MINE label=m::filter_mine() checked=is_mine/> }.into_any()
                })}
            </FilterGroup>
            <p class="thread__found" role="status">{move || found()}</p>
        </form>
    }
}

/// What is in force, each to be taken off.
fn chips(filter: &CommentFilter) -> Vec<FilterChip> {
    let chip =
        |key: &'static str, words: Message| FilterChip { key, words, folded: key != SEARCH_ID };
    let named = |name, choice| m::filter_chip(name, choice);
    let search = filter.search.clone().map(|text| named(m::filter_search(), m::verbatim(text)));
    let stance = filter.stance.map(|stance| named(m::filter_stance(), stance_name(stance)));
    [
        (SEARCH_ID, search),
        (STANCE, stance),
        (ANSWERED, filter.is_answered.then(m::filter_answered)),
        (MINE, filter.is_mine.then(m::filter_mine)),
    ]
    .into_iter()
    .filter_map(|(key, words)| Some(chip(key, words?)))
    .collect()
}

fn stances() -> Vec<SelectOption> {
    let option = |stance: &Stance| SelectOption::new(stance.as_str(), stance_name(*stance));
    let any = SelectOption::new("", m::filter_any());
    std::iter::once(any).chain(Stance::ALL.iter().map(option)).collect()
}
