//! A short message in the flow of the page.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture},
};
use crate::locale::{m, t};

/// What kind of news it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something to know.
    #[default]
    Info,
    /// Something was done.
    Done,
    /// Something went wrong.
    Problem,
}

impl NoticeKind {
    fn look(self) -> (&'static str, IconName) {
        match self {
            Self::Info => ("notice", IconName::Talk),
            Self::Done => ("notice notice--done", IconName::For),
            Self::Problem => ("notice notice--problem", IconName::Warning),
        }
    }
}

/// A message in the flow of the page, told by icon and words before colour (WCAG 1.4.1).
/// It takes no focus and announces nothing by itself: who shows it decides that.
#[component]
pub fn Notice(
    /// What kind of news.
    #[prop(optional)]
    kind: NoticeKind,
    /// The words, and what can be done.
    children: Children,
) -> impl IntoView {
    let (class, icon) = kind.look();
    view! {
        <div class=class>
            <Icon name=icon/>
            <div class="notice__words">{children()}</div>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.4.1"], keyboard: &[] };

/// Every state of a notice.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("info", || {
            view! { <Notice><p>{t(m::compose_draft_from_before())}</p></Notice> }.into_any()
        }),
        Fixture::new("done", || {
            view! { <Notice kind=NoticeKind::Done><p>{t(m::compose_sent())}</p></Notice> }
                .into_any()
        }),
        Fixture::new("problem", || {
            view! { <Notice kind=NoticeKind::Problem><p>{t(m::problem_closed())}</p></Notice> }
                .into_any()
        }),
    ]
}
