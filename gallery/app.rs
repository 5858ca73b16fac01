//! The frame of the gallery: how it is to look, and the page of the address.

use leptos::prelude::*;
use muloqot::{
    accessibility::{Announcer, Arrivals, LiveRegions},
    locale::{Catalogue, Language, Message, gallery as g, m, t, use_language},
    reactive::{derived, effect, spawn},
    ui::{SkipLink, components},
};
use muloqot_domain::Locale;

use crate::{
    address::Address,
    component_page::ComponentPage,
    criteria_page::CriteriaPage,
    fixture_page::FixturePage,
    index_page::IndexPage,
    place::{Place, THEMES},
    tokens_page::TokensPage,
    words::fetch_words,
};

/// The whole gallery. Nothing is shown before its words are there: a page in the wrong
/// language would be audited as one.
#[component]
pub fn Gallery() -> impl IntoView {
    let place = Place::start();
    let language = Language::new(Locale::default(), Catalogue::default());
    let has_words = RwSignal::new(false);
    provide_context(place);
    provide_context(language);
    provide_context(Announcer::new());
    provide_context(Arrivals::new());
    effect(move || {
        let locale = place.locale();
        spawn(async move {
            match fetch_words(locale).await {
                // Another one was asked for while this one was on its way.
                _ if untrack(|| place.locale()) != locale => {}
                Ok(words) => {
                    language.change(locale, words);
                    has_words.set(true);
                }
                Err(error) => web_sys::console::error_1(&error.into()),
            }
        });
    });
    effect(move || {
        let Some(root) = document().document_element() else { return };
        // Each fails only for a malformed name of the attribute.
        let _ = root.set_attribute("lang", language.locale().tag());
        let _ = root.set_attribute("dir", &place.direction());
        let theme = place.theme();
        let _ = match theme.is_empty() {
            true => root.remove_attribute("data-theme"),
            false => root.set_attribute("data-theme", &theme),
        };
    });
    move || has_words.get().then(|| view! { <Frame/> })
}

#[component]
fn Frame() -> impl IntoView {
    let place = Place::provided();
    let address = place.address();
    move || match address.get() {
        Address::Fixture(component, fixture) => {
            view! { <FixturePage component fixture/> }.into_any()
        }
        address => {
            let promised = match &address {
                Address::Component(name) => promised_by(name),
                _ => None,
            };
            let page = match address {
                Address::Component(component) => view! { <ComponentPage component/> }.into_any(),
                Address::Tokens => view! { <TokensPage/> }.into_any(),
                Address::Criteria => view! { <CriteriaPage/> }.into_any(),
                _ => view! { <IndexPage/> }.into_any(),
            };
            view! {
                <header class="site-header">
                    <SkipLink to="main"/>
                    <div class="site-header__bar">
                        <a class="site-header__name" href=move || place.link(&Address::Index)>
                            {t(g::gallery_title())}
                        </a>
                        <LookForm/>
                    </div>
                    <div class="girih" aria-hidden="true"></div>
                </header>
                <main id="main" tabindex="-1" data-criteria=promised>{page}</main>
                <LiveRegions/>
            }
            .into_any()
        }
    }
}

/// The choice of language and colours: links, each the same page with another look.
#[component]
fn LookForm() -> impl IntoView {
    let place = Place::provided();
    let choice = move |name: &'static str, value: &'static str, words: String, is: Signal<bool>| {
        view! {
            <li>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-pressed=move || is.get().to_string()
                    on:click=move |_| place.ask(name, value)
                >
                    {words}
                </button>
            </li>
        }
        .into_any()
    };
    let language = use_language();
    let languages = Locale::ALL.map(|locale| {
        let is = derived(move || language.locale() == locale);
        choice("lang", locale.tag(), locale.own_name().to_owned(), is)
    });
    let themes = THEMES.map(|theme| {
        let is = derived(move || {
            let asked = place.theme();
            asked == theme || (asked.is_empty() && theme == THEMES[0])
        });
        choice("theme", theme, language.say(&theme_name(theme)), is)
    });
    view! {
        <div class="gallery-look">
            <ul role="list" aria-label=t(m::language())>{languages.collect_view()}</ul>
            <ul role="list" aria-label=t(g::gallery_theme())>{themes.collect_view()}</ul>
        </div>
    }
}

fn theme_name(theme: &str) -> Message {
    match theme {
        "light" => m::theme_light(),
        "dark" => m::theme_dark(),
        "contrast" => m::theme_contrast(),
        "mono" => m::theme_mono(),
        _ => m::theme_system(),
    }
}

/// The criteria that a component is made to meet, for whoever audits it.
fn promised_by(name: &str) -> Option<String> {
    let component = components().into_iter().find(|component| component.name == name)?;
    Some(component.contract.criteria.join(" "))
}
