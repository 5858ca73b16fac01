//! A form's words on their way to the platform.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentEdit, ConsultationId, LanguageTag, NewComment, Problem, ProblemCode, Stance,
};

use super::{
    Place,
    check::{Refusal, check, is_sent_already, refusal_of},
    draft::{Draft, DraftKeeper, Sent},
    form::{failure_words, first_draft, sent_words},
};
use crate::{
    accessibility::{Announcer, focus_by_id, has_focus_in},
    backend::{Answer, Backend, IdempotencyKey},
    locale::{Language, m},
    reactive::spawn,
    session::SessionService,
};

/// What becomes of a comment that was written; whether the thread was there to take it.
pub type TakeComment = Arc<dyn Fn(Written) -> bool + Send + Sync>;

/// A comment that the platform has taken.
pub struct Written {
    /// The comment, as the platform shows it.
    pub comment: Comment,
    /// Whether the form it was written in is still there.
    pub is_form_there: bool,
    /// Whether the focus is still where it was sent from, and may go on to the comment.
    pub has_focus: bool,
}

/// A form and its way to the platform. The answer may come when the form is gone, because
/// the person went on: then nothing of the form is touched, and what was typed stays kept
/// until it is known to have arrived.
#[derive(Clone)]
pub struct Sending {
    pub backend: Backend,
    pub session: SessionService,
    pub language: Language,
    pub announcer: Announcer,
    pub consultation: ConsultationId,
    pub place: Place,
    pub keeper: DraftKeeper,
    pub text: RwSignal<String>,
    pub stance: RwSignal<String>,
    pub sent: StoredValue<Option<Sent>>,
    pub refusal: RwSignal<Refusal>,
    pub failure: RwSignal<Option<Problem>>,
    pub is_busy: RwSignal<bool>,
    pub is_kept: RwSignal<bool>,
    pub is_restored: RwSignal<bool>,
    /// Whether the form was emptied because all was sent: that is no draft to keep.
    pub is_emptied: StoredValue<bool>,
    pub on_sent: TakeComment,
}

impl Sending {
    /// What is typed now. Reactive.
    pub fn draft(&self) -> Draft {
        Draft { text: self.text.get(), stance: self.stance.get(), sent: self.sent.get_value() }
    }

    /// Keeps what is typed now on the device.
    pub fn keep(&self) {
        self.is_kept.set(self.keeper.keep(&untrack(|| self.draft())));
    }

    /// Sends what is typed, unless that is being done already, or says what is wrong with it.
    pub fn send(&self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        let checked = check(&self.stance.get_untracked(), &self.text.get_untracked());
        let (stance, text) = match checked {
            Ok(checked) => checked,
            Err(found) => return self.refuse(found),
        };
        self.refusal.set(Refusal::default());
        let before = self.sent.get_value();
        let guess = || LanguageTag::guess(&text, untrack(|| self.language.locale()));
        let sent = match before {
            Some(before) if before.text == text && before.stance == stance.as_str() => before,
            // Another wording of an edit takes the place of the first and stands nowhere beside it.
            Some(before) if !matches!(self.place, Place::Edit(_)) => {
                Sent { language: guess(), stance: stance.to_string(), text, ..before }
            }
            _ => Sent {
                key: IdempotencyKey::fresh(),
                language: guess(),
                stance: stance.to_string(),
                text,
            },
        };
        self.sent.set_value(Some(sent.clone()));
        self.keep();
        self.is_busy.set(true);
        self.announcer.say(self.language.say(&m::compose_sending()));
        let answer = self.ask(stance, &sent);
        let sending = self.clone();
        spawn(async move {
            let answer = answer.await;
            let is_form_there = sending.is_busy.try_set(false).is_none();
            let has_focus = is_form_there && has_focus_in(&sending.place.form_id());
            match answer {
                Ok(comment) => sending.take(Written { comment, is_form_there, has_focus }, &sent),
                Err(problem) if is_form_there => sending.fail(problem),
                Err(problem) => {
                    sending.session.heed(&problem, &sending.backend);
                    let (words, _) = failure_words(&problem);
                    sending.announcer.say_now(sending.language.say(&words));
                }
            }
        });
    }

    fn ask(&self, stance: Stance, sent: &Sent) -> Answer<Comment> {
        let (text, language) = (sent.text.clone(), sent.language.clone());
        let parent_id = match &self.place {
            Place::Edit(comment) => {
                let edit = CommentEdit { stance, text, language: Some(language) };
                return self.backend.edit_comment(comment, &edit, &sent.key);
            }
            Place::Reply(parent) => Some(parent.clone()),
            Place::Top => None,
        };
        let new = NewComment { parent_id, stance, text, language };
        self.backend.post_comment(&self.consultation, &new, &sent.key)
    }

    fn take(&self, written: Written, sent: &Sent) {
        // In another tab, or back on the page, something else may have been typed since.
        if self.keeper.kept().is_none_or(|draft| draft.text.trim() == sent.text) {
            self.keeper.forget();
        }
        self.is_emptied.try_set_value(true);
        self.is_restored.try_set(false);
        self.sent.try_set_value(None);
        self.text.try_set(String::new());
        self.stance.try_set(first_draft(&self.place, None).stance);
        self.announcer.say(self.language.say(&sent_words(&self.place, &written.comment)));
        if !(self.on_sent)(written) {
            self.session.show_anew();
        }
    }

    fn fail(&self, problem: Problem) {
        let found = refusal_of(&problem);
        let is_visitor = untrack(|| self.session.person()).is_none();
        if problem.code == ProblemCode::NotSignedIn && is_visitor && self.is_kept.get_untracked() {
            self.leave_to_sign_in();
        } else if problem.code == ProblemCode::NotSignedIn {
            // Whoever was signed in is not any more, or leaving would lose the text: then the
            // person is told, and chooses.
            self.session.expire();
            self.failure.set(Some(problem));
        } else if problem.code == ProblemCode::OtherPerson {
            self.meet_other_person();
        } else if !found.is_empty() {
            self.refuse(found);
        } else {
            if is_sent_already(&problem) {
                // Whoever has been told may post the other wording too.
                self.sent.set_value(None);
                self.keep();
            }
            self.failure.set(Some(problem));
        }
    }

    /// Says what is wrong, and goes to the first field that needs correcting.
    fn refuse(&self, found: Refusal) {
        let field = match found.text {
            Some(_) => self.place.text_id(),
            None => first_stance_id(&self.place),
        };
        self.refusal.set(found);
        focus_by_id(&field);
    }

    /// Leaves for the sign-in, to come back to this form.
    pub fn leave_to_sign_in(&self) {
        self.keeper.mark_for_return();
        let path = self.place.address(&self.consultation).path();
        let locale = untrack(|| self.language.locale());
        self.session.leave_to_sign_in(&self.backend, &path, locale);
    }

    /// The page turns into that of whoever is signed in now; this form comes back in it, and
    /// says in whose name it would be sent.
    fn meet_other_person(&self) {
        let (failure, keeper) = (self.failure, self.keeper.clone());
        self.session.ask_who_is_there(
            &self.backend,
            move || keeper.mark_for_return(),
            move |problem| _ = failure.try_set(Some(problem)),
        );
    }
}

/// The name of the choice of a stance.
pub fn stance_group(place: &Place) -> String {
    format!("stance-{}", place.slug())
}

fn first_stance_id(place: &Place) -> String {
    format!("{}-{}", stance_group(place), Stance::For)
}
