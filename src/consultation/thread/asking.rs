//! What is asked before something is done about a comment.

use leptos::prelude::*;
use muloqot_domain::CommentId;

use super::{section::comment_element_id, store::ThreadStore};
use crate::{
    accessibility::focus_by_id_when_there,
    locale::Message,
    pieces::Piece,
    reactive::derived,
    ui::{Button, ButtonKind},
};

/// Something to be done about a comment, and the question or form for it.
#[derive(Clone)]
pub struct Asking {
    /// Which comment.
    pub id: CommentId,
    /// The thread it stands in.
    pub store: ThreadStore,
    /// Whether it is being asked.
    pub is_open: RwSignal<bool>,
    /// Whether it was being asked when a visitor left to sign in.
    pub is_return: bool,
    /// The identifier of the button that asks it.
    pub button_id: String,
}

/// What asks; it comes when somebody wants to do it.
pub type Question = Piece<fn(Asking) -> AnyView>;

impl Asking {
    /// Something that can be done about a comment; `what` tells it from all else that can.
    pub fn new(id: CommentId, store: ThreadStore, what: &str, is_return: bool) -> Self {
        let (is_open, button_id) = (RwSignal::new(is_return), format!("{what}-{id}-button"));
        Self { id, store, is_open, is_return, button_id }
    }

    /// Asks nothing any more, and gives the focus back.
    // Shared as a function by two pieces, so little would be a file of its own.
    #[inline(always)]
    pub fn leave(&self) {
        self.is_open.set(false);
        focus_by_id_when_there(&self.button_id);
    }

    /// The quiet button that asks in place, and says whether it does (WCAG 4.1.2); and the place.
    /// Without a `label` nothing can be done, and what is there to be told is told (`is_told`).
    pub fn view(
        self,
        label: Option<Message>,
        question: &'static Question,
        is_told: bool,
    ) -> [AnyView; 2] {
        if label.is_none() && !is_told {
            return [().into_any(), ().into_any()];
        }
        let (coming, is_open) = (question.coming(), self.is_open);
        if is_told || self.is_return {
            coming.bring();
        }
        let on_press = Callback::new(move |()| {
            is_open.update(|is_open| *is_open = !*is_open);
            coming.bring();
        });
        let button = label.map(|label| {
            let described_by = Some(format!("{}-author", comment_element_id(&self.id)));
            // On its way because something is told there, it keeps nobody from pressing.
            let busy = derived(move || is_open.get() && coming.is_busy.get());
            let (kind, expanded) = (ButtonKind::Quiet, is_open);
            let id = self.button_id.clone();
            view! { <Button label kind id busy expanded described_by on_press/> }.into_any()
        });
        let place = view! {
            {move || {
                let is_shown = (is_open.get() || is_told) && coming.is_there.get();
                let ask = is_shown.then(|| question.get()).flatten();
                ask.map(|ask| ask(self.clone()))
            }}
            {coming.problem()}
        };
        [button.into_any(), place.into_any()]
    }
}
