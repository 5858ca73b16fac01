//! What breaks the rules, and what becomes of it: reporting a comment, moderating it, and
//! appealing against that.

mod filing;
mod form;
mod moderating;
mod reporting;
mod standing;
mod words;

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentAction, CommentState};

use self::{moderating::Moderating, reporting::Reporting};
use super::{
    interruption::{forget_interrupted, interrupted},
    section::comment_element_id,
    store::ThreadStore,
};
use crate::{
    locale::m,
    pieces::{Piece, piece},
    ui::{Button, ButtonKind},
};

piece! {
    /// What anybody does about a comment of others, and its author about what became of it.
    static REPORTING: fn(Case) -> AnyView = reporting {
        |case| view! { <Reporting case/> }.into_any()
    }
}

piece! {
    /// What officers do about it.
    static MODERATING: fn(Case) -> AnyView = moderating {
        |case| view! { <Moderating case/> }.into_any()
    }
}

/// What was interrupted when a visitor left to sign in.
const REPORT: &str = "report";

/// A comment that something is to be done about.
#[derive(Clone)]
pub struct Case {
    pub comment: Comment,
    pub store: ThreadStore,
    /// Whether the form for it is open.
    pub is_open: RwSignal<bool>,
    /// Whether it was done, and is not to be done again.
    pub is_done: RwSignal<bool>,
    /// Whether the form was open when a visitor left to sign in.
    pub is_return: bool,
    /// The identifier of the button that opens the form.
    pub button_id: String,
}

/// The one thing a reader may do about a comment: report it, appeal for it, or moderate it. A
/// quiet button opens the form in place, and says whether it is open (WCAG 4.1.2).
#[component]
pub fn Moderation(
    /// Which comment.
    comment: Comment,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    // Taken also where nothing can be reported any more, so that nothing opens later.
    let is_return = interrupted(&comment.id).is_some_and(|what| what == REPORT);
    if is_return {
        forget_interrupted();
    }
    let action = comment.can.iter().find_map(|action| match action {
        CommentAction::Report => Some(m::action_report()),
        CommentAction::Appeal => Some(m::action_appeal()),
        CommentAction::Hold | CommentAction::Remove | CommentAction::Restore => {
            Some(m::action_moderate())
        }
        _ => None,
    });
    let is_told = comment.author.is_reader
        && (comment.state != CommentState::Visible || comment.appeal.is_some());
    if action.is_none() && !is_told {
        return ().into_any();
    }
    let may_moderate = action == Some(m::action_moderate());
    let piece: &Piece<fn(Case) -> AnyView> = if may_moderate { &MODERATING } else { &REPORTING };
    let (coming, is_open) = (piece.coming(), RwSignal::new(is_return));
    if is_told || is_return {
        coming.bring();
    }
    let element_id = comment_element_id(&comment.id);
    let (button_id, is_done) = (format!("{element_id}-moderation"), RwSignal::new(false));
    let button = action.map(|label| {
        let (id, author_id) = (button_id.clone(), format!("{element_id}-author"));
        let on_press = Callback::new(move |()| {
            is_open.update(|is_open| *is_open = !*is_open);
            coming.bring();
        });
        move || {
            let (id, label, described_by) = (id.clone(), label.clone(), Some(author_id.clone()));
            let (kind, busy, expanded) = (ButtonKind::Quiet, coming.is_busy, is_open);
            (!is_done.get()).then(|| {
                view! {
                    <div class="comment__actions">
                        <Button label kind id busy expanded described_by on_press/>
                    </div>
                }
                .into_any()
            })
        }
    });
    let case = Case { comment, store, is_open, is_done, is_return, button_id };
    view! {
        {button}
        {move || {
            let is_shown = (is_open.get() || is_told) && coming.is_there.get();
            let shown = is_shown.then(|| piece.get()).flatten();
            shown.map(|shown| shown(case.clone()))
        }}
        {coming.problem()}
    }
    .into_any()
}
