//! News about the whole page.

use leptos::prelude::*;

use super::{
    Button, ButtonKind,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::{HEADING_ID, focus_by_id, focus_by_id_when_there},
    locale::{Message, gallery as g, m, t},
    reactive::effect,
};

/// News at the head of a page: a region with a heading of its own, found by both (WCAG 1.3.1,
/// 2.4.6). What has just been done takes the focus when it appears, so that it is read once
/// and for certain; what was there when the page came does not. When it is closed the focus
/// goes on to the heading of the page (2.4.3).
#[component]
pub fn NotificationBanner(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// What the news is about.
    title: Message,
    /// Whether it tells what the person has just done.
    #[prop(optional)]
    done: bool,
    /// Takes it away; absent for news that stays.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// The news.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    if done {
        let id = id.clone();
        effect(move || focus_by_id_when_there(&id));
    }
    view! {
        <div
            id=id
            class=if done { "banner banner--done" } else { "banner" }
            role="region"
            tabindex="-1"
            aria-labelledby=title_id
        >
            <h2 id=title_id.clone() class="banner__title">{t(title)}</h2>
            <div class="banner__news">{children()}</div>
            {on_close.map(|on_close| {
                let on_press = Callback::new(move |()| {
                    focus_by_id(HEADING_ID);
                    on_close.run(());
                });
                view! { <Button label=m::close() kind=ButtonKind::Quiet on_press/> }.into_any()
            })}
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.4.1", "2.4.3", "2.4.6", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of a banner.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("news", || {
            view! {
                <NotificationBanner id="news" title=g::sample_banner_title()>
                    <p>{t(g::sample_banner())}</p>
                </NotificationBanner>
            }
            .into_any()
        }),
        Fixture::new("done, can be closed", || {
            let on_close = Callback::new(|()| ());
            view! {
                <NotificationBanner id="done" title=g::sample_done_title() done=true on_close>
                    <p>{t(m::compose_sent())}</p>
                </NotificationBanner>
            }
            .into_any()
        }),
    ]
}
