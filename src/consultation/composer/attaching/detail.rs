//! A file of a comment, and how far it has come on its way to the platform.

use leptos::prelude::*;
use muloqot_domain::{AttachmentId, Problem, TextRefusal};

use crate::backend::IdempotencyKey;

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The platform has not got it yet.
    Waiting,
    /// It is on its way.
    Going,
    /// The platform has it.
    There(AttachmentId),
    /// It did not arrive.
    Failed(Problem),
    /// It stayed behind with another page.
    Lost,
}

/// What is known of a file besides the file. Its signals outlive the row it is shown in.
#[derive(Clone)]
pub struct Detail {
    pub number: usize,
    /// What is typed about it.
    pub description: ArcRwSignal<String>,
    /// What is wrong with that.
    pub wrong: ArcRwSignal<Option<TextRefusal>>,
    /// How far it has come.
    pub step: ArcRwSignal<Step>,
    pub key: ArcRwSignal<IdempotencyKey>,
}

impl Detail {
    /// What is known of it at first.
    pub fn new(number: usize, description: String, step: Step) -> Self {
        Self {
            number,
            description: ArcRwSignal::new(description),
            wrong: ArcRwSignal::new(None),
            step: ArcRwSignal::new(step),
            key: ArcRwSignal::new(IdempotencyKey::fresh()),
        }
    }
}
