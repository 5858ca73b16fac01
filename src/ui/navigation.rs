//! The sections of the app.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// Where the visitor is, seen from a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whereabouts {
    /// Elsewhere.
    #[default]
    Elsewhere,
    /// On a page below that to which the link leads.
    Within,
    /// On the very page.
    Here,
}

impl Whereabouts {
    /// As assistive technology is told.
    fn aria_current(self) -> Option<&'static str> {
        match self {
            Self::Elsewhere => None,
            Self::Within => Some("true"),
            Self::Here => Some("page"),
        }
    }
}

/// A link to a section.
#[derive(Clone)]
pub struct SectionLink {
    /// Where it leads.
    pub href: String,
    /// The name of the section.
    pub label: Message,
    /// A picture beside it.
    pub icon: IconName,
    /// Where the visitor is.
    pub whereabouts: Signal<Whereabouts>,
}

/// Links to the sections in a landmark with a name, the same on every page (WCAG 3.2.3). The
/// current one is told by a bar and by weight as well as by colour (1.4.1), and to screen
/// readers (2.4.8).
#[component]
pub fn SectionLinks(
    /// What they lead through.
    name: Message,
    /// The sections.
    links: Vec<SectionLink>,
) -> impl IntoView {
    let link = |SectionLink { href, label, icon, whereabouts }: SectionLink| {
        view! {
            <li>
                <a href=href aria-current=move || whereabouts.get().aria_current()>
                    <Icon name=icon/>
                    {t(label)}
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="section-links" aria-label=t(name)>
            <ul role="list">{links.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.4.1", "2.4.4", "2.4.8", "2.5.5", "3.2.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every place to be.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(consultations: Whereabouts) -> AnyView {
        let link = |href: &str, label, icon, whereabouts| SectionLink {
            href: href.to_owned(),
            label,
            icon,
            whereabouts: Signal::stored(whereabouts),
        };
        let home = match consultations {
            Whereabouts::Elsewhere => Whereabouts::Here,
            _ => Whereabouts::Elsewhere,
        };
        let links = vec![
            link("/", m::nav_home(), IconName::Home, home),
            link("/consultations", m::nav_consultations(), IconName::Talk, consultations),
        ];
        view! { <SectionLinks name=m::navigation() links/> }.into_any()
    }
    vec![
        Fixture::new("on the first page", || shown(Whereabouts::Elsewhere)),
        Fixture::new("on the page of a section", || shown(Whereabouts::Here)),
        Fixture::new("within a section", || shown(Whereabouts::Within)),
    ]
}
