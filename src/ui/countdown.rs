//! How long there still is.

use leptos::prelude::*;
use muloqot_domain::TimeLeft;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture},
};
use crate::locale::{t, time_left_words};

/// The days that are left, in words. It is counted when the page is made and does not tick:
/// nothing on it moves or is announced while it is read (WCAG 2.2.1, 2.2.2).
#[component]
pub fn Countdown(
    /// What is left.
    left: TimeLeft,
) -> impl IntoView {
    view! {
        <span class="countdown">
            <Icon name=IconName::Clock/>
            {t(time_left_words(left))}
        </span>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.1.1", "2.2.2"], keyboard: &[] };

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(left: TimeLeft) -> AnyView {
        view! { <p><Countdown left/></p> }.into_any()
    }
    vec![
        Fixture::new("it will open", || shown(TimeLeft::OpensInDays(5))),
        Fixture::new("it opens today", || shown(TimeLeft::OpensInDays(0))),
        Fixture::new("many days", || shown(TimeLeft::Days(21))),
        Fixture::new("one day", || shown(TimeLeft::Days(1))),
        Fixture::new("the last day", || shown(TimeLeft::LastDay)),
        Fixture::new("over", || shown(TimeLeft::Over)),
    ]
}
