//! What others write while the reader reads.

use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use muloqot_domain::{Comment, CommentSort};

use super::{section::comment_element_id, store::ThreadStore};
use crate::{
    accessibility::{focus_by_id_when_there, saves_data, use_announcer},
    backend::use_backend,
    locale::{m, use_language},
    reactive::{derived, memo, spawn_while_owned},
    ui::Button,
};

/// How long after one look at what is new the next one comes.
pub const PERIOD: Duration = Duration::from_secs(60);

/// As many as one look can tell of.
const NEWS_MAX: u32 = 20;

/// Tells once that there are new comments, and shows them on request: nothing is put under the
/// reader's eyes or fingers unasked (WCAG 2.2.2, 3.2.5). A page nobody looks at asks nothing, nor
/// does one of a reader who saves data.
#[component]
pub fn Watching(
    /// The thread.
    store: ThreadStore,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let backend = use_backend();
    let news = RwSignal::new(Vec::<Comment>::new());
    let count = derived(move || news.with(Vec::len) as u64);
    spawn_while_owned(async move {
        loop {
            if !document().hidden() && !saves_data() {
                let query = untrack(|| store.query(CommentSort::Newest));
                let consultation = store.consultation.get_value();
                // What cannot be told now is told the next time.
                if let Ok(page) = backend.thread(&consultation, &query, None, NEWS_MAX).await {
                    let came = store.thread.with_untracked(|thread| thread.news_in(&page));
                    let is_first = news.with_untracked(Vec::is_empty) && !came.is_empty();
                    news.set(came);
                    if is_first {
                        announcer.say(untrack(|| language.say(&m::news(count.get()))));
                    }
                }
            }
            TimeoutFuture::new(PERIOD.as_millis() as u32).await;
        }
    });
    let show = Callback::new(move |()| {
        let came = news.get_untracked();
        let first = came.first().map(|comment| comment_element_id(&comment.id));
        announcer.say(untrack(|| language.say(&m::loaded_more(came.len() as u64))));
        store.insert_news(came);
        // The button goes with what it showed.
        first.iter().for_each(|first| focus_by_id_when_there(first));
        news.set(Vec::new());
    });
    let is_any = memo(move || count.get() > 0);
    move || {
        is_any.get().then(|| {
            let label = derived(move || m::show_news(count.get()));
            view! { <Button label on_press=show/> }.into_any()
        })
    }
}
