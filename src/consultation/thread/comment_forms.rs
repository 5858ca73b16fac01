//! What is written at a comment: a reply under it, another wording in its place.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId};

use super::store::ThreadStore;
use crate::{
    accessibility::focus_by_id_when_there,
    consultation::composer::{Composer, DraftKeeper, Place, TakeComment},
    locale::{author_name, m},
};

/// The form for a reply, right under what it replies to.
#[component]
pub fn ReplyForm(
    /// What is replied to.
    parent: Comment,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    let place = Place::Reply(parent.id.clone());
    let name = author_name(parent.author.clone());
    let on_sent: TakeComment = Arc::new({
        let place = place.clone();
        move |written| {
            // Opened again meanwhile, it holds what is being written now.
            if written.is_form_there {
                store.close_form(&place);
            }
            store.insert_own(written)
        }
    });
    let on_cancel = close_and_focus(store, format!("{}-button", place.slug()));
    let consultation = store.consultation.get_value();
    view! {
        <Composer
            consultation
            place
            heading=m::compose_reply_title(name)
            parent
            on_sent
            on_cancel
        />
    }
}

/// The form for another wording, in the place of the text.
#[component]
pub fn EditForm(
    /// What is changed.
    comment: Comment,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    let place = Place::Edit(comment.id.clone());
    let keeper = DraftKeeper::new(&comment.consultation_id, &place);
    let on_sent: TakeComment = Arc::new({
        let place = place.clone();
        move |written| {
            // Opened again meanwhile, it holds what is being written now.
            if written.is_form_there {
                store.close_form(&place);
            }
            store.replace_own(written)
        }
    });
    let close = close_and_focus(store, format!("{}-button", place.slug()));
    let on_cancel = Callback::new(move |()| {
        keeper.forget();
        close.run(());
    });
    let consultation = store.consultation.get_value();
    view! {
        <Composer
            consultation
            place
            heading=m::compose_edit_title()
            original=comment
            on_sent
            on_cancel
        />
    }
}

fn close_and_focus(store: ThreadStore, button_id: String) -> Callback<()> {
    Callback::new(move |()| {
        store.open_form.set(None);
        focus_by_id_when_there(&button_id);
    })
}

/// The form under a comment that a sign-in interrupted: who comes back to it goes on there,
/// unless nothing can be said to the comment any more.
pub fn interrupted_form(store: ThreadStore, id: &CommentId) -> Option<Place> {
    untrack(|| store.comment(id)).filter(|comment| comment.text.is_some())?;
    let consultation = store.consultation.get_value();
    [Place::Reply(id.clone()), Place::Edit(id.clone())]
        .into_iter()
        .find(|place| DraftKeeper::new(&consultation, place).is_marked_for_return())
}
