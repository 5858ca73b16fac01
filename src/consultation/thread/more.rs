//! What of a thread is not there yet, and the button that brings it.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId, Cursor, Page, Problem};

use super::{section::comment_element_id, store::ThreadStore};
use crate::{
    accessibility::{focus_by_id_when_there, page_limit, use_announcer},
    backend::{Answer, use_backend},
    locale::{Message, m, use_language},
    reactive::spawn,
    ui::{ButtonKind, LoadMore},
};

/// The button for replies that are not there yet.
pub fn replies(
    store: ThreadStore,
    root: CommentId,
    cursor: Option<Cursor>,
    remaining: u64,
) -> impl IntoView {
    let backend = use_backend();
    let label = match cursor {
        None => m::show_replies(remaining),
        Some(_) => m::more_replies(remaining),
    };
    let (asked, about) = (root.clone(), root.clone());
    let ask = Callback::new(move |()| backend.replies(&asked, cursor.as_ref(), page_limit()));
    let take = Callback::new(move |page| store.add_replies(&root, page));
    let described_by = Some(format!("{}-author", comment_element_id(&about)));
    view! { <More store label kind=ButtonKind::Quiet described_by ask take/> }
}

/// The button for top comments that are not there yet.
pub fn comments(store: ThreadStore, cursor: Cursor, remaining: u64) -> impl IntoView {
    let backend = use_backend();
    let ask = Callback::new(move |()| {
        let consultation = store.consultation.get_value();
        let query = untrack(|| store.query(store.sort.get_value()));
        backend.thread(&consultation, &query, Some(&cursor), page_limit())
    });
    let take = Callback::new(move |page| store.add_comments(page));
    view! { <More store label=m::more_comments(remaining) kind=ButtonKind::Secondary described_by=None ask take/> }
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
