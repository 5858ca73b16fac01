//! What stands under the text of a consultation, and the pages of its questions: why it is asked,
//! what happens when, what there is to read, what is asked one by one, and what is new in it.

mod documents;
mod followed;
mod following;
mod kept;
mod news;
mod phases;
mod question_page;
mod questions;
mod section;

pub use kept::count_own;

use leptos::prelude::*;
use muloqot_domain::Consultation;

use super::part::its_place;
use crate::pieces::{PieceOfPage, piece};

/// Where the words of these parts are.
const WORDS: &str = "/about";

/// The identifier of the first heading that every consultation has here: the focus goes to it when all this has come at
/// a second try.
const PHASES_HEADING_ID: &str = "phases-heading";

/// What is shown of it.
#[derive(Clone, Copy)]
struct About {
    /// What stands under the text, and whether it comes at another try.
    under_text: fn(&Consultation, bool) -> AnyView,
    /// The page of a question.
    question: fn() -> AnyView,
    /// What is new in what the reader follows.
    followed: fn() -> AnyView,
}

piece! {
    /// All of it is one piece: who follows a consultation, or answers a question of it, comes from its page.
    static ABOUT: About = about {
        About {
            under_text: section::under_text,
            question: || view! { <question_page::QuestionPage/> }.into_any(),
            followed: || view! { <followed::FollowedSection/> }.into_any(),
        }
    }
}

/// What stands under the text of a consultation.
pub fn about_of(consultation: &Consultation) -> AnyView {
    let consultation = consultation.clone();
    let coming = ABOUT.coming();
    let shown = move || {
        let was_tried_again = coming.failure.with_untracked(Option::is_some);
        ABOUT.get().map(|about| (about.under_text)(&consultation, was_tried_again))
    };
    coming.shown_after(its_place, Box::new(shown))
}

/// The page of a question.
pub fn question_page() -> AnyView {
    let page = || ABOUT.get().map(|about| (about.question)());
    view! { <PieceOfPage page bring=|| ABOUT.bring()/> }.into_any()
}

/// What is new in the consultations that the reader follows; nothing, where they follow none.
pub fn followed() -> Option<AnyView> {
    let shown = || ABOUT.get().map(|about| (about.followed)());
    kept::is_any().then(|| ABOUT.coming().shown(Box::new(shown)))
}
