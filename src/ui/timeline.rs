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
    /// What that means, where it is told.
    pub note: Option<Message>,
    /// When that is.
    pub days: Days,
    /// How far it has come.
    pub stage: Stage,
}

/// The days of a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum Days {
    /// Nobody knows yet.
    NotKnown,
    /// A single moment.
    At(Timestamp),
    /// From the first moment to the first second that is no longer in it.
    Within(Timestamp, Timestamp),
    /// One end alone is known, and told in words.
    Said(Message),
}

/// How far something has come at a moment that begins `from` and is over by `until`; `None` for
/// what happens at one moment.
#[must_use]
pub fn stage_at(from: Timestamp, until: Option<Timestamp>, now: Timestamp) -> Stage {
    if now < from {
        Stage::Coming
    } else if until.is_some_and(|until| now < until) {
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
        let Phase { label, note, days, stage } = phase;
        let current = (stage == Stage::Current).then_some("step");
        view! {
            <li class="timeline__phase" aria-current=current>
                <StageMark stage/>
                <div class="timeline__words">
                    <p class="timeline__label">{t(label)}</p>
                    {note.map(|note| view! { <p class="timeline__note">{t(note)}</p> }.into_any())}
                    {shown(days)}
                    <p class="timeline__stage">{t(stage.words())}</p>
                </div>
            </li>
        }
        .into_any()
    };
    view! { <ol class="timeline" role="list">{phases.into_iter().map(phase).collect_view()}</ol> }
}

fn shown(days: Days) -> Option<AnyView> {
    let day = |at: Timestamp| view! { <DayText at/> }.into_any();
    let days = match days {
        Days::NotKnown => return None,
        Days::At(at) => day(at),
        // A phase that ends at midnight ends the day before it.
        Days::Within(from, until) => {
            view! { {day(from)} " – " {day(Timestamp(until.0 - 1))} }.into_any()
        }
        Days::Said(words) => t(words).into_any(),
    };
    Some(view! { <p class="timeline__days">{days}</p> }.into_any())
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
            note: None,
            days: match until {
                Some(until) => Days::Within(day(from), day(until)),
                None => Days::At(day(from)),
            },
            stage: stage_at(day(from), until.map(day), now()),
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
        Fixture::new("days not known", || {
            let phase = |stage, days| Phase {
                label: g::sample_phase_vote(),
                note: Some(g::sample_long()),
                days,
                stage,
            };
            let until = Days::Said(g::sample_days_until(now()));
            let phases = vec![phase(Stage::Current, until), phase(Stage::Coming, Days::NotKnown)];
            view! { <Timeline phases/> }.into_any()
        }),
        Fixture::new("long", || phases(-35, g::sample_long())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(until: Option<i64>, moments: &[i64]) -> Vec<Stage> {
        let stage = |now: &i64| stage_at(Timestamp(100), until.map(Timestamp), Timestamp(*now));
        moments.iter().map(stage).collect()
    }

    #[test]
    fn a_phase_is_to_come_then_now_then_done() {
        let stages = stages(Some(200), &[99, 100, 199, 200]);
        assert_eq!(stages, [Stage::Coming, Stage::Current, Stage::Current, Stage::Done]);
    }

    #[test]
    fn a_moment_is_done_as_soon_as_it_is_there() {
        assert_eq!(stages(None, &[99, 100]), [Stage::Coming, Stage::Done]);
    }
}
