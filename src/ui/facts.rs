//! Facts as pairs of a name and what it is.

use leptos::prelude::*;

use super::{
    DayText,
    fixture::{Contract, Fixture},
};
use crate::locale::{Message, m, t};

/// A list of facts. A native description list, so that name and fact belong together for
/// everybody (WCAG 1.3.1).
#[component]
pub fn Facts(
    /// The facts: [`Fact`].
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact.
#[component]
pub fn Fact(
    /// What it is about.
    name: Message,
    /// What it is.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="facts__pair">
            <dt>{t(name)}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.3.1"], keyboard: &[] };

/// Every state of a list of facts.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("two facts", || {
        view! {
            <Facts>
                <Fact name=m::fact_closes()>
                    <DayText at=muloqot_domain::Timestamp(1_770_000_000)/>
                </Fact>
                <Fact name=m::fact_participants()>"1"</Fact>
            </Facts>
        }
        .into_any()
    })]
}
