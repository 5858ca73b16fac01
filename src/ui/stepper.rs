//! The steps of a form.

use leptos::prelude::*;

use super::{
    Stage, StageMark,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is done in it.
    pub label: Message,
    /// How far it has come.
    pub stage: Stage,
    /// The way back to it; `None` where there is none.
    pub href: Option<String>,
}

impl Step {
    /// A step.
    #[must_use]
    pub fn new(label: Message, stage: Stage, href: Option<&str>) -> Self {
        Self { label, stage, href: href.map(str::to_owned) }
    }
}

/// The steps of a form in a landmark that is called by how far it has come (WCAG 2.4.8). What
/// is done, current, to come or wrong is told by words and shape (1.4.1); the words of a
/// step that is done are for screen readers only, for its tick says the same.
#[component]
pub fn Stepper(
    /// The steps in their order.
    steps: Vec<Step>,
) -> impl IntoView {
    let count = steps.len() as u64;
    let is_now = |step: &Step| step.stage == Stage::Current;
    let at = steps.iter().position(is_now).map_or(count, |at| at as u64 + 1);
    let name = m::step_of(at, count);
    let seen_name = name.clone();
    let step = move |Step { label, stage, href }: Step| {
        let words = match href {
            Some(href) => view! { <a href=href>{t(label)}</a> }.into_any(),
            None => view! { <span>{t(label)}</span> }.into_any(),
        };
        let class = match stage {
            Stage::Error => "stepper__stage stepper__stage--error",
            Stage::Current => "stepper__stage",
            Stage::Done | Stage::Coming => "visually-hidden",
        };
        let current = (stage == Stage::Current).then_some("step");
        view! {
            <li class="stepper__step" aria-current=current>
                <StageMark stage/>
                <span class="stepper__words">
                    {words}
                    " "
                    <span class=class>{t(stage.words())}</span>
                </span>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="stepper" aria-label=t(name)>
            <p class="stepper__count" aria-hidden="true">{t(seen_name)}</p>
            <ol role="list">{steps.into_iter().map(step).collect_view()}</ol>
        </nav>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.4.1", "2.4.8", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("at the first step", || {
            let steps = vec![
                Step::new(g::sample_step_about(), Stage::Current, None),
                Step::new(g::sample_step_proposal(), Stage::Coming, None),
                Step::new(g::sample_step_check(), Stage::Coming, None),
            ];
            view! { <Stepper steps/> }.into_any()
        }),
        Fixture::new("in the middle", || {
            let steps = vec![
                Step::new(g::sample_step_about(), Stage::Done, Some("/")),
                Step::new(g::sample_step_proposal(), Stage::Current, None),
                Step::new(g::sample_step_check(), Stage::Coming, None),
            ];
            view! { <Stepper steps/> }.into_any()
        }),
        Fixture::new("with an error", || {
            let steps = vec![
                Step::new(g::sample_step_about(), Stage::Done, Some("/")),
                Step::new(g::sample_long(), Stage::Error, Some("/consultations")),
                Step::new(g::sample_step_check(), Stage::Current, None),
            ];
            view! { <Stepper steps/> }.into_any()
        }),
        Fixture::new("all done", || {
            let steps = vec![
                Step::new(g::sample_step_about(), Stage::Done, None),
                Step::new(g::sample_step_proposal(), Stage::Done, None),
                Step::new(g::sample_step_check(), Stage::Done, None),
            ];
            view! { <Stepper steps/> }.into_any()
        }),
    ]
}
