//! What is typed in a form about a comment, and its way to the platform.

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentId, ConsultationId, ModerationDecision, Problem, ProblemCode, ReportReason,
    from_json,
};
use serde::Serialize;

use super::{super::interruption::keep_interrupted, REPORT};
use crate::{
    accessibility::{Announcer, focus_by_id, has_focus_in, use_announcer},
    backend::{Answer, Backend, IdempotencyKey},
    consultation::composer::Place,
    json::read_json,
    locale::{
        Language, Message, m, moderation as s, problem_words, text_error_words, use_language,
    },
    reactive::{effect, spawn},
    session::{SessionService, use_session},
    storage::visit_storage,
};

/// What is typed, kept for this visit at every change: a sign-in, a reload or a form that is
/// closed in between loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Typed {
    /// What is to become of the comment, where that is asked.
    pub decision: String,
    /// Why, where that is asked.
    pub reason: String,
    /// The note.
    pub note: String,
}

from_json!(Typed { decision: optional, reason: optional, note: optional });

/// What is wrong with what is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrong {
    /// With the decision.
    pub decision: Option<Message>,
    /// With the reason.
    pub reason: Option<Message>,
    /// With the note.
    pub note: Option<Message>,
}

/// A form about a comment. The answer may come when the form is gone, because the person went
/// on: then nothing of the form is touched.
#[derive(Clone)]
pub struct Filing {
    pub backend: Backend,
    pub session: SessionService,
    pub language: Language,
    pub announcer: Announcer,
    pub id: CommentId,
    pub consultation: ConsultationId,
    /// The form as a text for identifiers and keys.
    pub slug: String,
    pub typed: RwSignal<Typed>,
    pub decision: RwSignal<String>,
    pub reason: RwSignal<String>,
    pub note: RwSignal<String>,
    pub wrong: RwSignal<Wrong>,
    pub failure: RwSignal<Option<Problem>>,
    pub is_busy: RwSignal<bool>,
    sent: StoredValue<Option<(Typed, IdempotencyKey)>>,
}

/// What became of a form.
pub struct Taken<T> {
    /// What the platform made of it.
    pub made: T,
    /// Whether the form is still there.
    pub is_form_there: bool,
    /// Whether the focus is still where it was sent from.
    pub has_focus: bool,
}

impl Filing {
    /// The form of a kind for a comment, with what was typed in it before.
    pub fn new(comment: &Comment, kind: &str) -> Self {
        let (session, backend) = use_session();
        let slug = format!("{kind}-{}", comment.id);
        let kept = kept(&slug).unwrap_or_default();
        let filing = Self {
            backend,
            session,
            language: use_language(),
            announcer: use_announcer(),
            id: comment.id.clone(),
            consultation: comment.consultation_id.clone(),
            typed: RwSignal::new(kept.clone()),
            decision: RwSignal::new(kept.decision),
            reason: RwSignal::new(kept.reason),
            note: RwSignal::new(kept.note),
            wrong: RwSignal::new(Wrong::default()),
            failure: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            sent: StoredValue::new(None),
            slug,
        };
        effect({
            let filing = filing.clone();
            move || {
                let (decision, reason) = (filing.decision.get(), filing.reason.get());
                let now = Typed { decision, reason, note: filing.note.get() };
                let before = filing.typed.get_untracked();
                if now != before {
                    keep(&filing.slug, &now);
                    // What was wrong is being put right.
                    filing.wrong.update(|wrong| {
                        if now.decision != before.decision {
                            *wrong = Wrong::default();
                        }
                        if now.reason != before.reason {
                            (wrong.reason, wrong.note) = (None, None);
                        }
                        if now.note != before.note {
                            wrong.note = None;
                        }
                    });
                    filing.typed.set(now);
                }
            }
        });
        filing
    }

    /// The identifier of the form.
    pub fn form_id(&self) -> String {
        format!("form-{}", self.slug)
    }

    /// The identifier of its heading.
    pub fn heading_id(&self) -> String {
        format!("heading-{}", self.slug)
    }

    /// The identifier of its note.
    pub fn note_id(&self) -> String {
        format!("note-{}", self.slug)
    }

    /// The name of a choice in it.
    pub fn choice_name(&self, choice: &str) -> String {
        format!("{choice}-{}", self.slug)
    }

    /// The key to send what is typed under: the same for the same, so that it counts once.
    pub fn key(&self) -> IdempotencyKey {
        let typed = self.typed.get_untracked();
        let before = self.sent.get_value().filter(|(before, _)| *before == typed);
        let (typed, key) = before.unwrap_or_else(|| (typed, IdempotencyKey::fresh()));
        self.sent.set_value(Some((typed, key.clone())));
        key
    }

