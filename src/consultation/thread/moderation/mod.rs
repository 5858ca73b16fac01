//! What breaks the rules, and what becomes of it: reporting a comment, moderating it, and
//! appealing against that.

mod answering;
mod filing;
mod form;
mod moderating;
mod queue;
mod reporting;
mod standing;
mod words;

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentAction, CommentState, Consultation, ConsultationAction};

use self::{queue::Reports, words::in_words};
use super::{
    asking::Asking,
    interruption::{forget_interrupted, interrupted},
    store::ThreadStore,
};
use crate::{consultation::part::part_of_page, locale::m, pieces::piece};

piece! {
    /// Everything that is done about a comment which breaks the rules, or is said to.
    static MODERATION: fn(Asking) -> AnyView = moderation { in_words }
}

piece! {
    /// The reports that wait, for the officers who decide.
    static REPORTS: fn(Consultation) -> AnyView = reports {
        |consultation| view! { <Reports consultation/> }.into_any()
    }
}

/// The reports that wait for the reader's decision, where it is theirs to decide.
pub fn waiting_reports(consultation: &Consultation) -> Option<AnyView> {
    let may_moderate = consultation.can.contains(&ConsultationAction::Moderate);
    may_moderate.then(|| part_of_page(&REPORTS, consultation))
}

/// What was interrupted when a visitor left to sign in.
const REPORT: &str = "report";

/// The one thing a reader may do about a comment: report it, appeal for it, or moderate it. The
/// button for it, and the place under the comment where that is done; its author is told there
/// what became of it.
pub fn moderation(comment: &Comment, store: ThreadStore) -> [AnyView; 2] {
    // Taken also where nothing can be reported any more, so that nothing opens later.
    let is_return = interrupted(&comment.id).is_some_and(|what| what == REPORT);
    if is_return {
        forget_interrupted();
    }
    let label = comment.can.iter().find_map(|action| match action {
        CommentAction::Report => Some(m::action_report()),
        CommentAction::Appeal => Some(m::action_appeal()),
        CommentAction::Hold | CommentAction::Remove | CommentAction::Restore => {
            Some(m::action_moderate())
        }
        _ => None,
    });
    let is_told = match comment.author.is_reader {
        true => comment.state != CommentState::Visible || comment.appeal.is_some(),
        // Officers say there whether it has been answered.
        false => comment.can.contains(&CommentAction::MarkAnswered),
    };
    let asking = Asking::new(comment.id.clone(), store, "moderation", is_return);
    asking.view(label, &MODERATION, is_told)
}
