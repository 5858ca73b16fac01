//! The shell: header, the page of the address, footer.

use leptos::prelude::*;
use muloqot_domain::{ConsultationFilter, Locale};

use crate::{
    accessibility::{
        Announcer, Arrivals, LiveRegions, focus_by_id_when_there, use_announcer, use_arrivals,
    },
    alternates::link_alternates,
    backend::Backend,
    config::{AccessibilityEmail, BackendConfig, Config},
    consultation::{
        ConsultationPage, ConsultationsPage, OwnScript, followed, question_page, send_what_waits,
    },
    home::HomePage,
    locale::{
        Catalogue, Language, fetch_catalogue, m, problem_words, remember_locale, t, use_language,
    },
    navigation::{Navigation, use_navigation},
    preferences::{PreferencesButton, PreferencesMenu, PreferencesPlace},
    reactive::{derived, effect, memo, spawn},
    routes::{Address, PageKind},
    session::{SessionService, use_session},
    statement::statement_page,
    ui::{
        Button, ButtonKind, Icon, IconName, LanguageMenu, PageHeading, SectionLink, SectionLinks,
        SkipLink, Whereabouts,
    },
};

/// The whole app, with the services that everything in it uses.
#[component]
pub fn App(
    /// Which platform, which languages.
    config: Config,
    /// The language to start in.
    locale: Locale,
    /// Its messages.
    catalogue: Catalogue,
) -> impl IntoView {
    let BackendConfig::Muloqot { base } = &config.backend;
    let backend = Backend::muloqot(base);
    let language = Language::new(locale, catalogue);
    let session = SessionService::new();
    provide_context(backend.clone());
    provide_context(language);
    provide_context(session);
    provide_context(Announcer::new());
    provide_context(OwnScript::kept());
    provide_context(Arrivals::new());
    provide_context(Navigation::start());
    let menu = PreferencesMenu::new();
    provide_context(AccessibilityEmail(config.accessibility_email));
    session.ask_if_expected(backend);
    send_what_waits();
    link_alternates(config.languages.clone());
    effect(move || {
        if let Some(root) = document().document_element() {
            // Fails only for a malformed name of the attribute.
            let _ = root.set_attribute("lang", language.locale().tag());
        }
    });
    view! {
        <Header languages=config.languages menu/>
        <main id="main" tabindex="-1"><PageOfAddress/></main>
        <Footer/>
        <PreferencesPlace menu/>
        <LiveRegions/>
    }
}

/// The page that the address leads to. It stays mounted while only its filter or its linked
/// comment changes.
#[component]
fn PageOfAddress() -> impl IntoView {
    let (navigation, arrivals) = (use_navigation(), use_arrivals());
    let address = navigation.address();
    let page = memo(move || address.with(Address::page));
    let linked = memo(move || match address.get() {
        Address::Comment(_, comment) => Some(comment),
        _ => None,
    });
    let announcer = use_announcer();
    move || {
        arrivals.depart(navigation.take_return());
        announcer.hush();
        match page.get() {
            PageKind::Home => view! { <HomePage followed=followed()/> }.into_any(),
            PageKind::Consultations => view! { <ConsultationsPage/> }.into_any(),
            PageKind::Consultation(id) => view! { <ConsultationPage id linked/> }.into_any(),
            PageKind::Question(..) => question_page(),
            PageKind::Accessibility => statement_page(),
            PageKind::Unknown => view! { <NotFoundPage/> }.into_any(),
        }
    }
}

/// Name, sections, language and account.
#[component]
fn Header(languages: Vec<Locale>, menu: PreferencesMenu) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let navigation = use_navigation();
    let wanted = StoredValue::new(None);
    let on_choose = Callback::new(move |locale: Locale| {
        wanted.set_value(Some(locale));
        announcer.hush();
        spawn(async move {
            match fetch_catalogue(locale).await {
                // Another one was chosen while this one was on its way.
                _ if wanted.get_value() != Some(locale) => {}
                Ok(catalogue) => {
                    language.change(locale, catalogue);
                    navigation.forget_language();
                    remember_locale(locale);
                    announcer.say(language.say(&m::language_changed(locale.own_name())));
                }
                Err(error) => {
                    web_sys::console::error_1(&error.into());
                    announcer.say_now(language.say(&m::language_failed(locale.own_name())));
                }
            }
        });
    });
    view! {
        <header class="site-header">
            <SkipLink to="main"/>
            <div class="site-header__bar">
                <a class="site-header__name" href=Address::Home.path()>{t(m::app_name())}</a>
                <Sections/>
                <PreferencesButton menu/>
                <LanguageMenu offered=languages on_choose/>
                <Account/>
            </div>
            <div class="girih" aria-hidden="true"></div>
        </header>
    }
}

