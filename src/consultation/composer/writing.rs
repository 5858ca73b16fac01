//! What is to be written, and the form for it once somebody writes.

use leptos::prelude::*;
use muloqot_domain::{Comment, ConsultationId};

use super::{
    DraftKeeper, Place, TakeComment,
    beginning::{Beginning, OnItsWay},
    form::CommentForm,
    queue::is_any_waiting,
};
use crate::{
    accessibility::{
        focus_by_id, focus_by_id_when_there, focus_in_place, has_focus_in, is_focus_within,
        use_arrivals,
    },
    locale::Message,
    pieces::piece,
    reactive::effect,
};

piece! {
    /// The form itself. Most who read never write, so it comes when somebody begins to.
    static FORM: fn(Writing) -> AnyView = writing {
        |writing| view! { <CommentForm writing/> }.into_any()
    }
}

/// What is to be written, and what becomes of it.
#[derive(Clone)]
pub struct Writing {
    /// The consultation it is about.
    pub consultation: ConsultationId,
    /// What is being written.
    pub place: Place,
    /// The heading over the form.
    pub heading: Message,
    /// The comment as it is now, when it is edited.
    pub original: Option<Comment>,
    /// The comment that is answered, as it is now.
    pub parent: Option<Comment>,
    /// Called with what the platform made of it, also when the form is gone by then.
    pub on_sent: TakeComment,
    /// Closes the form; absent for one that is always there.
    pub on_cancel: Option<Callback<()>>,
    /// What was typed before the form was there.
    pub begun: RwSignal<String>,
}

/// The form for a comment, a reply or another wording of either: as much of it as there is.
///
/// The form that stands under every consultation is at first no more than its text, and the
/// rest follows as soon as somebody comes to it. What was typed by then, and the focus, go
/// over into the whole form, where the text stands in the same place (WCAG 3.2.1, 3.2.2).
#[component]
pub fn Composer(
    /// The consultation it is about.
    consultation: ConsultationId,
    /// What is being written.
    place: Place,
    /// The heading over the form.
    heading: Message,
    /// The comment as it is now, when it is edited.
    #[prop(optional, into)]
    original: Option<Comment>,
    /// The comment that is answered, as it is now.
    #[prop(optional, into)]
    parent: Option<Comment>,
    /// Called with what the platform made of it, also when the form is gone by then.
    on_sent: TakeComment,
    /// Closes the form; absent for one that is always there.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let arrivals = use_arrivals();
    let coming = FORM.coming();
    let keeper = DraftKeeper::new(&consultation, &place);
    let is_return = keeper.is_marked_for_return();
    let is_asked_for = is_return || !place.is_top();
    let can_wait = !is_asked_for && keeper.kept().is_none() && !is_any_waiting();
    let (form_id, text_id) = (place.form_id(), place.text_id());
    if is_return {
        arrivals.keep_focus();
    }
    let is_late = FORM.get().is_none();
    if is_late && !can_wait {
        coming.bring();
    }
    if !is_late && is_asked_for {
        focus_by_id_when_there(&text_id);
    }
    if is_late && is_asked_for {
        // What was pressed may be gone, and the field that takes the focus is not there yet.
        let heading_id = place.heading_id();
        effect(move || _ = focus_by_id(&heading_id));
    }
    let begun = RwSignal::new(String::new());
    let writing =
        Writing { consultation, place, heading, original, parent, on_sent, on_cancel, begun };
    move || {
        let Some(form) = coming.is_there.get().then(|| FORM.get()).flatten() else {
            let writing = writing.clone();
            return match can_wait {
                true => view! { <Beginning writing coming/> }.into_any(),
                false => view! { <OnItsWay writing coming/> }.into_any(),
            };
        };
        // Whoever has gone elsewhere meanwhile stays there. Who comes back from signing in has
        // gone nowhere, though the page itself may have taken the focus.
        let is_awaited = match is_asked_for {
            true => is_return || has_focus_in(&form_id),
            false => is_focus_within(&form_id),
        };
        if is_late && is_awaited {
            let text_id = text_id.clone();
            // An effect runs when the form stands in the page, and before the next key: what
            // is typed on is not lost between the two fields. Whoever has scrolled on to read
            // is not brought back.
            effect(move || focus_in_place(&text_id));
        }
        form(writing.clone())
    }
}
