//! Words that were typed and cannot be sent from here any more.

use leptos::prelude::*;
use muloqot_domain::ConsultationId;

use super::{
    DraftKeeper, Place,
    queue::{QUEUE, Services, Waitlist, is_any_waiting},
};
use crate::{
    accessibility::{focus_by_id_when_there, use_announcer},
    locale::{m, t, use_language},
    pieces::piece,
    ui::{Button, ButtonKind, Notice},
};

piece! {
    /// What was left behind: for the few who wrote where nothing can be written any more.
    static LEFT_BEHIND: fn(LeftBehind) -> AnyView = kept_text { left_behind }
}

/// Where something may have been left behind.
#[derive(Clone)]
struct LeftBehind {
    consultation: ConsultationId,
    place: Place,
    next_id: String,
}

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
    let is_kept = DraftKeeper::new(&consultation, &place).kept().is_some();
    let waits = place == Place::Top && is_any_waiting();
    (is_kept || waits).then(|| {
        let left = LeftBehind { consultation, place, next_id };
        let shown = move || LEFT_BEHIND.get().map(|show| show(left.clone()));
        LEFT_BEHIND.coming().shown(Box::new(shown))
    })
}

/// The text, and what waits to be sent: under a consultation all of it.
fn left_behind(left: LeftBehind) -> AnyView {
    let LeftBehind { consultation, place, next_id } = left;
    let (language, announcer) = (use_language(), use_announcer());
    let keeper = DraftKeeper::new(&consultation, &place);
    let kept = RwSignal::new(keeper.kept().map(|draft| draft.text));
    let next = next_id.clone();
    let discard = Callback::new(move |()| {
        keeper.forget();
        kept.set(None);
        announcer.say(language.say(&m::compose_discarded()));
        focus_by_id_when_there(&next);
    });
    let id = format!("kept-{}", place.slug());
    let waits = (place == Place::Top).then(|| {
        let waitlist = Waitlist {
            services: Services::current(),
            consultation,
            place: place.clone(),
            next_id: next_id.clone(),
            form: None,
        };
        let shown = move || QUEUE.get().map(|queue| (queue.list)(waitlist.clone()));
        QUEUE.coming().shown(Box::new(shown))
    });
    let words = match place {
        Place::Top | Place::Answer(_) => m::compose_left_behind(),
        Place::Reply(_) => m::compose_left_behind_reply(),
        Place::Edit(_) => m::compose_left_behind_edit(),
    };
    let text = move || {
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
    };
    view! { {text}{waits} }.into_any()
}
