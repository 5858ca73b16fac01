//! Facts as pairs of a name and what it is.

use leptos::prelude::*;

use super::{
    DayText,
    fixture::{Contract, Fixture},
};
use crate::locale::{Message, gallery as g, m, t};

/// How facts stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FactsKind {
    /// Side by side, the name above the fact.
    #[default]
    Side,
    /// One below the other, the name before the fact: to be read through and checked.
    Rows,
}

/// A list of facts. A native description list, so that name and fact belong together for
/// everybody (WCAG 1.3.1).
#[component]
pub fn Facts(
    /// How they stand.
    #[prop(optional)]
    kind: FactsKind,
    /// The facts: [`Fact`].
    children: Children,
) -> impl IntoView {
    let class = match kind {
        FactsKind::Side => "facts",
        FactsKind::Rows => "facts facts--rows",
    };
    view! { <dl class=class>{children()}</dl> }
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
    fn facts(kind: FactsKind) -> AnyView {
        view! {
            <Facts kind>
                <Fact name=m::fact_closes()>
                    <DayText at=muloqot_domain::Timestamp(1_770_000_000)/>
                </Fact>
                <Fact name=m::fact_participants()>"1"</Fact>
                <Fact name=m::fact_topic()>{t(g::sample_long())}</Fact>
            </Facts>
        }
        .into_any()
    }
    vec![
        Fixture::new("side by side", || facts(FactsKind::Side)),
        Fixture::new("in rows", || facts(FactsKind::Rows)),
        Fixture::new("from right to left", || {
            view! {
                <Facts>
                    <Fact name=m::fact_agency()>
                        <span lang="ar" dir="auto">"وزارة الصحة"</span>
                    </Fact>
                </Facts>
            }
            .into_any()
        }),
    ]
}
