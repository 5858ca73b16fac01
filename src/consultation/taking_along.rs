//! Taking a consultation along: sharing it, copying its address, printing it, keeping its deadline.

use js_sys::{Function, Object, Promise, Reflect, encode_uri_component};
use leptos::prelude::*;
use muloqot_domain::{ConsultationId, DeadlineEntry, Timestamp, deadline_calendar};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::{
    accessibility::use_announcer,
    clock::now,
    locale::{m, t, use_language},
    reactive::spawn,
    routes::Address,
    ui::{Button, ButtonKind, Notice},
};

/// What is taken along.
#[derive(Clone)]
pub struct Keepsake {
    /// Which consultation.
    pub id: ConsultationId,
    /// Its title.
    pub title: String,
    /// When comments are no longer taken, if they still are or will be.
    pub closes_at: Option<Timestamp>,
}

/// The ways to take it along. Those that the browser does not have are not shown, and an address
/// that it does not let be copied is shown to be copied by hand.
#[component]
pub fn TakingAlong(
    /// What is taken along.
    keepsake: Keepsake,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let Keepsake { id, title, closes_at } = keepsake;
    let origin = window().location().origin().unwrap_or_default();
    let address = origin + &Address::Consultation(id.clone()).path();
    let is_uncopied = RwSignal::new(false);
    let copy = Callback::new({
        let address = address.clone();
        move |()| {
            let copied = call("clipboard", "writeText", &address.as_str().into());
            spawn(async move {
                let is_copied = match copied {
                    Some(copied) => JsFuture::from(copied).await.is_ok(),
                    None => false,
                };
                if is_copied {
                    announcer.say(untrack(|| language.say(&m::link_copied())));
                }
                is_uncopied.try_set(!is_copied);
            });
        }
    });
    let share = Callback::new({
        let (address, title) = (address.clone(), title.clone());
        move |()| {
            let what = Object::new();
            let text = |name: &str, value: &str| Reflect::set(&what, &name.into(), &value.into());
            if text("title", &title).is_ok() && text("url", &address).is_ok() {
                // Whoever closes the list of apps again has shared nothing, and knows.
                drop(call("", "share", &what));
            }
        }
    });
    let print = Callback::new(|()| {
        // Nothing else can be done about a browser that does not print.
        let _ = window().print();
    });
    let can_share = found("", "share").is_some();
    let shown = address.clone();
    let calendar = closes_at.map(|closes_at| {
        let (id, summary, url) = (&id, title.as_str(), address.as_str());
        let file =
            deadline_calendar(DeadlineEntry { id, summary, url, closes_at, made_at: now() });
        let href = format!("data:text/calendar;charset=utf-8,{}", encode_uri_component(&file));
        let name = format!("{id}.ics");
        view! { <a class="button button--quiet" href=href download=name>{t(m::add_to_calendar())}</a> }
            .into_any()
    });
    let kind = ButtonKind::Quiet;
    view! {
        <div class="keepsake">
            {can_share.then(|| view! { <Button label=m::share() kind on_press=share/> }.into_any())}
            <Button label=m::copy_link() kind on_press=copy/>
            {calendar}
            <Button label=m::print() kind on_press=print/>
        </div>
        <div role="status">
            {move || is_uncopied.get().then(|| {
                let address = shown.clone();
                view! { <Notice><p>{t(m::link_not_copied())}" "<span class="keepsake__address">{address}</span></p></Notice> }
                    .into_any()
            })}
        </div>
    }
}

/// A method of the navigator, or of what stands in it under a name, with what it is of.
fn found(holder: &str, method: &str) -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(window().navigator());
    let of = match holder {
        "" => navigator,
        _ => Reflect::get(&navigator, &holder.into()).ok()?,
    };
    let method = Reflect::get(&of, &method.into()).ok()?.dyn_into().ok()?;
    Some((of, method))
}

/// Calls it; nothing where the browser does not have it.
fn call(holder: &str, method: &str, with: &JsValue) -> Option<Promise> {
    let (of, method) = found(holder, method)?;
    method.call1(&of, with).ok()?.dyn_into().ok()
}
