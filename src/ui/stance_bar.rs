//! How opinions are divided.

use leptos::prelude::*;
use muloqot_domain::{Stance, StanceCounts};

use super::{
    StanceTag,
    fixture::{Contract, Fixture},
    stacked_bar_chart::pieces,
};
use crate::locale::{m, t, use_language};

/// The number of comments for, against, neutral and asking: a list of words and numbers,
/// with a bar beside it for those who see it. The bar tells nothing that the list does not
/// (WCAG 1.1.1, 1.4.1).
#[component]
pub fn StanceBar(
    /// The numbers.
    counts: StanceCounts,
) -> impl IntoView {
    let language = use_language();
    let stances = [
        (Stance::For, counts.in_favour),
        (Stance::Against, counts.against),
        (Stance::Neutral, counts.neutral),
        (Stance::Question, counts.question),
    ];
    // Per mille of the 1000 units of the view box.
    let drawn = pieces(&stances.map(|(_, count)| count));
    let piece = |((stance, _), (x, width)): ((Stance, u64), (u64, u64))| {
        view! { <rect class=format!("stance-bar__{stance}") x=x width=width height="12"></rect> }
            .into_any()
    };
    let pieces = stances.into_iter().zip(drawn).map(piece).collect_view();
    let row = |(stance, count): (Stance, u64)| {
        view! {
            <li>
                <StanceTag stance/>
                " "
                <strong>{move || language.number(count)}</strong>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="stance-bar">
            <h3 class="stance-bar__title">{t(m::thread_stances())}</h3>
            <svg
                class="stance-bar__bar"
                viewBox="0 0 1000 12"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                {pieces}
            </svg>
            <ul class="stance-bar__list" role="list">
                {stances.into_iter().map(row).collect_view()}
            </ul>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.1.1", "1.3.1", "1.4.1"], keyboard: &[] };

/// Every state of the bar.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(counts: StanceCounts) -> AnyView {
        view! { <h2>{t(m::thread_title())}</h2><StanceBar counts/> }.into_any()
    }
    vec![
        Fixture::new("divided", || {
            shown(StanceCounts { in_favour: 7, against: 2, neutral: 0, question: 1 })
        }),
        Fixture::new("nobody yet", || shown(StanceCounts::default())),
    ]
}
