//! Following a consultation on its own page.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;
use muloqot_domain::{
    Consultation, ConsultationId, LanguageTag, News, Timestamp, Visit, is_safe_address, news_since,
};

use super::{kept, news::news_list};
use crate::{
    clock::now,
    consultation::document_link::document_link,
    locale::{about as a, t, use_language},
    ui::{Button, IconName},
};

/// A page that is made anew within this time, because somebody signed in, is the same visit.
const VISIT_SECONDS: i64 = 60;

/// What was told last, and when.
static TOLD: Mutex<Option<(ConsultationId, Timestamp, News)>> = Mutex::new(None);

/// What is new since the last visit, told once, and the way to follow or not to, also by e-mail
/// where the platform sends some from that address. What is on is told by the button's own state
/// (WCAG 4.1.2), and why nothing is kept where it is not (4.1.3).
pub fn following(consultation: &Consultation, email_updates_url: Option<String>) -> AnyView {
    let visit = Visit::of(consultation);
    let news = kept::visit(&visit.id).map(|before| told(&before, &visit));
    let is_followed = RwSignal::new(news.is_some());
    let is_refused = RwSignal::new(false);
    let press = Callback::new(move |()| {
        let wanted = !is_followed.get_untracked();
        let is_kept = match wanted {
            true => kept::keep(visit.clone()),
            false => kept::forget(&visit.id),
        };
        is_refused.set(!is_kept);
        if is_kept {
            is_followed.set(wanted);
        }
    });
    let language = use_language();
    // What does not lead to an address that may be followed is no way to anything.
    let by_email = email_updates_url.filter(|url| is_safe_address(url)).map(|url| {
        move || {
            let lang = LanguageTag(language.locale().tag().to_owned());
            document_link(language.say(&a::follow_by_email()), url.clone(), None, None, &lang)
        }
    });
    let news = news.map(|news| match news.is_empty() {
        true => view! { <p class="following__none">{t(a::news_none())}</p> }.into_any(),
        false => {
            view! { <h2 id="news-heading">{t(a::news_title())}</h2> {news_list(news)} }.into_any()
        }
    });
    view! {
        <section class="following">
            {news}
            <Button label=a::follow() icon=IconName::Eye pressed=is_followed on_press=press/>
            <p class="following__hint">{t(a::follow_hint())}</p>
            {by_email}
            <div role="status">
                {move || is_refused.get().then(|| view! { <p>{t(a::follow_not_kept())}</p> }.into_any())}
            </div>
        </section>
    }
    .into_any()
}

/// What is new since a visit; from now on it is not any more.
fn told(before: &Visit, visit: &Visit) -> News {
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    let same = told.take().filter(|(id, at, _)| *id == visit.id && now().0 - at.0 < VISIT_SECONDS);
    let fresh = news_since(before, visit);
    let news = match same {
        Some((.., earlier)) if fresh.is_empty() => earlier,
        _ => fresh,
    };
    *told = Some((visit.id.clone(), now(), news));
    // A device that keeps nothing tells it again.
    kept::keep(visit.clone());
    news
}
