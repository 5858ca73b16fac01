//! The phases of a consultation on a time line.

use leptos::prelude::*;
use muloqot_domain::{Consultation, PhaseStand, Schedule, Status, phases};

use super::PHASES_HEADING_ID;
use crate::{
    consultation::view::last_day,
    locale::{Message, about as a, status_name, t},
    ui::{Days, Phase, Stage, Timeline},
};

/// The phases with their days: the one now is told by word and shape, and to screen readers
/// (WCAG 1.3.1, 1.4.1). Nothing, where this app does not know the phase.
pub fn phases_of(consultation: &Consultation) -> Option<AnyView> {
    let schedule = Schedule {
        opens_at: consultation.opens_at,
        closes_at: consultation.closes_at,
        answered_at: consultation.answered_at,
        done_at: consultation.done_at,
    };
    let phases: Vec<Phase> =
        phases(&schedule, consultation.status).into_iter().map(shown).collect();
    (!phases.is_empty()).then(|| {
        view! {
            <section aria-labelledby=PHASES_HEADING_ID>
                <h2 id=PHASES_HEADING_ID tabindex="-1">{t(a::about_phases())}</h2>
                <Timeline phases/>
            </section>
        }
        .into_any()
    })
}

fn shown(phase: muloqot_domain::Phase) -> Phase {
    let stage = match phase.stand {
        PhaseStand::Past => Stage::Done,
        PhaseStand::Current => Stage::Current,
        PhaseStand::Next | PhaseStand::Later => Stage::Coming,
    };
    Phase {
        label: status_name(phase.status),
        note: note(phase.status),
        days: match (phase.from, phase.until) {
            (None, None) => Days::NotKnown,
            (Some(from), Some(until)) => Days::Within(from, until),
            (Some(from), None) => Days::Said(a::about_from(from)),
            (None, Some(until)) => Days::Said(a::about_until(last_day(until))),
        },
        stage,
    }
}

fn note(status: Status) -> Option<Message> {
    Some(match status {
        Status::Announced => a::about_note_announced(),
        Status::Open => a::about_note_open(),
        Status::UnderReview => a::about_note_under_review(),
        Status::Answered => a::about_note_answered(),
        Status::Done => a::about_note_done(),
        Status::Other => return None,
    })
}