    /// Says what is wrong, and goes to the first field that needs correcting.
    pub fn refuse(&self, wrong: Wrong) {
        let Wrong { decision, reason, .. } = &wrong;
        let (is_decision, is_reason) = (decision.is_some(), reason.is_some());
        self.wrong.set(wrong);
        let first_of = |choice: &str, value: &str| {
            focus_by_id(&format!("{}-{value}", self.choice_name(choice)))
        };
        let _ = if is_decision {
            let mut decisions = ModerationDecision::ALL.iter();
            decisions.any(|decision| first_of("decision", decision.as_str()))
        } else if is_reason {
            first_of("reason", ReportReason::Insult.as_str())
        } else {
            focus_by_id(&self.note_id())
        };
    }

    /// Waits for the answer, and hands it on or says why it is none.
    pub fn send<T: 'static>(&self, answer: Answer<T>, take: impl FnOnce(Taken<T>) + 'static) {
        self.failure.set(None);
        self.wrong.set(Wrong::default());
        self.is_busy.set(true);
        self.announcer.say(self.language.say(&m::compose_sending()));
        let filing = self.clone();
        spawn(async move {
            let answer = answer.await;
            let is_form_there = filing.is_busy.try_set(false).is_none();
            let has_focus = is_form_there && has_focus_in(&filing.form_id());
            match answer {
                Ok(made) => {
                    forget(&filing.slug);
                    take(Taken { made, is_form_there, has_focus });
                }
                Err(problem) => filing.fail(problem, is_form_there),
            }
        });
    }

    fn fail(&self, problem: Problem, is_form_there: bool) {
        let is_visitor = untrack(|| self.session.person()).is_none();
        if problem.code == ProblemCode::NotSignedIn && is_visitor && is_form_there {
            return self.leave_to_sign_in(problem);
        }
        self.session.heed(&problem, &self.backend);
        let wrong = wrong_in(&problem);
        if !is_form_there || problem.code == ProblemCode::OtherPerson {
            // The page becomes that person's, and this form goes with it.
            self.announcer.say_now(self.language.say(&problem_words(&problem)));
        } else if wrong != Wrong::default() {
            self.refuse(wrong);
        } else {
            self.failure.set(Some(problem));
        }
    }

    /// Leaves for the sign-in, to come back to this form, where what is typed is kept until then.
    pub fn leave_to_sign_in(&self, problem: Problem) {
        let typed = self.typed.get_untracked();
        if !(keep(&self.slug, &typed) && keep_interrupted(&self.id, REPORT)) {
            return self.failure.set(Some(problem));
        }
        let path = Place::Reply(self.id.clone()).address(&self.consultation).path();
        let locale = untrack(|| self.language.locale());
        self.session.leave_to_sign_in(&self.backend, &path, locale);
    }
}

/// What a server found wrong, put to the fields of the form.
fn wrong_in(problem: &Problem) -> Wrong {
    let code = |pointer: &str| problem.errors.iter().find(|error| error.pointer == pointer);
    let note = code("/note").or_else(|| code("/text")).map(text_error_words);
    Wrong {
        decision: code("/decision").map(|_| s::decision_missing()),
        reason: code("/reason").map(|_| s::reason_missing()),
        note,
    }
}

fn storage_key(slug: &str) -> String {
    format!("muloqot.filing/{slug}")
}

fn kept(slug: &str) -> Option<Typed> {
    let json = visit_storage()?.get_item(&storage_key(slug)).ok()??;
    muloqot_domain::FromJson::from_json(&read_json(&json)?)
}

fn keep(slug: &str, typed: &Typed) -> bool {
    let json = serde_json::to_string(typed).unwrap_or_default();
    visit_storage().is_some_and(|storage| storage.set_item(&storage_key(slug), &json).is_ok())
}

fn forget(slug: &str) {
    if let Some(storage) = visit_storage() {
        // What cannot be removed was not kept either.
        let _ = storage.remove_item(&storage_key(slug));
    }
}

#[cfg(test)]
mod tests {
    use muloqot_domain::FieldCode;

    use super::*;

    #[test]
    fn what_the_server_found_comes_to_its_field() {
        let problem = Problem::new(ProblemCode::Validation)
            .with_field("/reason", FieldCode::Empty, &[])
            .with_field("/note", FieldCode::TooLong, &[("over", 3)]);
        let wrong = wrong_in(&problem);
        assert_eq!((wrong.decision, wrong.reason), (None, Some(s::reason_missing())));
        assert_eq!(wrong.note, Some(m::text_too_long(3_i64)));
        let appeal =
            Problem::new(ProblemCode::Validation).with_field("/text", FieldCode::Empty, &[]);
        assert_eq!(wrong_in(&appeal).note, Some(m::text_empty()));
        assert_eq!(wrong_in(&Problem::new(ProblemCode::Conflict)), Wrong::default());
    }
}
