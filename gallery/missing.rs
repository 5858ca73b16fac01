//! An address of the gallery that leads to nothing.

use leptos::prelude::*;
use muloqot::{
    locale::{gallery as g, t, use_language},
    reactive::derived,
    ui::PageHeading,
};

use crate::{address::Address, place::Place};

/// Says so, and leads back to what there is.
#[component]
pub fn Missing() -> impl IntoView {
    let (place, language) = (Place::provided(), use_language());
    let text = derived(move || language.say(&g::gallery_missing()));
    view! {
        <PageHeading text/>
        <p><a href=move || place.link(&Address::Index)>{t(g::gallery_back())}</a></p>
    }
}
