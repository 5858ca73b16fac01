//! Starts the app once its configuration and its words are there.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::{
    app::App,
    config::Config,
    locale::{chosen_locale, first_catalogue},
};

/// Starts the app in the place of the page's static shell. When it cannot start, the page
/// says so and offers to reload.
pub fn start() {
    spawn_local(async {
        if let Err(reason) = mount().await {
            web_sys::console::error_1(&reason);
            say_stopped();
        }
    });
}

async fn mount() -> Result<(), JsValue> {
    let config = fetched_config().await?;
    let config = Config::parse(&config).map_err(|error| format!("config.json: {error}"))?;
    let locale = chosen_locale(&config.languages);
    let catalogue = first_catalogue(locale).await?;
    if let Some(shell) = document().get_element_by_id("muloqot-shell") {
        shell.remove();
    }
    mount_to_body(move || view! { <App config locale catalogue/> });
    Ok(())
}

/// The configuration that the loader is fetching: `window.muloqotStart.config`.
async fn fetched_config() -> Result<String, JsValue> {
    let start = Reflect::get(&window(), &"muloqotStart".into())?;
    let promise: Promise = Reflect::get(&start, &"config".into())?.dyn_into()?;
    let text = JsFuture::from(promise).await?;
    text.as_string().ok_or(text)
}

/// Shows the loader's region that offers to reload.
fn say_stopped() {
    let stopped = Reflect::get(&window(), &"muloqotStopped".into());
    if let Ok(stopped) = stopped.and_then(|it| it.dyn_into::<Function>()) {
        // It only shows an element; if even that fails there is nothing left to try.
        let _ = stopped.call0(&JsValue::NULL);
    }
}
