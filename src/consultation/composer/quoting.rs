//! Quoting a passage of what is answered.

mod choice;

use leptos::prelude::*;
use muloqot_domain::{Comment, Quote};

use self::choice::choice;
use super::Place;
use crate::{
    locale::m,
    pieces::piece,
    reactive::{derived, effect},
    ui::{Button, ButtonKind},
};

piece! {
    /// Choosing the passage: for those who answer, when they want to quote.
    static CHOICE: fn(Quoting) -> AnyView = quoting { choice }
}

/// A passage that may be quoted in a reply.
#[derive(Clone)]
pub struct Quoting {
    /// The reply.
    pub place: Place,
    /// What is answered, as it was when the form came.
    pub parent: StoredValue<Comment>,
    /// The words that are quoted, if any.
    pub quoted: RwSignal<Option<String>>,
    /// Whether the platform found that the comment does not say them.
    pub is_refused: Signal<bool>,
    /// Whether the choice is open.
    pub is_open: RwSignal<bool>,
}

impl Quoting {
    /// The identifier of the button that opens the choice.
    pub fn button_id(&self) -> String {
        format!("quote-{}", self.place.slug())
    }

    /// The identifier of the button that takes the quotation out.
    pub fn remove_id(&self) -> String {
        remove_id(&self.place)
    }
}

/// The identifier of the button that takes the quotation of a reply out.
pub fn remove_id(place: &Place) -> String {
    format!("unquote-{}", place.slug())
}

/// What is quoted, as the thread would show it.
pub fn quotation(
    quoted: RwSignal<Option<String>>,
    parent: Option<&Comment>,
) -> Signal<Option<Quote>> {
    let whose = parent.map(|parent| (parent.author.clone(), parent.language.clone()));
    derived(move || {
        let (author, language) = whose.clone()?;
        let text = quoted.get()?;
        Some(Quote { text, language, author, since_edited: false })
    })
}

/// The button that opens the choice of a passage, and the place for it and for what is quoted:
/// over the text, as in the thread.
pub fn quoting(quoting: Quoting) -> impl IntoView {
    let coming = CHOICE.coming();
    let is_open = quoting.is_open;
    let quoted = quoting.quoted;
    effect(move || {
        if quoted.with(Option::is_some) {
            coming.bring();
        }
    });
    let on_press = Callback::new(move |()| {
        is_open.update(|is_open| *is_open = !*is_open);
        coming.bring();
    });
    // On its way for what is quoted, it keeps nobody from pressing.
    let busy = derived(move || is_open.get() && coming.is_busy.get());
    let (id, expanded) = (quoting.button_id(), is_open);
    view! {
        <div class="quoting">
            <Button
                label=m::compose_quote()
                kind=ButtonKind::Quiet
                id
                busy
                expanded
                on_press
            />
            {move || {
                let choose = coming.is_there.get().then(|| CHOICE.get()).flatten();
                choose.map(|choose| choose(quoting.clone()))
            }}
            {coming.problem()}
        </div>
    }
}
