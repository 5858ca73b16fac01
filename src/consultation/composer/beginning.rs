//! What stands there before the form has come.

use leptos::prelude::*;
use muloqot_domain::COMMENT_GRAPHEMES_MAX;

use super::{DraftKeeper, draft::Draft, writing::Writing};
use crate::{
    locale::{m, t},
    pieces::Coming,
    ui::{Button, ButtonKind, Field, Loading},
};

/// A form that nobody has come to yet: its heading and its text, as they will be in the whole
/// form, which is fetched when a pointer or the focus comes here. What is typed meanwhile is
/// kept as a draft. When the rest does not come, the text stays, and it is told why
/// (WCAG 4.1.3).
#[component]
pub fn Beginning(
    /// What is to be written.
    writing: Writing,
    /// How far the form has come.
    coming: Coming,
) -> impl IntoView {
    let Writing { consultation, place, heading, begun, .. } = writing;
    let keeper = DraftKeeper::new(&consultation, &place);
    let (heading_id, text_id) = (place.heading_id(), place.text_id());
    let hint_id = format!("{text_id}-hint");
    let hint = m::compose_limit(COMMENT_GRAPHEMES_MAX as u64);
    let keep = move |text: String| {
        // What the device does not keep goes over into the form all the same, which says so.
        let _ = keeper.keep(&Draft { text: text.clone(), ..Draft::default() });
        begun.set(text);
    };
    view! {
        <form
            id=place.form_id()
            class="composer"
            aria-labelledby=heading_id.clone()
            aria-busy=move || coming.is_busy.get().then_some("true")
            on:focusin=move |_| coming.bring()
            on:pointerdown=move |_| coming.bring()
        >
            <h3 id=heading_id.clone() class="composer__heading">{t(heading)}</h3>
            <p class="composer__guidance">{t(m::compose_guidance())}</p>
            <Field id=text_id.clone() label=m::compose_text() hint>
                <textarea
                    id=text_id.clone()
                    name=text_id
                    rows="5"
                    dir="auto"
                    aria-describedby=hint_id
                    on:input=move |event| keep(event_target_value(&event))
                ></textarea>
            </Field>
            {coming.problem()}
        </form>
    }
}

/// A form that somebody has asked for: wanted at once, whole, and left like the form itself
/// when it does not come.
#[component]
pub fn OnItsWay(
    /// What is to be written.
    writing: Writing,
    /// How far the form has come.
    coming: Coming,
) -> impl IntoView {
    let Writing { place, heading, on_cancel, .. } = writing;
    let heading_id = place.heading_id();
    view! {
        <section id=place.form_id() class="composer" aria-labelledby=heading_id.clone()>
            <h3 id=heading_id.clone() class="composer__heading" tabindex="-1">{t(heading)}</h3>
            {move || coming.failure.get().is_none().then(|| view! { <Loading/> }.into_any())}
            {coming.problem()}
            {on_cancel.map(|on_press| {
                view! {
                    <div class="composer__actions">
                        <Button label=m::cancel() kind=ButtonKind::Quiet on_press/>
                    </div>
                }
                .into_any()
            })}
        </section>
    }
}
