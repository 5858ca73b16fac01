//! What the author of a comment is told about its having been held or removed.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentState, ReviewState};

use super::form::reason_words;
use crate::{
    locale::{moderation as s, t},
    ui::Notice,
};

/// Why it is held, the agency's note to the author, and what became of the author's appeal. That the
/// comment is held, or removed and why, stands over it.
pub fn standing(comment: &Comment) -> Option<AnyView> {
    let is_held = comment.state == CommentState::Held;
    let reason = comment.removal_reason.filter(|_| is_held).map(|reason| {
        view! {
            <p><strong>{t(s::held_reason())}</strong>" "{t(reason_words(reason.into()))}</p>
        }
        .into_any()
    });
    let note = comment.moderation_note.clone().map(|note| {
        view! {
            <p><strong>{t(s::note_title())}</strong></p>
            <p class="comment__text prose" dir="auto">{note}</p>
        }
        .into_any()
    });
    let appeal = comment.appeal.map(|state| match state {
        ReviewState::Upheld => s::appeal_upheld(),
        ReviewState::Dismissed => s::appeal_dismissed(),
        ReviewState::Open | ReviewState::Moot | ReviewState::Other => s::appeal_open(),
    });
    if reason.is_none() && note.is_none() && appeal.is_none() {
        return None;
    }
    let appeal = appeal.map(|words| view! { <p>{t(words)}</p> }.into_any());
    Some(view! { <Notice>{reason}{note}{appeal}</Notice> }.into_any())
}
