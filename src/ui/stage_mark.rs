//! How far a step or a phase has come.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};
use crate::locale::{Message, m, t};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is over.
    Done,
    /// It is the one now.
    Current,
    /// It will be.
    Coming,
    /// Something in it is wrong.
    Error,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 4] = [Self::Done, Self::Current, Self::Coming, Self::Error];

    /// Its words.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::Done => m::stage_done(),
            Self::Current => m::stage_current(),
            Self::Coming => m::stage_coming(),
            Self::Error => m::stage_error(),
        }
    }

    /// A full circle with a tick, a ring with a point, an empty ring, a triangle.
    fn class_and_strokes(self) -> (&'static str, &'static str) {
        match self {
            Self::Done => ("stage-mark stage-mark--done", "M7 12.5l3.5 3.5L17 8.5"),
            Self::Current => ("stage-mark stage-mark--current", "M12 12h.01"),
            Self::Coming => ("stage-mark", ""),
            Self::Error => ("stage-mark stage-mark--error", "M12 8v5M12 16.5v.01"),
        }
    }
}

/// A mark of its own shape for each stage, so that none is told by colour (WCAG 1.4.1). It
/// stands beside words that say the same, and is hidden from screen readers (1.1.1).
#[component]
pub fn StageMark(
    /// Which stage.
    stage: Stage,
) -> impl IntoView {
    let (class, strokes) = stage.class_and_strokes();
    let outline = match stage {
        Stage::Error => "M12 2 1 22h22z",
        _ => "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20",
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path class="stage-mark__outline" d=outline></path>
            <path class="stage-mark__sign" d=strokes></path>
        </svg>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.1.1", "1.4.1", "1.4.11"], keyboard: &[] };

/// Every stage, with its words.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("all", || {
        Stage::ALL
            .map(|stage| view! { <p><StageMark stage/>" "{t(stage.words())}</p> }.into_any())
            .collect_view()
            .into_any()
    })]
}
