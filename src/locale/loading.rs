//! Fetches the file of a language.

use gloo_timers::callback::Timeout;
use js_sys::{Promise, Reflect};
use muloqot_domain::{Locale, Problem, ProblemCode};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Catalogue;
use crate::json::read_json;

/// How long a language's file may take until all of it is there.
const TIME_OUT_MS: u32 = 20_000;

/// Why a language could not be loaded, for the console.
pub struct LanguageError(JsValue);

impl From<LanguageError> for JsValue {
    fn from(error: LanguageError) -> Self {
        error.0
    }
}

/// The language the visit starts in: what the loader fetched ahead of the app, if it is
/// this language, else fetched now.
///
/// # Errors
/// As [`fetch_catalogue`].
pub async fn first_catalogue(locale: Locale) -> Result<Catalogue, LanguageError> {
    if let Some(promise) = fetched_ahead(locale)
        && let Ok(json) = JsFuture::from(promise).await
        && let Some(json) = json.as_string()
    {
        return read(locale, &json);
    }
    fetch_catalogue(locale).await
}

/// Fetches a language's file.
///
/// # Errors
/// When it does not come or is no file of messages.
pub async fn fetch_catalogue(locale: Locale) -> Result<Catalogue, LanguageError> {
    fetch_messages(locale, &address_of(locale)).await
}

/// Fetches the words of a part of the app that has files of its own, from their folder.
///
/// # Errors
/// A problem to be told in the app's words; the reason is on the console.
pub async fn fetch_part_words(locale: Locale, folder: &str) -> Result<Catalogue, Problem> {
    let address = format!("{folder}/{}.json", locale.tag());
    fetch_messages(locale, &address).await.map_err(|error| {
        web_sys::console::error_1(&error.into());
        Problem::new(ProblemCode::Offline)
    })
}

/// Fetches a file of messages of a language.
///
/// # Errors
/// As [`fetch_catalogue`].
pub async fn fetch_messages(locale: Locale, address: &str) -> Result<Catalogue, LanguageError> {
    let json = fetch_text(address).await.map_err(LanguageError)?;
    read(locale, &json)
}

fn read(locale: Locale, json: &str) -> Result<Catalogue, LanguageError> {
    let no_object = || LanguageError("the file of the language is no JSON object".into());
    Catalogue::read(locale.tag(), json).ok_or_else(no_object)
}

/// What the loader left in `window.muloqotStart`: `{ language, messages: Promise<string> }`.
fn fetched_ahead(locale: Locale) -> Option<Promise> {
    let window = web_sys::window()?;
    let start = Reflect::get(&window, &"muloqotStart".into()).ok()?;
    let language = Reflect::get(&start, &"language".into()).ok()?.as_string()?;
    let messages = Reflect::get(&start, &"messages".into()).ok()?;
    if language == locale.tag() { messages.dyn_into().ok() } else { None }
}

/// The hashed name of the file, from the list of assets in the page.
fn address_of(locale: Locale) -> String {
    let listed = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("muloqot-assets"))
        .and_then(|element| element.text_content())
        .and_then(|json| read_json(&json))
        .and_then(|assets| Some(assets.get("locales")?.get(locale.tag())?.as_str()?.to_owned()));
    listed.unwrap_or_else(|| format!("/locales/{}.json", locale.tag()))
}

/// Fetches a text of this site.
///
/// # Errors
/// When it does not come.
pub async fn fetch_text(address: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let controller = web_sys::AbortController::new()?;
    let init = web_sys::RequestInit::new();
    init.set_signal(Some(&controller.signal()));
    let _time_out = Timeout::new(TIME_OUT_MS, move || controller.abort());
    let sent = window.fetch_with_str_and_init(address, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(text)
}
