//! What the panel of preferences holds.

use leptos::prelude::*;

use super::PreferencesMenu;
use crate::{
    accessibility::{ON, Preference, Preferences, use_announcer},
    locale::{Message, m, t, use_language},
    reactive::{effect, provided},
    ui::{Button, Checkbox, SelectField, SelectOption},
};

/// Every preference, in force as soon as it is chosen (WCAG 3.2.2: the choice itself moves
/// nothing and opens nothing), and the way back to how everything is usually.
#[component]
pub fn Panel(menu: PreferencesMenu) -> impl IntoView {
    let preferences = provided::<Preferences>();
    let (language, announcer) = (use_language(), use_announcer());
    let reset = Callback::new(move |()| {
        preferences.reset();
        announcer.say(language.say(&m::preferences_were_reset()));
    });
    let read = Callback::new(move |()| menu.read_aloud());
    view! {
        <p class="preferences__lead">{t(m::preferences_lead())}</p>
        <div><Button label=m::read_aloud() on_press=read/></div>
        <div class="preferences__choices">
            {choice(Preference::Size, m::preferences_size())}
            {choice(Preference::Theme, m::preferences_theme())}
            {choice(Preference::Lines, m::preferences_lines())}
            {choice(Preference::Letters, m::preferences_letters())}
            {choice(Preference::Font, m::preferences_font())}
        </div>
        <div>
            {switch(Preference::Underline, m::preferences_underline())}
            {switch(Preference::Mark, m::preferences_mark())}
            {switch(Preference::Still, m::preferences_still())}
            {switch(Preference::Plain, m::preferences_plain())}
            {switch(Preference::Save, m::preferences_save())}
        </div>
        <div><Button label=m::preferences_reset() on_press=reset/></div>
    }
}

fn choice(preference: Preference, label: Message) -> AnyView {
    let preferences = provided::<Preferences>();
    let chosen = RwSignal::new(preferences.value(preference));
    effect(move || chosen.set(preferences.value(preference)));
    effect(move || chosen.with(|chosen| preferences.prefer(preference, chosen)));
    let values = preference.values().iter();
    let option = |value: &&'static str| SelectOption::new(*value, value_words(preference, value));
    let usual = SelectOption::new("", value_words(preference, ""));
    let options: Vec<SelectOption> = std::iter::once(usual).chain(values.map(option)).collect();
    view! { <SelectField id=preference.name() label options chosen/> }.into_any()
}

fn switch(preference: Preference, label: Message) -> AnyView {
    let preferences = provided::<Preferences>();
    let checked = RwSignal::new(!preferences.value(preference).is_empty());
    effect(move || checked.set(!preferences.value(preference).is_empty()));
    effect(move || preferences.prefer(preference, if checked.get() { ON } else { "" }));
    view! { <Checkbox id=preference.name() label checked/> }.into_any()
}

fn value_words(preference: Preference, value: &str) -> Message {
    match (preference, value) {
        (Preference::Size, "") => m::preferences_percent("100"),
        (Preference::Size, size) => m::preferences_percent(size),
        (Preference::Theme, "") => m::theme_system(),
        (_, "light") => m::theme_light(),
        (_, "dark") => m::theme_dark(),
        (_, "contrast") => m::theme_contrast(),
        (_, "mono") => m::theme_mono(),
        (_, "wide") => m::preferences_wide(),
        (_, "wider") => m::preferences_wider(),
        (_, "easy") => m::preferences_easy(),
        _ => m::preferences_usual(),
    }
}
