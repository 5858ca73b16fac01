//! Something in a list, at a glance.

use leptos::prelude::*;

use super::{
    DayText,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{gallery as g, m, t};

/// A card: what state it is in, what it is called, a few words, some facts. The title is the
/// only link, so that a list of cards reads well as a list of links (WCAG 2.4.4); the whole
/// card can be pressed (2.5.5). Cards stand under a heading of the second level (1.3.1).
#[component]
pub fn Card(
    /// What it is called, in the words of whoever wrote it.
    title: String,
    /// The language of the title.
    lang: String,
    /// Where it is read; `None` where there is no more to read.
    #[prop(into)]
    href: Option<String>,
    /// What state it is in, above the title.
    #[prop(optional, into)]
    status: Option<AnyView>,
    /// Facts about it, at the foot.
    #[prop(optional, into)]
    meta: Option<AnyView>,
    /// A few words.
    children: Children,
) -> impl IntoView {
    let title = match href {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <article class="card">
            {status.map(|status| view! { <p class="card__status">{status}</p> }.into_any())}
            <h3 class="card__title" lang=lang dir="auto">{title}</h3>
            {children()}
            {meta.map(|meta| view! { <p class="card__meta">{meta}</p> }.into_any())}
        </article>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.4.4", "2.5.5", "3.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of a card.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(title: &str, lang: &str, href: Option<String>) -> AnyView {
        let meta = view! { <span><DayText at=muloqot_domain::Timestamp(1_770_000_000)/></span> };
        view! {
            <h2>{t(m::consultations_title())}</h2>
            <Card title=title.to_owned() lang=lang.to_owned() href meta=meta.into_any()>
                <p class="card__summary">{t(g::sample_text())}</p>
            </Card>
        }
        .into_any()
    }
    fn somewhere() -> Option<String> {
        Some("/consultations".to_owned())
    }
    vec![
        Fixture::new("with a link", || shown("Yangi kutubxona", "uz-Latn", somewhere())),
        Fixture::new("without a link", || shown("Yangi kutubxona", "uz-Latn", None)),
        Fixture::new("from right to left", || shown("مكتبة جديدة في الحي", "ar", somewhere())),
        Fixture::new("with one long word", || {
            shown(&"kutubxona".repeat(20), "uz-Latn", somewhere())
        }),
    ]
}
