//! What became of a consultation: "you said, we did, because".

mod cited;
mod numbers;
mod publishing;
mod section;
mod settling;
mod state;
mod theme;

use leptos::prelude::*;
use muloqot_domain::{Consultation, ConsultationAction, ThemeId};
use section::OutcomeSection;

use super::part::part_of_page;
use crate::pieces::piece;

piece! {
    /// The section: for those who come to a consultation that has an outcome.
    static OUTCOME: fn(Consultation) -> AnyView = outcome {
        |consultation| view! { <OutcomeSection consultation/> }.into_any()
    }
}

/// What became of a consultation, where that is told or the reader may tell it.
pub fn outcome_of(consultation: &Consultation) -> Option<AnyView> {
    let may_publish = consultation.can.contains(&ConsultationAction::PublishOutcome);
    let is_any = consultation.has_outcome || may_publish;
    is_any.then(|| part_of_page(&OUTCOME, consultation))
}

/// The identifier of a theme's element.
pub fn theme_element_id(id: &ThemeId) -> String {
    format!("outcome-{id}")
}
