//! Reads the page aloud, passage by passage.

use leptos::prelude::*;
use muloqot_domain::Locale;

use super::{
    PreferencesMenu,
    passages::{Passage, passages},
    speech::{can_speak, say, stop, voice_for},
};
use crate::{
    accessibility::focus_by_id_when_there,
    locale::{Message, m, t},
    navigation::use_navigation,
    reactive::effect,
    ui::{Button, ButtonKind, SelectField, SelectOption},
};

const PLAY_ID: &str = "read-play";
/// How fast it is read, in words and as a number: the tables for reading a number weigh 5 kB.
const SPEEDS: [(&str, f32); 5] =
    [("0.75", 0.75), ("1", 1.0), ("1.25", 1.25), ("1.5", 1.5), ("2", 2.0)];

/// Play and pause, the next paragraph, speed; at the lower edge of the screen until it is closed. A
/// pause stops the voice and keeps the passage, because pausing the voice itself does not work
/// on Android. When the device has no voice for a language, it says so in words.
#[component]
pub fn ReadingBar(menu: PreferencesMenu) -> impl IntoView {
    let reader = Reader::new();
    let navigation = use_navigation();
    effect(move || {
        // Another page is another text.
        navigation.address().track();
        reader.rewind();
    });
    on_cleanup(move || reader.rewind());
    focus_by_id_when_there(PLAY_ID);
    let label = Signal::derive(move || match reader.is_playing.get() {
        true => m::read_pause(),
        false => m::read_play(),
    });
    let toggle = Callback::new(move |()| match reader.is_playing.get_untracked() {
        true => reader.pause(),
        false => reader.play(),
    });
    let next = Callback::new(move |()| reader.play_next());
    let close = Callback::new(move |()| menu.stop_reading());
    let speeds: Vec<SelectOption> =
        SPEEDS.map(|(speed, _)| SelectOption::new(speed, m::read_times(speed))).to_vec();
    view! {
        <section class="reading-bar" aria-label=t(m::read_aloud())>
            <p class="reading-bar__note" role="status">
                {move || reader.note.get().map(t)}
            </p>
            <div class="reading-bar__controls">
                <Button id=PLAY_ID label kind=ButtonKind::Primary on_press=toggle/>
                <Button label=m::read_next() on_press=next/>
                <SelectField id="read-speed" label=m::read_speed() options=speeds chosen=reader.speed/>
                <Button label=m::close() kind=ButtonKind::Quiet on_press=close/>
            </div>
        </section>
    }
}

/// Where the reading is.
#[derive(Clone, Copy)]
struct Reader {
    passages: StoredValue<Vec<Passage>, LocalStorage>,
    at: StoredValue<usize>,
    /// Counts what was begun: the end of a passage that was cut short leads nowhere.
    turn: StoredValue<u32>,
    is_playing: RwSignal<bool>,
    speed: RwSignal<String>,
    note: RwSignal<Option<Message>>,
}

impl Reader {
    fn new() -> Self {
        let reader = Self {
            passages: StoredValue::new_local(Vec::new()),
            at: StoredValue::new(0),
            turn: StoredValue::new(0),
            is_playing: RwSignal::new(false),
            speed: RwSignal::new("1".to_owned()),
            note: RwSignal::new(None),
        };
        if !can_speak() {
            reader.note.set(Some(m::read_impossible()));
        }
        reader
    }

    /// Stops, and begins at the top when it goes on.
    fn rewind(self) {
        self.pause();
        self.passages.set_value(Vec::new());
        self.at.set_value(0);
    }

    fn pause(self) {
        self.turn.update_value(|turn| *turn += 1);
        stop();
        self.is_playing.set(false);
        self.unmark();
    }

    /// Reads from where it was to the end of the page.
    fn play(self) {
        self.take_passages();
        self.read_from(self.at.get_value());
    }

    fn play_next(self) {
        self.take_passages();
        self.read_from(self.at.get_value() + 1);
    }

    /// What there is to read, anew when the page is no longer what it was.
    fn take_passages(self) {
        self.unmark();
        self.note.set(None);
        let is_old = |kept: &Vec<Passage>| kept.is_empty() || !kept.iter().all(Passage::is_there);
        if self.passages.with_value(is_old) {
            self.passages.set_value(passages());
        }
    }

    fn read_from(self, first: usize) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let count = self.passages.with_value(Vec::len);
        for at in first..count {
            let Some(passage) = self.passages.with_value(|kept| kept.get(at).cloned()) else {
                break;
            };
            let Some(voice) = voice_for(&passage.language()) else {
                self.note.set(Some(m::read_no_voice(language_name(&passage.language()))));
                continue;
            };
            self.at.set_value(at);
            self.is_playing.set(true);
            passage.mark();
            let speed = self.speed.get_untracked();
            let rate =
                SPEEDS.iter().find(|(name, _)| *name == speed).map_or(1.0, |(_, rate)| *rate);
            let then = move || {
                // The bar may be gone by then, and everything it kept with it.
                if self.turn.try_get_value() == Some(turn) {
                    self.unmark();
                    self.read_from(at + 1);
                }
            };
            say(&passage.text(), &voice, rate, Box::new(then));
            return;
        }
        self.at.set_value(0);
        self.is_playing.set(false);
        stop();
    }

    fn unmark(self) {
        let at = self.at.get_value();
        self.passages.with_value(|kept| kept.get(at).map(Passage::unmark));
    }
}

/// A language as it calls itself, or its tag.
fn language_name(tag: &str) -> String {
    Locale::from_code(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned())
}
