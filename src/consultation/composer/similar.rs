//! Comments of others that say something like what is being written.

mod found;

use leptos::prelude::*;
use muloqot_domain::{ConsultationId, QuestionId, similarity_query};

use self::found::found;
use crate::{accessibility::saves_data, pieces::piece, reactive::effect};

piece! {
    /// Looking for them, and agreeing with one: for those who have written some words.
    static FOUND: fn(Likeness) -> AnyView = similar { found }
}

/// What is being written, to be compared with what others have.
#[derive(Clone)]
pub struct Likeness {
    /// The consultation it is about.
    pub consultation: ConsultationId,
    /// The question it answers, if it is one's.
    pub question: Option<QuestionId>,
    /// The text as typed.
    pub text: RwSignal<String>,
    /// Whether the text is kept on the device, so that the page can be left.
    pub is_kept: RwSignal<bool>,
}

/// The place for them, under the text. What looks for them comes once there is enough to compare;
/// when it does not come, nobody misses it.
pub fn similar(likeness: Likeness) -> impl IntoView {
    let coming = FOUND.coming();
    let text = likeness.text;
    effect(move || {
        let is_enough = text.with(|text| similarity_query(text).is_some());
        // Nobody asked for it: without a connection it is not even tried.
        if is_enough && !saves_data() && window().navigator().on_line() {
            coming.bring();
        }
    });
    move || {
        let look = coming.is_there.get().then(|| FOUND.get()).flatten();
        look.map(|look| look(likeness.clone()))
    }
}
