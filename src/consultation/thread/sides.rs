//! The sides of a thread apart: beside each other where there is room, else as tabs.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use muloqot_domain::{Comment, CommentFilter, Stance, Thread};

use super::{
    section::shown_items,
    store::{Shown, ThreadStore},
};
use crate::{
    accessibility::page_limit,
    backend::use_backend,
    consultation::ASKED_FOR_STYLE,
    fetched::Fetched,
    locale::{Message, m, stance_name, use_language},
    pieces::piece,
    reactive::{derived, effect},
    ui::{Tab, Tabs},
};

/// From here on two sides have room beside each other, in lines that are not too short.
const WIDE: &str = "(width >= 60rem)";

const TABS_ID: &str = "thread-sides";

piece! {
    /// The comments of each side apart, for those who ask for them so.
    pub static SIDES: fn(ThreadStore) -> AnyView = sides {
        |store| view! { <Sides store/> }.into_any()
    }
}

/// One side of a thread.
#[derive(Clone, Copy)]
struct Side {
    stance: Stance,
    store: ThreadStore,
    shown: Fetched<Shown>,
}

impl Side {
    fn of(whole: ThreadStore, stance: Stance) -> Self {
        let backend = use_backend();
        let store = whole.side(stance);
        let shown = Fetched::new(move || {
            let sort = store.sort.get_value();
            Box::pin(store.fetch(backend.clone(), None, store.query(sort), page_limit()))
        });
        Self { stance, store, shown }
    }

    fn heading_id(self) -> &'static str {
        match self.stance {
            Stance::For => "side-for",
            Stance::Against => "side-against",
            Stance::Question => "side-question",
            Stance::Neutral | Stance::Other => "side-neutral",
        }
    }

    /// Its name and how many are of it, or of what was found on it.
    fn title(self) -> Signal<Message> {
        let Self { stance, store, .. } = self;
        derived(move || {
            let filter = CommentFilter { stance: None, ..store.filter.get() };
            let count = match filter.is_empty() {
                true => store.counts.get().by_stance.of(stance),
                false => store.thread.with(Thread::total),
            };
            m::side_count(stance_name(stance), count)
        })
    }

    fn view(self, heading_class: &'static str) -> AnyView {
        let language = use_language();
        let (title, id) = (self.title(), self.heading_id());
        let Self { store, shown, .. } = self;
        view! {
            <section class="sides__side" aria-labelledby=id>
                <h3 id=id class=heading_class tabindex="-1">
                    {move || title.with(|title| language.say(title))}
                </h3>
                {move || shown_items(shown, store, id)}
            </section>
        }
        .into_any()
    }
}

/// For and against beside each other, and below them those who take no side and those who ask,
/// so that nobody is left out; on a phone a tab each. Each is a thread of its own that grows
/// page by page. The same comments in another order: what is wanted of them stays, and so one
/// side alone where one is.
#[component]
fn Sides(
    /// The whole thread.
    store: ThreadStore,
) -> impl IntoView {
    let wanted = store.filter.with_untracked(|filter| filter.stance);
    let stances = Stance::ALL.iter().filter(|stance| wanted.is_none_or(|it| it == **stance));
    let sides = stances.map(|stance| Side::of(store, *stance)).collect::<Vec<_>>();
    let is_wide = RwSignal::new(is_wide());
    let resized = window_event_listener(ev::resize, move |_| {
        if is_wide.get_untracked() != self::is_wide() {
            is_wide.update(|it| *it = !*it);
        }
    });
    on_cleanup(move || resized.remove());
    // What the reader writes, and what of others' is new, comes into the whole thread.
    let known = store.thread.with_untracked(|thread| thread.new_comments().count());
    let taken = StoredValue::new(known);
    effect({
        let sides = sides.clone();
        move || {
            let came: Vec<Comment> = store
                .thread
                .with(|thread| thread.new_comments().skip(taken.get_value()).cloned().collect());
            taken.update_value(|taken| *taken += came.len());
            for comment in came {
                let side = sides.iter().find(|side| side.stance == comment.stance);
                side.iter().for_each(|side| side.store.take_new(comment.clone()));
            }
        }
    });
    let shown = RwSignal::new(0);
    move || match is_wide.get() {
        true => {
            let sides = sides.iter().map(|side| side.view("sides__title")).collect_view();
            view! { {style()}<div class="sides">{sides}</div> }.into_any()
        }
        false => {
            let tab = |side: &Side| {
                let side = *side;
                let view = Arc::new(move || side.view("visually-hidden"));
                Tab { name: side.stance.as_str(), label: side.title(), view }
            };
            let tabs = sides.iter().map(tab).collect();
            view! { {style()}<Tabs id=TABS_ID label=m::thread_stances() tabs shown/> }.into_any()
        }
    }
}

fn style() -> impl IntoView {
    view! { <link rel="stylesheet" href=ASKED_FOR_STYLE/> }
}

fn is_wide() -> bool {
    let query = window().match_media(WIDE).ok().flatten();
    query.is_some_and(|query| query.matches())
}
