//! The thread of a consultation as a section of its page.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, prelude::*};
use muloqot_domain::{
    CommentFilter, CommentId, CommentSort, Consultation, ConsultationId, QuestionId, ThreadBlock,
    ThreadItem,
};

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    comment_forms::interrupted_form,
    interruption::interrupted,
    item::item_row,
    more::GATHERING,
    sides::SIDES,
    sifting::Sifting,
    stepping::{Step, step},
    store::{Shown, ThreadStore},
    watching::{PERIOD, Watching},
};
use crate::{
    accessibility::{
        Announcer, focus_by_id_when_there, page_limit, saves_data, use_announcer, use_arrivals,
    },
    backend::use_backend,
    consultation::{
        composer::{Composer, KeptText, TakeComment},
        other_script::{always_words, use_own_script, way_in_thread},
        view::why_no_comments,
    },
    fetched::{Fetched, Load},
    locale::{Language, comment_sort_name, m, t, use_language},
    pieces::piece,
    reactive::{derived, effect, memo},
    routes::Address,
    session::use_session,
    ui::{
        Button, Checkbox, EmptyState, IconName, Loading, Notice, Row, Rows, SelectField,
        SelectOption, StanceBar,
    },
};

/// How deep replies are moved in; deeper ones say what they answer.
const DEPTH_MAX: u32 = 4;

/// How many comments stand in one list, about.
const BLOCK: usize = 25;

/// The identifier of the section's heading.
const HEADING_ID: &str = "thread-heading";

/// The identifier of the choice to read all comments in the reader's own script.
const OWN_SCRIPT_ID: &str = "own-script";

/// The identifier of a comment's element.
pub fn comment_element_id(id: &CommentId) -> String {
    format!("comment-{id}")
}

piece! {
    /// Search and filters, for those who want less than all.
    static SIFTING: fn(ThreadStore, Fetched<Shown>, bool) -> AnyView = sifting {
        |store, shown, wants_focus| view! { <Sifting store shown wants_focus/> }.into_any()
    }
}

piece! {
    /// New comments of others, for whoever stays long enough for some to come.
    static WATCHING: fn(ThreadStore) -> AnyView = watching {
        |store| view! { <Watching store/> }.into_any()
    }
}

piece! {
    /// Going from comment to comment by keys, for those who press them.
    static STEPPING: fn(Step) = stepping { step }
}

/// A thread that is being fetched, to be shown once its consultation is there.
#[derive(Clone, Copy)]
pub struct ThreadSection {
    store: ThreadStore,
    linked: Signal<Option<CommentId>>,
    shown: Fetched<Shown>,
    sort: RwSignal<String>,
}

impl ThreadSection {
    /// What was typed for this thread, where nothing can be written in it any more.
    pub fn kept_text(self) -> AnyView {
        let (consultation, place) = (self.store.consultation.get_value(), self.store.top());
        view! { <KeptText consultation place next_id=crate::accessibility::HEADING_ID.to_owned()/> }
            .into_any()
    }

    /// Starts to fetch, and does so again when the order or the linked comment changes.
    pub fn fetch(
        consultation: ConsultationId,
        question: Option<QuestionId>,
        linked: Signal<Option<CommentId>>,
    ) -> Self {
        let backend = use_backend();
        let store = ThreadStore::new(consultation, question);
        let sort = RwSignal::new(CommentSort::Fair.to_string());
        let (session, _) = use_session();
        let shown = Fetched::new(move || {
            session.of_whom();
            // A form inside the thread would come back somewhere else, with the focus.
            store.open_form.set(None);
            let sort = sort.with(|sort| sort.parse().unwrap_or(CommentSort::Fair));
            let limit = page_limit();
            Box::pin(store.fetch(backend.clone(), linked.get(), store.query(sort), limit))
        });
        Self { store, linked, shown, sort }
    }

