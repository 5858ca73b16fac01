//! All comments of a thread at once.

use futures_util::future::join;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentId, ConsultationId, Cursor, PAGE_LIMIT_MAX, Page, Problem, Thread,
};

use super::{nearness::Nearness, section::comment_element_id, store::ThreadStore};
use crate::{
    accessibility::{Announcer, focus_by_id_when_there},
    backend::{Backend, ThreadQuery},
    locale::{Language, m},
    reactive::spawn,
};

/// So many are put in at once: enough for few changes of the page, few enough that it answers
/// the reader in between.
const PORTION: usize = 500;

/// Fetches all that is not there yet, and shows it portion by portion, at rest until the reader
/// comes near. The first portion is a page alone, so that something comes soon, and takes the
/// focus, as one page more would. It ends when another order or other comments are asked for
/// meanwhile; when a page does not come, what was shown before it stays.
pub fn gather(store: ThreadStore, backend: Backend, announcer: Announcer, language: Language) {
    spawn(async move {
        let answer = gather_all(store, backend, announcer, language).await;
        // The page may be another one by now.
        store.is_gathering.try_set(false);
        store.gathering_failure.try_set(answer.err());
    });
}

async fn gather_all(
    store: ThreadStore,
    backend: Backend,
    announcer: Announcer,
    language: Language,
) -> Result<(), Problem> {
    let wanted = Wanted {
        backend,
        consultation: store.consultation.get_value(),
        query: untrack(|| store.query(store.sort.get_value())),
    };
    let nearness = Nearness::of(store);
    let (mut at, mut count) = (next_cursor(store), 0);
    let mut coming = wanted.portion(at.clone(), 1).await?;
    while let Some(portion) = coming {
        if next_cursor(store) != at {
            return Ok(());
        }
        at.clone_from(&portion.next_cursor);
        // The next one is on its way while the rows of this one are made.
        let next = wanted.portion(at.clone(), PORTION);
        let shown = show(store, nearness.as_ref(), portion, count == 0);
        let (next, shown) = join(next, shown).await;
        coming = next?;
        count += shown;
    }
    announcer.say(language.say(&m::loaded_more(count)));
    Ok(())
}

/// Puts a portion in; tells how many comments came.
async fn show(
    store: ThreadStore,
    nearness: Option<&Nearness>,
    portion: Page<Comment>,
    is_first: bool,
) -> u64 {
    let ids: Vec<CommentId> = portion.items.iter().map(|comment| comment.id.clone()).collect();
    match nearness {
        Some(_) => store.add_at_rest(portion),
        None => store.add_comments(portion),
    }
    // The rows are made before whatever else the browser has to do.
    TimeoutFuture::new(0).await;
    if let Some(first) = ids.first() {
        nearness.inspect(|it| it.watch_from(first));
        if is_first {
            focus_by_id_when_there(&comment_element_id(first));
        }
    }
    ids.len() as u64
}

/// What is fetched page by page.
struct Wanted {
    backend: Backend,
    consultation: ConsultationId,
    query: ThreadQuery,
}

impl Wanted {
    /// At least `size` comments from one place on, or what is left, as one page; nothing where
    /// nothing is left.
    async fn portion(
        &self,
        at: Option<Cursor>,
        size: usize,
    ) -> Result<Option<Page<Comment>>, Problem> {
        let Some(at) = at else { return Ok(None) };
        let mut portion = self.page(&at).await?;
        while portion.items.len() < size
            && let Some(cursor) = portion.next_cursor.take()
        {
            let page = self.page(&cursor).await?;
            portion.items.extend(page.items);
            portion.unreadable += page.unreadable;
            portion.next_cursor = page.next_cursor;
            portion.total = page.total;
        }
        Ok(Some(portion))
    }

    async fn page(&self, cursor: &Cursor) -> Result<Page<Comment>, Problem> {
        let Self { backend, consultation, query } = self;
        backend.thread(consultation, query, Some(cursor), PAGE_LIMIT_MAX).await
    }
}

/// Where the comments start that are not there; nothing, too, when the thread is gone.
fn next_cursor(store: ThreadStore) -> Option<Cursor> {
    let next = |thread: &Thread| thread.next_cursor().cloned();
    store.thread.try_with_untracked(next).flatten()
}
