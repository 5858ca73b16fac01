//! The form that says which consultations to show.

use leptos::{ev::SubmitEvent, prelude::*};
use muloqot_domain::{
    Agency, AgencyId, ConsultationFilter, ConsultationSort, Status, Topic, compare, search_text,
};

use super::filter_chips::{chips, without};
use crate::{
    backend::use_backend,
    fetched::Fetched,
    locale::{Language, consultation_sort_name, m, status_name, t, topic_name, use_language},
    reactive::{derived, effect},
    ui::{Button, ButtonKind, FilterGroup, IconName, SearchField, SelectField, SelectOption},
};

const SEARCH_ID: &str = "q";

/// Search, filters and order. Nothing happens until "Show" is pressed, so that going
/// through the choices by keyboard does not change the page at every step (WCAG 3.2.2); on a
/// phone that folds the choices away again. What is in force can be taken off one by one.
#[component]
pub fn FilterForm(
    /// The filter in force.
    filter: Signal<ConsultationFilter>,
    /// Called with the filter that is asked for.
    on_filter: Callback<ConsultationFilter>,
) -> impl IntoView {
    let backend = use_backend();
    let language = use_language();
    let agencies = Fetched::new(move || backend.agencies());
    let (search, status, topic) = (text_signal(), text_signal(), text_signal());
    let (agency, sort) = (text_signal(), text_signal());
    // Back and forward change the filter from outside.
    effect(move || {
        let filter = filter.get();
        let text = |value: Option<String>| value.unwrap_or_default();
        search.set(text(filter.search));
        status.set(text(filter.status.map(|status| status.to_string())));
        topic.set(text(filter.topic.map(|topic| topic.to_string())));
        agency.set(text(filter.agency.map(|agency| agency.0)));
        sort.set(filter.sort.unwrap_or(ConsultationSort::ClosingSoon).to_string());
    });
    let is_open = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_open.set(false);
        let sort = sort.get_untracked().parse().ok();
        on_filter.run(ConsultationFilter {
            status: status.get_untracked().parse().ok(),
            topic: topic.get_untracked().parse().ok(),
            agency: Some(AgencyId(agency.get_untracked())).filter(|id| !id.0.is_empty()),
            search: search_text(&search.get_untracked()),
            sort: sort.filter(|sort| *sort != ConsultationSort::ClosingSoon),
        });
    };
    let chips = derived(move || {
        let filter = filter.get();
        let agency = filter.agency.as_ref().and_then(|id| agency_name(agencies, id, language));
        chips(&filter, agency)
    });
    let on_remove = Callback::new(move |key| on_filter.run(without(filter.get_untracked(), key)));
    let on_clear = Callback::new(move |()| on_filter.run(ConsultationFilter::default()));
    let actions = || {
        view! {
            <div>
                <Button
                    label=m::filter_apply()
                    kind=ButtonKind::Primary
                    icon=IconName::Search
                    r#type="submit"
                />
            </div>
        }
        .into_any()
    };
    view! {
        <form class="filters" role="search" aria-label=t(m::filter_label()) on:submit=submit>
            <SearchField
                id=SEARCH_ID
                label=m::filter_search()
                hint=m::filter_search_hint()
                text=search
            />
            <FilterGroup
                id="filters"
                chips
                open=is_open
                on_remove
                on_clear
                then_focus=SEARCH_ID
                actions=actions()
            >
                <SelectField id="status" label=m::filter_status() options=statuses() chosen=status/>
                <SelectField id="topic" label=m::filter_topic() options=topics() chosen=topic/>
                <SelectField
                    id="agency"
                    label=m::filter_agency()
                    options=agency_options(agencies)
                    chosen=agency
                />
                <SelectField id="sort" label=m::sort_label() options=sorts() chosen=sort/>
            </FilterGroup>
        </form>
    }
}

fn text_signal() -> RwSignal<String> {
    RwSignal::new(String::new())
}

fn statuses() -> Vec<SelectOption> {
    let option = |status: &Status| SelectOption::new(status.as_str(), status_name(*status));
    any_and(Status::ALL.iter().map(option))
}

fn topics() -> Vec<SelectOption> {
    let option = |topic: &Topic| SelectOption::new(topic.as_str(), topic_name(*topic));
    any_and(Topic::ALL.iter().map(option))
}

fn sorts() -> Vec<SelectOption> {
    let option =
        |sort: &ConsultationSort| SelectOption::new(sort.as_str(), consultation_sort_name(*sort));
    ConsultationSort::ALL.iter().map(option).collect()
}

/// The agencies by name. While they are not there, or do not come, the rest of the form
/// works without them.
fn agency_options(agencies: Fetched<Vec<Agency>>) -> Signal<Vec<SelectOption>> {
    let language = use_language();
    derived(move || {
        let mut by_name: Vec<(String, String)> = Vec::new();
        for agency in agencies.ready().unwrap_or_default() {
            let name = language.name_of(&agency.names).1;
            let place = by_name
                .partition_point(|(before, _)| compare(before, &name, language.locale()).is_lt());
            by_name.insert(place, (name, agency.id.0));
        }
        any_and(by_name.into_iter().map(|(name, id)| SelectOption::new(id, m::verbatim(name))))
    })
}

/// The name of an agency, once the agencies are there.
fn agency_name(
    agencies: Fetched<Vec<Agency>>,
    id: &AgencyId,
    language: Language,
) -> Option<String> {
    let agency = agencies.ready()?.into_iter().find(|agency| agency.id == *id)?;
    Some(language.name_of(&agency.names).1)
}

fn any_and(options: impl Iterator<Item = SelectOption>) -> Vec<SelectOption> {
    std::iter::once(SelectOption::new("", m::filter_any())).chain(options).collect()
}
