//! The consultations that pass a filter.

use leptos::prelude::*;
use muloqot_domain::{Consultation, ConsultationFilter, Cursor, Page, Problem};

use crate::{
    accessibility::{focus_by_id_when_there, page_limit, use_announcer},
    backend::use_backend,
    fetched::{Fetched, Load},
    locale::{m, t, use_language},
    reactive::{derived, spawn},
    routes::Address,
    ui::{ConsultationCard, EmptyState, LoadMore, Loading, Row, Rows},
};

/// A list that grows by "Load more" and says how many it holds. The number is a status, so
/// that after filtering it is read out while the focus stays on the form (WCAG 4.1.3).
#[component]
pub fn ConsultationList(
    /// Which ones.
    filter: Signal<ConsultationFilter>,
    /// Told when the first ones are there, or do not come.
    waiting: RwSignal<bool>,
) -> impl IntoView {
    let backend = use_backend();
    let fetched = Fetched::new(move || {
        filter.with(|filter| backend.consultations(filter, None, page_limit()))
    });
    fetched.tell_when_over(waiting);
    let total = move || fetched.ready().map(|page| page.total);
    let language = use_language();
    let found = move || total().map(|total| language.say(&m::consultations_found(total)));
    view! {
        <section class="results">
            <div class="results__count" role="status">
                {move || found().map(|words| {
                    view! { <h2 id="results-heading" tabindex="-1">{words}</h2> }.into_any()
                })}
            </div>
            {move || match fetched.state() {
                Load::Waiting => view! { <Loading/> }.into_any(),
                Load::Ready(page) if page.total == 0 => view! {
                    <EmptyState title=m::consultations_none()>
                        <p>{t(m::consultations_none_hint())}</p>
                    </EmptyState>
                }
                .into_any(),
                Load::Ready(page) => view! { <Found page filter/> }.into_any(),
                Load::Failed(problem) => fetched.problem_notice(problem, "results-heading"),
            }}
        </section>
    }
}

/// The rows that are there, and the button for those that are not.
#[component]
fn Found(page: Page<Consultation>, filter: Signal<ConsultationFilter>) -> impl IntoView {
    let (backend, language, announcer) = (use_backend(), use_language(), use_announcer());
    let total = page.total;
    let grows = page.next_cursor.is_some();
    let next_cursor = RwSignal::new(page.next_cursor);
    let rows = RwSignal::new(page.items);
    let is_loading = RwSignal::new(false);
    let failure = RwSignal::new(None::<Problem>);

    let load_from = move |cursor: Cursor| {
        is_loading.set(true);
        let asked = filter.get_untracked();
        let answer = backend.consultations(&asked, Some(&cursor), page_limit());
        spawn(async move {
            let answer = answer.await;
            let _ = is_loading.try_set(false);
            match answer {
                // The list may be another one by now.
                Ok(_) if next_cursor.try_get_untracked() != Some(Some(cursor)) => {}
                Ok(page) => {
                    announcer.say(language.say(&m::loaded_more(page.items.len() as u64)));
                    if let Some(first) = page.items.first() {
                        focus_by_id_when_there(&row_id(first));
                    }
                    rows.update(|rows| rows.extend(page.items));
                    next_cursor.set(page.next_cursor);
                    failure.set(None);
                }
                Err(problem) => failure.set(Some(problem)),
            }
        });
    };
    let load_more = Callback::new(move |()| {
        if let Some(cursor) = next_cursor.get_untracked() {
            load_from(cursor);
        }
    });
    let each = derived(move || rows.get().into_iter().map(row).collect());
    let over = derived(move || next_cursor.with(Option::is_none));
    let remaining = move || total.saturating_sub(rows.with(Vec::len) as u64);
    view! {
        <ul class="cards" role="list">
            <Rows each/>
        </ul>
        {grows.then(|| {
            let label = derived(move || m::load_more(remaining()));
            view! { <LoadMore label busy=is_loading failure over on_press=load_more/> }.into_any()
        })}
    }
}

fn row(consultation: Consultation) -> Row {
    Row::new(consultation.id.0.clone(), move || {
        let id = row_id(&consultation);
        let href = Address::Consultation(consultation.id.clone()).path();
        let consultation = consultation.clone();
        view! { <li id=id tabindex="-1"><ConsultationCard consultation href/></li> }.into_any()
    })
}

fn row_id(consultation: &Consultation) -> String {
    format!("consultation-{}", consultation.id)
}
