//! One row of a thread, whatever it is.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId, ThreadItem};

use super::{comment_row::CommentRow, more, section::comment_element_id, store::ThreadStore};
use crate::{
    consultation::composer::{KeptText, Place},
    locale::{author_name, m, t, tombstone_words},
    reactive::memo,
    ui::{Icon, IconName, Row},
};

/// An item as a row of its list.
pub fn item_row(item: &ThreadItem, store: ThreadStore) -> Row {
    let item = item.clone();
    Row::new(item.key(), move || view! { <ItemRow item=item.clone() store/> }.into_any())
}

/// One row of a thread. Depth is shown to those who see it, and told in words inside
/// the row to those who don't (WCAG 1.3.1).
#[component]
pub fn ItemRow(
    /// What stands in the row.
    item: ThreadItem,
    /// The thread it is a row of.
    store: ThreadStore,
) -> impl IntoView {
    match item {
        ThreadItem::Comment { id, depth, in_reply_to } => {
            let is_parent_away = in_reply_to.is_some();
            let is_resting = {
                let id = id.clone();
                memo(move || store.is_resting(&id))
            };
            let comment = move || {
                let all = is_resting.get().then(|| more::GATHERING.get()).flatten();
                all.and_then(|all| (all.resting_comment)(store, &id)).unwrap_or_else(|| {
                    let id = id.clone();
                    view! { <CommentRow id depth is_parent_away store/> }.into_any()
                })
            };
            view! {
                <li class="thread__row" data-depth=depth.to_string()>{move || comment()}</li>
            }
            .into_any()
        }
        ThreadItem::Tombstone { id, depth, .. } => view! {
            <li class="thread__row" data-depth=depth.to_string()><Tombstone id store/></li>
        }
        .into_any(),
        ThreadItem::MoreReplies { root, cursor, remaining } => view! {
            <li class="thread__row" data-depth="1">{more::replies(store, root, cursor, remaining)}</li>
        }
        .into_any(),
        ThreadItem::MoreComments { cursor, remaining } => view! {
            <li class="thread__row thread__row--more">{more::comments(store, cursor, remaining)}</li>
        }
        .into_any(),
    }
}

/// What is left of a comment that cannot be read: why, in words, where it stood.
#[component]
fn Tombstone(id: CommentId, store: ThreadStore) -> impl IntoView {
    let comment = untrack(|| store.comment(&id));
    let left_behind = [Place::Reply(id.clone()), Place::Edit(id.clone())]
        .into_iter()
        .map(|place| {
            let (consultation, next_id) = (store.consultation.get_value(), comment_element_id(&id));
            view! { <KeptText consultation place next_id/> }.into_any()
        })
        .collect_view();
    view! {
        {comment.as_ref().map(tombstone)}
        {left_behind}
    }
}

/// Why a comment cannot be read.
pub fn tombstone(comment: &Comment) -> AnyView {
    let element_id = comment_element_id(&comment.id);
    // Stands where the author would: the button for its replies is described by it.
    let author_id = format!("{element_id}-author");
    view! {
        <p class="tombstone" id=element_id tabindex="-1" data-tombstone=comment.id.0.clone()>
            <Icon name=IconName::Neutral/>
            <span id=author_id>{t(tombstone_words(comment))}</span>
        </p>
    }
    .into_any()
}

/// Words about the comment a reply answers.
pub fn in_reply_to(store: ThreadStore, parent: &CommentId) -> crate::locale::Message {
    let parent = store.comment(parent).filter(|parent| parent.text.is_some());
    match parent {
        Some(parent) => m::in_reply_to(author_name(parent.author)),
        None => m::in_reply_to_missing(),
    }
}
