//! What of an outcome is there, and what it takes to answer it.

use leptos::prelude::*;
use muloqot_domain::{CommentId, ConsultationId, LanguageTag, Outcome, Settlement};

use crate::{
    accessibility::Announcer, backend::Backend, locale::Language, session::SessionService,
};

/// An outcome on the page, with what its readers have said since.
#[derive(Clone)]
pub struct OutcomeState {
    /// Of which consultation.
    pub consultation: ConsultationId,
    /// What is told; absent until it has come.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Counts what was told anew, and not what readers say of it.
    pub told: RwSignal<u32>,
    /// The language that an outcome is written in where none is published.
    pub written_in: LanguageTag,
    pub backend: Backend,
    pub session: SessionService,
    pub language: Language,
    pub announcer: Announcer,
}

impl OutcomeState {
    /// Tells an outcome, in the place of the one before.
    pub fn tell(&self, outcome: Outcome) {
        let _ = self.outcome.try_set(Some(outcome));
        let _ = self.told.try_update(|told| *told += 1);
    }

    /// What the author of a comment says. Reactive; `None` too when the outcome has gone.
    pub fn said(&self, id: &CommentId) -> Option<Settlement> {
        let said = |outcome: &Option<Outcome>| {
            let cited = &outcome.as_ref()?.cited;
            cited.iter().find(|cited| cited.id == *id)?.settlement.clone()
        };
        self.outcome.try_with(said).flatten()
    }

    /// Shows what the author of a comment says.
    pub fn show(&self, id: &CommentId, settlement: Option<Settlement>) {
        let _ = self.outcome.try_update(|outcome| {
            if let Some(outcome) = outcome {
                outcome.settle(id, settlement);
            }
        });
    }
}
