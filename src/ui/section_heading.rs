//! A heading within a page.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// How deep a heading stands below that of the page, which is the `h1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadingLevel {
    /// A section of the page.
    #[default]
    H2,
    /// A part of a section.
    H3,
    /// A part of a part.
    H4,
}

/// A heading of a real level (WCAG 1.3.1, 2.4.10), which can take the focus when the page
/// moves to it. The link to it stands beside it, not in it, so that the list of headings
/// stays a list of names; it is always in sight, for there is no hover on a phone.
#[component]
pub fn SectionHeading(
    /// The words.
    text: Message,
    /// Its identifier.
    id: String,
    /// How deep it stands.
    #[prop(optional)]
    level: HeadingLevel,
    /// Whether there is a link to it, to be copied.
    #[prop(optional)]
    linked: bool,
) -> impl IntoView {
    let link = linked.then(|| {
        let name = m::section_link(text.clone());
        let href = format!("#{id}");
        view! {
            <a class="section-heading__link" href=href aria-label=t(name)>
                <Icon name=IconName::Link/>
            </a>
        }
        .into_any()
    });
    let heading = match level {
        HeadingLevel::H2 => view! { <h2 id=id tabindex="-1">{t(text)}</h2> }.into_any(),
        HeadingLevel::H3 => view! { <h3 id=id tabindex="-1">{t(text)}</h3> }.into_any(),
        HeadingLevel::H4 => view! { <h4 id=id tabindex="-1">{t(text)}</h4> }.into_any(),
    };
    view! { <div class="section-heading">{heading}{link}</div> }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.4.4", "2.4.6", "2.4.10", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every level.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("three levels", || {
            view! {
                <SectionHeading text=m::consultation_body() id="level-2".to_owned()/>
                <SectionHeading
                    text=m::thread_title()
                    id="level-3".to_owned()
                    level=HeadingLevel::H3
                />
                <SectionHeading
                    text=m::reply_title()
                    id="level-4".to_owned()
                    level=HeadingLevel::H4
                />
            }
            .into_any()
        }),
        Fixture::new("with a link to it", || {
            view! { <SectionHeading text=m::thread_title() id="linked".to_owned() linked=true/> }
                .into_any()
        }),
        Fixture::new("long", || {
            view! { <SectionHeading text=g::sample_long() id="long".to_owned() linked=true/> }
                .into_any()
        }),
    ]
}