    /// The section.
    pub fn view(self, consultation: Consultation) -> impl IntoView {
        let Self { store, linked, shown, sort } = self;
        provide_context(store);
        let (language, announcer) = (use_language(), use_announcer());
        store.counts.set(consultation.general_counts.unwrap_or(consultation.counts));
        let why_not = why_no_comments(&consultation);
        let id = consultation.id;
        let is_linked = memo(move || match shown.state() {
            Load::Ready(shown) => matches!(shown, Shown::Linked(_)),
            Load::Waiting | Load::Failed(_) => linked.with(Option::is_some),
        });
        // An answer to a question is none of those that are counted here.
        let count = move || match shown.state() {
            Load::Ready(Shown::Linked(id)) if untrack(|| store.question_of(&id)).is_some() => {
                String::new()
            }
            _ => language.number(store.counts.get().comments),
        };
        let (is_sifting, wants_focus) = (RwSignal::new(false), RwSignal::new(false));
        let sifting = SIFTING.coming();
        let watching = WATCHING.coming();
        if !saves_data() {
            set_timeout(move || watching.bring(), PERIOD);
        }
        let sift = Callback::new(move |()| {
            is_sifting.set(true);
            wants_focus.set(true);
            sifting.bring();
        });
        let is_worth_it =
            move || store.thread.with(|thread| thread.total() > 1) || is_sifting.get();
        let shows_sort = memo(move || !is_linked.get() && is_worth_it());
        let own_script = use_own_script();
        let way = move || store.thread.with(|thread| way_in_thread(thread, language.locale()));
        // By keyboard the order changes at every step through the list of orders.
        let mut order_before = None;
        effect(move || {
            if matches!(shown.state(), Load::Ready(_)) {
                let order = store.sort.get_value();
                if order_before.replace(order).is_some_and(|before| before != order) {
                    announcer.say(untrack(|| language.say(&comment_sort_name(order))));
                }
            }
        });
        // The link to the whole thread goes when it is followed.
        let mut was_linked = false;
        effect(move || {
            let is_linked = is_linked.get();
            if was_linked && !is_linked {
                focus_by_id_when_there(HEADING_ID);
            }
            was_linked = is_linked;
        });
        let on_sent: TakeComment = Arc::new(move |written| store.insert_own(written));
        let compose_id = id.clone();
        let compose = move || match why_not.clone() {
            Some(why_not) => {
                let (consultation, next_id) = (compose_id.clone(), HEADING_ID.to_owned());
                view! {
                    <Notice><p>{t(why_not)}</p></Notice>
                    <KeptText consultation place=store.top() next_id/>
                }
                .into_any()
            }
            None => {
                let (consultation, on_sent) = (compose_id.clone(), Arc::clone(&on_sent));
                view! {
                    <Composer consultation place=store.top() heading=m::compose_title() on_sent/>
                }
                .into_any()
            }
        };
        view! {
            <section class="thread" aria-labelledby=HEADING_ID>
                <h2 id=HEADING_ID tabindex="-1">
                    {t(m::thread_title())}
                    " "
                    <span class="thread__count">{count}</span>
                </h2>
                {move || (!is_linked.get()).then(|| {
                    view! {
                        {move || {
                            view! { <StanceBar counts=store.counts.get().by_stance/> }.into_any()
                        }}
                        {compose()}
                    }
                    .into_any()
                })}
                {move || shows_sort.get().then(|| {
                    let options = sorts();
                    view! {
                        <SelectField id="thread-sort" label=m::thread_sort() options chosen=sort/>
                        {move || {
                            let is_there = is_sifting.get() && sifting.is_there.get();
                            match is_there.then(|| SIFTING.get()).flatten() {
                                Some(form) => {
                                    let wants_focus = wants_focus.try_update_untracked(std::mem::take);
                                    form(store, shown, wants_focus.unwrap_or_default())
                                }
                                None => {
                                    let (label, icon) = (m::filter_label(), IconName::Search);
                                    let busy = sifting.is_busy;
                                    view! { <Button label icon busy on_press=sift/> }.into_any()
                                }
                            }
                        }}
                        {sifting.problem()}
                    }
                    .into_any()
                })}
                {move || {
                    let is_watched = watching.is_there.get() && !is_linked.get();
                    let watch = is_watched.then(|| WATCHING.get()).flatten();
                    watch.map(|watch| watch(store))
                }}
                {move || way().is_some().then(|| {
                    let label = derived(move || always_words(way()));
                    view! {
                        <Checkbox id=OWN_SCRIPT_ID label checked=own_script.wanted()/>
                        {move || own_script.failure(OWN_SCRIPT_ID)}
                    }
                    .into_any()
                })}
                {move || match (shown.state(), store.is_apart.get().then(|| SIDES.get()).flatten()) {
                    (Load::Ready(Shown::Whole), Some(apart)) => apart(store),
                    _ => shown_items(shown, store, HEADING_ID),
                }}
            </section>
        }
    }
}

