//! The form that says which comments of a thread to show.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{CommentFilter, LanguageTag, Locale, Stance, search_text};

use super::{
    sides::SIDES,
    store::{Shown, ThreadStore},
};
use crate::{
    accessibility::focus_by_id_when_there,
    fetched::{Fetched, Load},
    locale::{Message, m, stance_name, t, use_language},
    reactive::{derived, effect},
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
const LANGUAGE: &str = "thread-language";
const APART: &str = "thread-apart";

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
    let CommentFilter { stance, language: written_in, is_answered, is_mine, search, .. } =
        filter.get_untracked();
    let written_in = RwSignal::new(written_in.map(|it| it.0).unwrap_or_default());
    let is_apart = RwSignal::new(store.is_apart.get_untracked());
    let wants_apart = RwSignal::new(is_apart.get_untracked());
    let sides = SIDES.coming();
    let stance = stance.map(|stance| stance.to_string()).unwrap_or_default();
    let (stance, search) = (RwSignal::new(stance), RwSignal::new(search.unwrap_or_default()));
    let (is_answered, is_mine) = (RwSignal::new(is_answered), RwSignal::new(is_mine));
    let is_open = RwSignal::new(true);
    if wants_focus {
        focus_by_id_when_there(SEARCH_ID);
    }
    let apply = move || {
        let wanted = CommentFilter {
            question: filter.with_untracked(|filter| filter.question.clone()),
            stance: stance.get_untracked().parse().ok(),
            language: Some(written_in.get_untracked()).filter(|it| !it.is_empty()).map(LanguageTag),
            is_answered: is_answered.get_untracked(),
            is_mine: is_mine.get_untracked(),
            search: search_text(&search.get_untracked()),
        };
        filter.set(wanted);
        wants_apart.set(is_apart.get_untracked());
    };
    effect(move || {
        let wants_apart = wants_apart.get();
        if wants_apart {
            sides.bring();
        }
        store.is_apart.set(wants_apart && sides.is_there.get());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        apply();
    };
    let chips = derived(move || filter.with(|filter| chips(filter, store.is_apart.get())));
    let on_remove = Callback::new(move |key| {
        match key {
            SEARCH_ID => search.set(String::new()),
            STANCE => stance.set(String::new()),
            ANSWERED => is_answered.set(false),
            LANGUAGE => written_in.set(String::new()),
            APART => is_apart.set(false),
            _ => is_mine.set(false),
        }
        apply();
    });
    let on_clear = Callback::new(move |()| {
        search.set(String::new());
        stance.set(String::new());
        written_in.set(String::new());
        is_answered.set(false);
        is_mine.set(false);
        is_apart.set(false);
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
                <SelectField id=LANGUAGE label=m::language() options=languages() chosen=written_in/>
                <Checkbox id=ANSWERED label=m::filter_answered() checked=is_answered/>
                {move || session.person().map(|_| {
                    view! { <Checkbox id=MINE label=m::filter_mine() checked=is_mine/> }.into_any()
                })}
                <Checkbox id=APART label=m::filter_apart() checked=is_apart/>
            </FilterGroup>
            {sides.problem()}
            <p class="thread__found" role="status">{move || found()}</p>
        </form>
    }
}

/// What is in force, each to be taken off.
fn chips(filter: &CommentFilter, is_apart: bool) -> Vec<FilterChip> {
    let chip =
        |key: &'static str, words: Message| FilterChip { key, words, folded: key != SEARCH_ID };
    let named = |name, choice| m::filter_chip(name, choice);
    let search = filter.search.clone().map(|text| named(m::filter_search(), m::verbatim(text)));
    let stance = filter.stance.map(|stance| named(m::filter_stance(), stance_name(stance)));
    let language = filter.language.as_ref().map(|tag| named(m::language(), language_words(tag)));
    [
        (SEARCH_ID, search),
        (STANCE, stance),
        (LANGUAGE, language),
        (ANSWERED, filter.is_answered.then(m::filter_answered)),
        (MINE, filter.is_mine.then(m::filter_mine)),
        (APART, is_apart.then(m::filter_apart)),
    ]
    .into_iter()
    .filter_map(|(key, words)| Some(chip(key, words?)))
    .collect()
}

/// The languages people write in here, each named in itself.
fn languages() -> Vec<SelectOption> {
    let option = |it: &Locale| SelectOption::new(it.tag(), m::verbatim(it.own_name()));
    let any = SelectOption::new("", m::filter_any());
    std::iter::once(any).chain(Locale::ALL.iter().map(option)).collect()
}

fn language_words(tag: &LanguageTag) -> Message {
    let known = Locale::ALL.iter().find(|it| it.tag() == tag.as_str());
    m::verbatim(known.map_or_else(|| tag.0.clone(), |it| it.own_name().to_owned()))
}

fn stances() -> Vec<SelectOption> {
    let option = |stance: &Stance| SelectOption::new(stance.as_str(), stance_name(*stance));
    let any = SelectOption::new("", m::filter_any());
    std::iter::once(any).chain(Stance::ALL.iter().map(option)).collect()
}
