//! What of a thread is not there yet, and the button that brings it.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId, Cursor, Page, Problem, ThreadBlock};

use super::{
    gathering::gather,
    resting::{resting_comment, resting_list},
    section::comment_element_id,
    store::ThreadStore,
};
use crate::{
    accessibility::{Announcer, focus_by_id_when_there, page_limit, use_announcer},
    backend::{Answer, Backend, use_backend},
    locale::{Language, Message, m, use_language},
    pieces::piece,
    reactive::spawn,
    ui::{ButtonKind, LoadMore},
};

piece! {
    /// All comments at once, for the few who want to read or search through them.
    pub static GATHERING: Gathering = gathering {
        Gathering { gather, resting_comment, resting_list }
    }
}

/// What all comments at once are made of.
#[derive(Clone, Copy)]
pub struct Gathering {
    /// Fetches them.
    gather: fn(ThreadStore, Backend, Announcer, Language),
    /// Shows one that rests.
    pub resting_comment: fn(ThreadStore, &CommentId) -> Option<AnyView>,
    /// Shows the list of that number, far off.
    pub resting_list: fn(ThreadStore, usize, Memo<Vec<ThreadBlock>>) -> AnyView,
}

/// The words for replies that are not there yet.
pub fn replies_label(cursor: Option<&Cursor>, remaining: u64) -> Message {
    match cursor {
        None => m::show_replies(remaining),
        Some(_) => m::more_replies(remaining),
    }
}

/// The button for replies that are not there yet.
pub fn replies(
    store: ThreadStore,
    root: CommentId,
    cursor: Option<Cursor>,
    remaining: u64,
) -> impl IntoView {
    let backend = use_backend();
    let label = replies_label(cursor.as_ref(), remaining);
    let (asked, about) = (root.clone(), root.clone());
    let ask = Callback::new(move |()| backend.replies(&asked, cursor.as_ref(), page_limit()));
    let take = Callback::new(move |page| store.add_replies(&root, page));
    let described_by = Some(format!("{}-author", comment_element_id(&about)));
    view! { <More store label kind=ButtonKind::Quiet described_by ask take/> }
}

/// The button for top comments that are not there yet.
pub fn comments(store: ThreadStore, cursor: Cursor, remaining: u64) -> impl IntoView {
    let (backend, language, announcer) = (use_backend(), use_language(), use_announcer());
    let gatherer = backend.clone();
    let ask = Callback::new(move |()| {
        let consultation = store.consultation.get_value();
        let query = untrack(|| store.query(store.sort.get_value()));
        backend.thread(&consultation, &query, Some(&cursor), page_limit())
    });
    let take = Callback::new(move |page| store.add_comments(page));
    let all = (remaining > u64::from(page_limit())).then(|| {
        let (busy, failure) = (store.is_gathering, store.gathering_failure);
        let on_press = Callback::new(move |()| {
            busy.set(true);
            failure.set(None);
            let backend = gatherer.clone();
            GATHERING.then(Box::new(move |come| match (come, GATHERING.get()) {
                (Ok(()), Some(all)) => (all.gather)(store, backend, announcer, language),
                // The page may be another one by now.
                (come, _) => {
                    busy.try_set(false);
                    failure.try_set(come.err());
                }
            }));
        });
        view! { <LoadMore label=m::show_whole_thread() kind=ButtonKind::Quiet busy failure on_press/> }
            .into_any()
    });
    let label = m::more_comments(remaining);
    view! {
        <More store label kind=ButtonKind::Secondary described_by=None ask take/>
        {all}
    }
}

/// A button that brings more, says how many came and puts the focus on the first of them:
/// the button itself goes away, and the focus must not fall off the page (WCAG 2.4.3).
#[component]
fn More(
    store: ThreadStore,
    label: Message,
    kind: ButtonKind,
    /// The identifier of what it brings more of.
    described_by: Option<String>,
    /// Asks for them.
    ask: Callback<(), Answer<Page<Comment>>>,
    /// Takes them in.
    take: Callback<Page<Comment>>,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Problem>);
    let load = Callback::new(move |()| {
        is_busy.set(true);
        let answer = ask.run(());
        spawn(async move {
            let answer = answer.await;
            is_busy.try_set(false);
            match answer {
                Ok(page) => {
                    let first = untrack(|| first_new(store, &page));
                    let count = page.items.len() as u64;
                    take.run(page);
                    announcer.say(language.say(&m::loaded_more(count)));
                    if let Some(first) = first {
                        focus_by_id_when_there(&comment_element_id(&first));
                    }
                }
                Err(problem) => {
                    failure.try_set(Some(problem));
                }
            }
        });
    });
    view! {
        <LoadMore label kind described_by busy=is_busy failure on_press=load/>
    }
}

fn first_new(store: ThreadStore, page: &Page<Comment>) -> Option<CommentId> {
    page.items.iter().map(|comment| &comment.id).find(|id| store.comment(id).is_none()).cloned()
}