/// The sections of the app; a bar at the bottom of a phone.
#[component]
fn Sections() -> impl IntoView {
    let address = use_navigation().address();
    let consultations = Address::Consultations(ConsultationFilter::default()).path();
    let of_home = derived(move || match address.with(Address::page) {
        PageKind::Home => Whereabouts::Here,
        _ => Whereabouts::Elsewhere,
    });
    let of_consultations = derived(move || match address.with(Address::page) {
        PageKind::Consultations => Whereabouts::Here,
        PageKind::Consultation(_) | PageKind::Question(..) => Whereabouts::Within,
        _ => Whereabouts::Elsewhere,
    });
    let link = |href, label, icon, whereabouts| SectionLink { href, label, icon, whereabouts };
    let links = vec![
        link(Address::Home.path(), m::nav_home(), IconName::Home, of_home),
        link(consultations, m::nav_consultations(), IconName::Talk, of_consultations),
    ];
    view! { <SectionLinks name=m::navigation() links/> }
}

/// Who is signed in, and the way in or out.
#[component]
fn Account() -> impl IntoView {
    let (session, backend) = use_session();
    let (language, announcer) = (use_language(), use_announcer());
    let navigation = use_navigation();
    let is_busy = RwSignal::new(false);
    let sign_out = Callback::new({
        let backend = backend.clone();
        move |()| {
            let backend = backend.clone();
            is_busy.set(true);
            announcer.hush();
            spawn(async move {
                let answer = session.sign_out(backend.clone()).await;
                is_busy.set(false);
                match answer {
                    Ok(()) => {
                        announcer.say(language.say(&m::signed_out()));
                        focus_by_id_when_there("sign-in");
                    }
                    Err(problem) => {
                        session.heed(&problem, &backend);
                        announcer.say_now(language.say(&problem_words(&problem)));
                    }
                }
            });
        }
    });
    view! {
        <div class="account">
            {move || match session.person() {
                Some(person) => view! {
                    <p class="account__name">
                        <Icon name=IconName::Person/>
                        <span class="visually-hidden">{t(m::signed_in_as(person.name.clone()))}</span>
                        <span aria-hidden="true">{person.name}</span>
                    </p>
                    <Button label=m::sign_out() kind=ButtonKind::Quiet busy=is_busy on_press=sign_out/>
                }
                .into_any(),
                None => {
                    let backend = backend.clone();
                    let leave = {
                        let backend = backend.clone();
                        move |event: leptos::ev::MouseEvent| {
                            event.prevent_default();
                            let (place, locale) = untrack(|| (navigation.place(), language.locale()));
                            session.leave_to_sign_in(&backend, &place, locale);
                        }
                    };
                    view! {
                        <a
                            id="sign-in"
                            class="button button--quiet"
                            rel="external"
                            href=move || backend.sign_in_address(&navigation.place(), language.locale())
                            on:click=leave
                        >
                            <Icon name=IconName::Person/>
                            {t(m::sign_in())}
                        </a>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

/// What this is, and in which time its times are.
#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="site-footer">
            <p><strong>{t(m::app_purpose())}</strong></p>
            <p>{t(m::footer_note())}</p>
            <p>{t(m::footer_time_zone())}</p>
            <p><a href=Address::Accessibility.path()>{t(m::footer_accessibility())}</a></p>
        </footer>
    }
}

/// The page of an address that leads nowhere.
#[component]
fn NotFoundPage() -> impl IntoView {
    let language = use_language();
    let heading = derived(move || language.say(&m::not_found_title()));
    let all = Address::Consultations(ConsultationFilter::default()).path();
    view! {
        <PageHeading text=heading/>
        <p class="lead">{t(m::not_found_text())}</p>
        <p><a class="button" href=all>{t(m::not_found_way_out())}</a></p>
    }
}
