//! What others wrote, in the script the reader reads.

use leptos::prelude::*;
use muloqot_domain::{LanguageTag, Locale, Thread, Transliteration};

use crate::{
    accessibility::use_announcer,
    locale::{Message, m, use_language},
    reactive::{derived, effect},
    storage::device_storage,
    ui::{Button, ButtonKind, Prose},
};

/// Where it is kept whether all of it is read in the reader's own script.
const STORAGE_KEY: &str = "muloqot.own_script";

/// Whether the reader wants to read everything in their own script. A service: put into
/// context once, copied freely.
#[derive(Clone, Copy)]
pub struct OwnScript(RwSignal<bool>);

impl OwnScript {
    /// As it was kept on the device, and kept again whenever it changes.
    #[must_use]
    pub fn kept() -> Self {
        let kept =
            device_storage().and_then(|storage| storage.get_item(STORAGE_KEY).ok().flatten());
        let wanted = RwSignal::new(kept.is_some());
        effect(move || {
            let is_wanted = wanted.get();
            if let Some(storage) = device_storage() {
                // A browser that keeps nothing only asks again at the next visit.
                let _ = match is_wanted {
                    true => storage.set_item(STORAGE_KEY, "1"),
                    false => storage.remove_item(STORAGE_KEY),
                };
            }
        });
        Self(wanted)
    }

    /// The choice itself.
    #[must_use]
    pub fn wanted(self) -> RwSignal<bool> {
        self.0
    }
}

/// The reader's choice of script.
#[must_use]
pub fn use_own_script() -> OwnScript {
    use_context().unwrap_or_else(OwnScript::kept)
}

/// The way from the script of a text to that of the reader, where it is the same language.
fn way(from: &LanguageTag, reader: Locale) -> Option<Transliteration> {
    Transliteration::between(from.as_str(), reader.tag())
}

/// The way that one of the comments of a thread would go, if any.
pub fn way_in_thread(thread: &Thread, reader: Locale) -> Option<Transliteration> {
    thread
        .comments()
        .filter(|comment| comment.text.is_some())
        .find_map(|comment| way(&comment.language, reader))
}

/// The words for reading everything in the reader's own script.
pub fn always_words(way: Option<Transliteration>) -> Message {
    match way {
        Some(Transliteration::UzbekToCyrillic) => m::script_always_cyrillic(),
        _ => m::script_always_latin(),
    }
}

/// Text that somebody wrote. Where it is in the other script of the reader's language, a
/// press shows it in theirs, labelled as converted automatically and with its own `lang`
/// (WCAG 3.1.2), and another the original.
#[component]
pub fn OthersWords(
    /// The text.
    text: String,
    /// Its language.
    lang: LanguageTag,
    /// The class of the element around it.
    #[prop(default = "prose")]
    class: &'static str,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let always = use_own_script().wanted();
    let pressed = RwSignal::new(None::<bool>);
    let is_converted = move || pressed.get().unwrap_or_else(|| always.get());
    let from = lang.clone();
    let words = move || {
        let (text, lang) = match way(&lang, language.locale()).filter(|_| is_converted()) {
            Some(way) => (way.apply(&text), language.locale().into()),
            None => (text.clone(), lang.clone()),
        };
        view! { <Prose text lang class/> }.into_any()
    };
    let choice = move || {
        way(&from, language.locale()).map(|way| {
            let (read, converted) = way_words(way);
            let on_press = Callback::new({
                let converted = converted.clone();
                move |()| {
                    let is_converted = !untrack(is_converted);
                    pressed.set(Some(is_converted));
                    let said = if is_converted { converted.clone() } else { m::script_original() };
                    announcer.say(untrack(|| language.say(&said)));
                }
            });
            let label = derived(move || match is_converted() {
                true => m::script_read_original(),
                false => read.clone(),
            });
            view! {
                <p class="other-script">
                    <span>{move || is_converted().then(|| language.say(&converted))}</span>
                    <Button label kind=ButtonKind::Quiet on_press/>
                </p>
            }
            .into_any()
        })
    };
    view! {
        {move || words()}
        {move || choice()}
    }
}

fn way_words(way: Transliteration) -> (Message, Message) {
    match way {
        Transliteration::UzbekToCyrillic => {
            (m::script_read_cyrillic(), m::script_converted_cyrillic())
        }
        Transliteration::UzbekToLatin | Transliteration::KarakalpakToLatin => {
            (m::script_read_latin(), m::script_converted_latin())
        }
    }
}
