//! Words that were typed and cannot be sent from here any more.

use leptos::prelude::*;
use muloqot_domain::ConsultationId;

use super::{DraftKeeper, Place};
use crate::{
    accessibility::{focus_by_id_when_there, use_announcer},
    locale::{m, t, use_language},
    ui::{Button, ButtonKind, Notice},
};

/// What a person typed where nothing can be written any more, because the consultation has
/// closed, the time for changing is over, or the comment that was answered is gone: to read,
/// to copy, or to discard. Nothing where nothing was kept.
#[component]
pub fn KeptText(
    /// The consultation it is about.
    consultation: ConsultationId,
    /// What was being written.
    place: Place,
    /// The identifier of what takes the focus when the text is discarded.
    next_id: String,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let keeper = DraftKeeper::new(&consultation, &place);
    let kept = RwSignal::new(keeper.kept().map(|draft| draft.text));
    let discard = Callback::new(move |()| {
        keeper.forget();
        kept.set(None);
        announcer.say(language.say(&m::compose_discarded()));
        focus_by_id_when_there(&next_id);
    });
    let id = format!("kept-{}", place.slug());
    let words = match place {
        Place::Top => m::compose_left_behind(),
        Place::Reply(_) => m::compose_left_behind_reply(),
        Place::Edit(_) => m::compose_left_behind_edit(),
    };
    move || {
        let (id, words) = (id.clone(), words.clone());
        kept.get().map(|text| {
            view! {
                <Notice>
                    <div class="field">
                        <label for=id.clone()>{t(words)}</label>
                        <textarea id=id rows="5" dir="auto" readonly prop:value=text></textarea>
                    </div>
                    <Button label=m::compose_discard() kind=ButtonKind::Quiet on_press=discard/>
                </Notice>
            }
            .into_any()
        })
    }
}
