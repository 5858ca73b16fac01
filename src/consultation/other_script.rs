//! What others wrote, in the script the reader reads.

use leptos::prelude::*;
use muloqot_domain::{LanguageTag, Locale, Problem, Thread, Transliteration};

use crate::{
    accessibility::use_announcer,
    fetched::{Fetched, Load},
    locale::{Message, m, problem_words, t, use_language},
    pieces::piece,
    reactive::{derived, effect, spawn},
    storage::device_storage,
    ui::{Button, ButtonKind, Notice, NoticeKind, Prose},
};

/// Where it is kept whether all of it is read in the reader's own script.
const STORAGE_KEY: &str = "muloqot.own_script";

/// A text carried into the other script.
type Convert = fn(Transliteration, &str) -> String;

piece! {
    /// The rules and the loan words that carry a text into the other script. Few readers ever
    /// ask for it.
    static CONVERT: Convert = script { Transliteration::apply }
}

/// Whether the reader wants to read everything in their own script. A service: put into
/// context once, copied freely.
#[derive(Clone, Copy)]
pub struct OwnScript {
    wanted: RwSignal<bool>,
    /// Whether there is a text to show in it.
    needed: RwSignal<bool>,
    /// Tells when what converts has come.
    converter: Fetched<()>,
}

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
        let needed = RwSignal::new(false);
        let converter = Fetched::new(move || match needed.get() {
            true => CONVERT.bring(),
            false => Box::pin(std::future::pending()),
        });
        Self { wanted, needed, converter }
    }

    /// The choice itself.
    #[must_use]
    pub fn wanted(self) -> RwSignal<bool> {
        self.wanted
    }

    /// Why it cannot be done, with the way to try again, after which the focus goes to the
    /// choice itself: that is the identifier. Reactive.
    pub fn failure(self, choice_id: &'static str) -> Option<AnyView> {
        match self.converter.state() {
            Load::Failed(problem) if self.wanted.get() => {
                Some(self.converter.problem_notice(problem, choice_id))
            }
            _ => None,
        }
    }

    /// Whether texts of others that can be converted are: it is wanted, and what converts them is
    /// there, or else is fetched. Reactive.
    #[must_use]
    pub fn is_applied(self) -> bool {
        self.wanted_converter().is_some()
    }

    /// A text in that language in the script of the reader, where that is wanted and can be done,
    /// and the words that say so. Reactive.
    #[must_use]
    pub fn applied_to(
        self,
        text: &str,
        lang: &LanguageTag,
        reader: Locale,
    ) -> Option<(String, Message)> {
        let way = way(lang, reader)?;
        let convert = self.wanted_converter()?;
        let (_, converted) = way_words(way);
        Some((convert(way, text), converted))
    }

    fn wanted_converter(self) -> Option<Convert> {
        self.wanted.get().then(|| self.convert()).flatten()
    }

    /// What converts a text, once it is there; it is fetched for the first one. Reactive.
    fn convert(self) -> Option<Convert> {
        CONVERT.get().or_else(|| {
            if !self.needed.get_untracked() {
                self.needed.set(true);
            }
            self.converter.ready().and_then(|()| CONVERT.get())
        })
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

/// Whether a text in that language is in the other script of the reader's own.
pub fn is_in_other_script(lang: &LanguageTag, reader: Locale) -> bool {
    way(lang, reader).is_some()
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
    let own_script = use_own_script();
    let pressed = RwSignal::new(None::<bool>);
    let is_fetching = RwSignal::new(false);
    let failure = RwSignal::new(None::<Problem>);
    // Until what converts has come, the original is there to be read.
    let converter = move || {
        let is_wanted = pressed.get().unwrap_or_else(|| own_script.wanted().get());
        is_wanted.then(|| own_script.convert()).flatten()
    };
    let from = lang.clone();
    let words = move || {
        let way = way(&lang, language.locale());
        let (text, lang) = match way.and_then(|way| Some((way, converter()?))) {
            Some((way, convert)) => (convert(way, &text), language.locale().into()),
            None => (text.clone(), lang.clone()),
        };
        view! { <Prose text lang class/> }.into_any()
    };
    let choice = move || {
        way(&from, language.locale()).map(|way| {
            let (read, converted) = way_words(way);
            let is_converted = move || converter().is_some();
            let show = move |is_converted: bool, said: &Message| {
                // The page may be another one by now.
                if pressed.try_set(Some(is_converted)).is_none() {
                    announcer.say(untrack(|| language.say(said)));
                }
            };
            let on_press = Callback::new({
                let converted = converted.clone();
                move |()| {
                    if untrack(is_converted) {
                        return show(false, &m::script_original());
                    }
                    let converted = converted.clone();
                    is_fetching.set(true);
                    failure.set(None);
                    spawn(async move {
                        let answer = CONVERT.bring().await;
                        let _ = is_fetching.try_set(false);
                        match answer {
                            Ok(()) => show(true, &converted),
                            Err(problem) => _ = failure.try_set(Some(problem)),
                        }
                    });
                }
            });
            let label = derived(move || match is_converted() {
                true => m::script_read_original(),
                false => read.clone(),
            });
            view! {
                <p class="other-script">
                    <span>{move || is_converted().then(|| language.say(&converted))}</span>
                    <Button label kind=ButtonKind::Quiet busy=is_fetching on_press/>
                </p>
                <div role="alert">
                    {move || failure.get().map(|problem| {
                        let words = t(problem_words(&problem));
                        view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
                    })}
                </div>
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
