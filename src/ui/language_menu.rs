//! The choice of language.

use leptos::prelude::*;
use muloqot_domain::Locale;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
    menu::{MenuFrame, close_menu},
};
use crate::locale::{gallery as g, m, t, use_language};

const ID: &str = "language";

/// A button that opens the list of languages, each named in itself and marked with its
/// `lang` (WCAG 3.1.2). A disclosure, not an ARIA menu: Tab reaches every language, Escape
/// closes and gives the focus back.
#[component]
pub fn LanguageMenu(
    /// The languages that are offered.
    offered: Vec<Locale>,
    /// Called with the language that was pressed.
    on_choose: Callback<Locale>,
) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(false);
    let item = move |locale: Locale| {
        let is_current = move || language.locale() == locale;
        let choose = move |_| {
            close_menu(ID, open);
            if !is_current() {
                on_choose.run(locale);
            }
        };
        view! {
            <li>
                <button
                    type="button"
                    class="menu__item"
                    lang=locale.tag().to_owned()
                    aria-current=move || is_current().then_some("true")
                    on:click=choose
                >
                    {locale.own_name()}
                </button>
            </li>
        }
        .into_any()
    };
    let items = offered.into_iter().map(item).collect_view().into_any();
    let face = view! {
        <Icon name=IconName::Language/>
        <span class="visually-hidden">{t(m::language())}" "</span>
        <span lang=move || language.locale().tag().to_owned()>
            {move || parts(language.locale()).0}
            <span class="language-menu__rest">{move || parts(language.locale()).1}</span>
        </span>
    }
    .into_any();
    view! {
        <MenuFrame
            id=ID.to_owned()
            class="menu language-menu"
            button_class="button button--quiet"
            face
            items
            open
        />
    }
}

/// The beginning of a language's name, all that a narrow phone has room for, and the rest.
fn parts(locale: Locale) -> (&'static str, &'static str) {
    let name = locale.own_name();
    let end = name.char_indices().nth(3).map_or(name.len(), |(end, _)| end);
    // Not `split_at`: the tables for quoting what could not be split weigh 4 kB.
    (name.get(..end).unwrap_or(name), name.get(end..).unwrap_or_default())
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "3.1.2", "4.1.2"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter, Space", g::key_opens_or_closes),
        Key("Escape", g::key_closes),
    ],
};

/// Every state of the language menu.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("closed, all languages", || {
        view! { <LanguageMenu offered=Locale::ALL.to_vec() on_choose=Callback::new(|_| ())/> }
            .into_any()
    })]
}