/// What of a thread has come, or why it has not; then the focus goes from the button to try
/// again to that heading. Reactive.
pub fn shown_items(shown: Fetched<Shown>, store: ThreadStore, heading_id: &'static str) -> AnyView {
    match shown.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Ready(shown) => view! { <Items shown store/> }.into_any(),
        Load::Failed(problem) => shown.problem_notice(problem, heading_id),
    }
}

/// The comments that are there.
#[component]
fn Items(shown: Shown, store: ThreadStore) -> impl IntoView {
    let arrivals = use_arrivals();
    let (language, announcer) = (use_language(), use_announcer());
    let blocks = memo(move || store.thread.with(|thread| thread.blocks(DEPTH_MAX, BLOCK)));
    let lists = derived(move || {
        let list = |block: &ThreadBlock| {
            let number = block.number;
            Row::new(number.to_string(), move || {
                // Comments that come into another list leave the rows of this one alone.
                let own = memo(move || blocks.with(|blocks| only(number, blocks)));
                let is_far = untrack(|| store.is_far(number));
                if let Some(all) = is_far.then(|| GATHERING.get()).flatten() {
                    return (all.resting_list)(store, number, own);
                }
                let row = move |item: &ThreadItem| item_row(item, store);
                let each = derived(move || {
                    own.with(|own| own.iter().flat_map(|block| &block.items).map(row).collect())
                });
                view! { <ol class="thread__block" role="list"><Rows each/></ol> }.into_any()
            })
        };
        blocks.with(|blocks| blocks.iter().map(list).collect())
    });
    let consultation = store.consultation.get_value();
    let question = match &shown {
        Shown::Linked(id) => untrack(|| store.question_of(id)),
        _ => None,
    };
    let whole = match question {
        Some(question) => Address::Question(consultation, question),
        None => Address::Consultation(consultation),
    };
    let whole = whole.path();
    let lead = match shown {
        Shown::Whole => None,
        Shown::LinkMissing => {
            Some(view! { <Notice><p>{t(m::linked_comment_missing())}</p></Notice> }.into_any())
        }
        Shown::Linked(id) => {
            arrivals.keep_focus();
            // Who comes back from signing in goes on where they were, and not at the comment.
            if interrupted_form(store, &id).is_none() && interrupted(&id).is_none() {
                focus_by_id_when_there(&comment_element_id(&id));
            }
            Some(
                view! {
                    <p class="thread__linked">
                        <strong>{t(m::linked_comment())}</strong>
                        " "
                        <a href=whole>{t(m::show_whole_thread())}</a>
                    </p>
                }
                .into_any(),
            )
        }
    };
    let is_empty = memo(move || store.thread.with(muloqot_domain::Thread::is_empty));
    view! {
        {lead}
        {move || is_empty.get().then(|| {
            let is_whole = untrack(|| store.filter.with(CommentFilter::is_empty));
            let title = if is_whole { m::thread_empty() } else { m::comments_none() };
            view! { <EmptyState title/> }.into_any()
        })}
        <div class="thread__items" on:keydown=move |event| take_step(&event, language, announcer)>
            <Rows each=lists/>
        </div>
    }
}

/// The block of that number, or nothing.
fn only(number: usize, blocks: &[ThreadBlock]) -> Vec<ThreadBlock> {
    blocks.iter().filter(|block| block.number == number).cloned().collect()
}

/// Alt and an arrow lead from comment to comment of one level. Within a text they are the
/// text's, and outside of the thread nobody's (WCAG 2.1.4).
fn take_step(event: &KeyboardEvent, language: Language, announcer: Announcer) {
    let is_forward = event.key() == "ArrowDown";
    if !event.alt_key() || !(is_forward || event.key() == "ArrowUp") {
        return;
    }
    let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let element = element.filter(|it| it.local_name() != "textarea");
    let row = element.and_then(|it| it.closest(".thread__row").ok().flatten());
    let Some(row) = row else { return };
    event.prevent_default();
    STEPPING.when_there(Box::new(move || {
        if let Some(step) = STEPPING.get() {
            step(Step { row, is_forward, announcer, language });
        }
    }));
}

fn sorts() -> Vec<SelectOption> {
    let option = |sort: &CommentSort| SelectOption::new(sort.as_str(), comment_sort_name(*sort));
    CommentSort::ALL.iter().map(option).collect()
}
