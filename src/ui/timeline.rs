//! The phases of something, with their days.

use leptos::prelude::*;
use muloqot_domain::Timestamp;

use super::{
    DayText, Stage, StageMark,
    fixture::{Contract, Fixture},
};
use crate::{
    clock::now,
    locale::{Message, gallery as g, t},
};

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// What happens in it.
    pub label: Message,
    /// When it begins.
    pub from: Timestamp,
    /// The first second that is no longer in it; `None` for what happens at one moment.
    pub until: Option<Timestamp>,
}

/// How far a phase has come at a moment.
#[must_use]
pub fn stage_at(phase: &Phase, now: Timestamp) -> Stage {
    if now < phase.from {
        Stage::Coming
    } else if phase.until.is_some_and(|until| now < until) {
        Stage::Current
    } else {
        Stage::Done
    }
}

/// Phases in their order, each with its days and with where it stands, in words and by shape
/// (WCAG 1.4.1). An ordered list, so that how many there are is told to everybody (1.3.1).
#[component]
pub fn Timeline(
    /// The phases in their order.
    phases: Vec<Phase>,
) -> impl IntoView {
    let phase = |phase: Phase| {
        let stage = stage_at(&phase, now());
        let Phase { label, from, until } = phase;
        // A phase that ends at midnight ends the day before it.
        let last = until.map(|until| Timestamp(until.0 - 1));
        let current = (stage == Stage::Current).then_some("step");
        view! {
            <li class="timeline__phase" aria-current=current>
                <StageMark stage/>
                <div class="timeline__words">
                    <p class="timeline__label">{t(label)}</p>
                    <p class="timeline__days">
                        <DayText at=from/>
                        {last.map(|at| view! { " – "<DayText at/> }.into_any())}
                    </p>
                    <p class="timeline__stage">{t(stage.words())}</p>
                </div>
            </li>
        }
        .into_any()
    };
    view! { <ol class="timeline" role="list">{phases.into_iter().map(phase).collect_view()}</ol> }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.3.1", "1.4.1"], keyboard: &[] };

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn phases(ideas_from_days: i64, vote: Message) -> AnyView {
        let day = |days: i64| Timestamp(now().0 + days * 86_400);
        let from = ideas_from_days;
        let phase = |label, from, until: Option<i64>| Phase {
            label,
            from: day(from),
            until: until.map(day),
        };
        let phases = vec![
            phase(g::sample_phase_ideas(), from, Some(from + 30)),
            phase(vote, from + 30, Some(from + 45)),
            phase(g::sample_phase_result(), from + 60, None),
        ];
        view! { <Timeline phases/> }.into_any()
    }
    vec![
        Fixture::new("all to come", || phases(10, g::sample_phase_vote())),
        Fixture::new("in the middle", || phases(-35, g::sample_phase_vote())),
        Fixture::new("all done", || phases(-90, g::sample_phase_vote())),
        Fixture::new("long", || phases(-35, g::sample_long())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(until: Option<i64>) -> Phase {
        Phase {
            label: crate::locale::m::thread_title(),
            from: Timestamp(100),
            until: until.map(Timestamp),
        }
    }

    #[test]
    fn a_phase_is_to_come_then_now_then_done() {
        let stages = [99, 100, 199, 200].map(|now| stage_at(&phase(Some(200)), Timestamp(now)));
        assert_eq!(stages, [Stage::Coming, Stage::Current, Stage::Current, Stage::Done]);
    }

    #[test]
    fn a_moment_is_done_as_soon_as_it_is_there() {
        let stages = [99, 100].map(|now| stage_at(&phase(None), Timestamp(now)));
        assert_eq!(stages, [Stage::Coming, Stage::Done]);
    }
}
