//! A form's words on their way to the platform.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{
    AttachmentId, Comment, CommentEdit, ConsultationId, LanguageTag, NewAttachment, NewComment,
    NewQuote, Problem, ProblemCode, ShownAs, Stance,
};

use super::{
    Place,
    attaching::{Attached, NotHandedIn},
    check::{Refusal, check, is_sent_already, refusal_of},
    draft::{Draft, DraftKeeper, Sent},
    failure::failure_words,
    form::{first_draft, sent_words},
    queue::{QUEUE, Services, Waiting, title_id, waits_for_connection},
    quoting::remove_id,
    shown_as,
};
use crate::{
    accessibility::{Announcer, focus_by_id, focus_by_id_when_there, has_focus_in},
    backend::{Answer, Backend, IdempotencyKey},
    clock::now,
    consultation::about::count_own,
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
    pub shown_as: RwSignal<String>,
    /// Leaves for signing in, to come back to the form.
    pub sign_in: Callback<()>,
    /// The files to go with it.
    pub attached: Attached,
    pub quote: RwSignal<Option<String>>,
    /// The key of the intention to send what is typed now.
    pub key: StoredValue<IdempotencyKey>,
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
        Draft {
            text: self.text.get(),
            stance: self.stance.get(),
            shown_as: self.shown_as.get(),
            quote: self.quote.get(),
            key: Some(self.key.get_value()),
            sent: self.sent.get_value(),
        }
    }

    /// Keeps what is typed now on the device, under the key of the draft that is there: another
    /// tab may have begun it. Where nothing is typed any more, what comes is another intention.
    pub fn keep(&self) {
        if untrack(|| self.draft()).is_empty() {
            self.key.set_value(IdempotencyKey::fresh());
        } else if let Some(key) = self.keeper.kept().and_then(|draft| draft.key) {
            self.key.set_value(key);
        }
        self.write();
    }

    fn write(&self) {
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
        let quote = self.quote.get_untracked();
        // Sent from another tab meanwhile, another draft may be under another key there.
        let same = self.keeper.kept().filter(|draft| draft.text.trim() == text);
        if let Some(key) = same.and_then(|draft| draft.key) {
            self.key.set_value(key);
        }
        let before = self.sent.get_value();
        let guess = || LanguageTag::guess(&text, untrack(|| self.language.locale()));
        let sent = match before {
            Some(before)
                if before.text == text
                    && before.stance == stance.as_str()
                    && before.quote == quote =>
            {
                before
            }
            // Another wording of an edit takes the place of the first and stands nowhere beside it.
            Some(before) if !matches!(self.place, Place::Edit(_)) => {
                Sent { language: guess(), stance: stance.to_string(), text, quote, ..before }
            }
            Some(_) => Sent {
                key: IdempotencyKey::fresh(),
                language: guess(),
                stance: stance.to_string(),
                text,
                quote,
            },
            None => Sent {
                key: self.key.get_value(),
                language: guess(),
                stance: stance.to_string(),
                text,
                quote,
            },
        };
        self.sent.set_value(Some(sent.clone()));
        self.write();
        self.is_busy.set(true);
        self.announcer.say(self.language.say(&m::compose_sending()));
        let sending = self.clone();
        self.attached.hand_in(Box::new(move |handed_in| match handed_in {
            Ok(attachments) => sending.post(stance, sent, attachments),
            Err(not) => {
                sending.is_busy.try_set(false);
                match not {
                    NotHandedIn::Unfinished(field) => _ = focus_by_id(&field),
                    NotHandedIn::Failed(problem) => sending.fail(problem),
                    NotHandedIn::Left => {
                        let words = m::compose_failed_kept();
                        sending.announcer.say_now(sending.language.say(&words));
                    }
                }
            }
        }));
    }

    fn post(&self, stance: Stance, mut sent: Sent, attachments: Vec<NewAttachment>) {
        if self.attached.tell(&attachments) {
            // A comment that brings along something else is another wording of it.
            sent.key = IdempotencyKey::fresh();
            self.sent.set_value(Some(sent.clone()));
            self.write();
        }
        let handed_in: Vec<_> = attachments.iter().map(|it| it.id.clone()).collect();
        let answer = self.ask(stance, &sent, attachments);
        let sending = self.clone();
        spawn(async move {
            let answer = answer.await;
            let is_form_there = sending.is_busy.try_set(false).is_none();
            let has_focus = is_form_there && has_focus_in(&sending.place.form_id());
            match answer {
                Ok(comment) => {
                    let written = Written { comment, is_form_there, has_focus };
                    sending.take(written, &sent, &handed_in);
                }
                Err(problem) if is_form_there => sending.fail(problem),
                Err(problem) => {
                    sending.session.heed(&problem, &sending.backend);
                    let (words, _) = failure_words(&problem);
                    sending.announcer.say_now(sending.language.say(&words));
                }
            }
        });
    }

    /// By what the author is to be shown.
    fn wanted(&self) -> Option<ShownAs> {
        let person = untrack(|| self.session.person());
        self.shown_as.with_untracked(|chosen| shown_as::wanted(person.as_ref(), chosen))
    }

    fn ask(&self, stance: Stance, sent: &Sent, attachments: Vec<NewAttachment>) -> Answer<Comment> {
        let shown_as = self.wanted();
        let (text, language) = (sent.text.clone(), sent.language.clone());
        let parent_id = match &self.place {
            Place::Edit(comment) => {
                let attachments = self.attached.is_change().then_some(attachments);
                let language = Some(language);
                let edit = CommentEdit { stance, text, language, shown_as, attachments };
                return self.backend.edit_comment(comment, &edit, &sent.key);
            }
            Place::Reply(parent) => Some(parent.clone()),
            Place::Top | Place::Answer(_) => None,
        };
        let question_id = self.place.question();
        let quote = sent.quote.clone().map(|text| NewQuote { text });
        let new = NewComment {
            parent_id,
            question_id,
            stance,
            text,
            language,
            quote,
            shown_as,
            attachments,
        };
        self.backend.post_comment(&self.consultation, &new, &sent.key)
    }

    fn take(&self, written: Written, sent: &Sent, handed_in: &[AttachmentId]) {
        // In another tab, or back on the page, something else may have been typed since.
        match self.keeper.kept() {
            Some(other) if other.text.trim() != sent.text => {
                // It shared the key of what is posted now, and is another comment.
                if other.key.as_ref() == Some(&sent.key) {
                    let key = Some(IdempotencyKey::fresh());
                    self.keeper.keep(&Draft { key, sent: None, ..other });
                }
            }
            _ => self.keeper.forget(),
        }
        if !matches!(self.place, Place::Edit(_)) {
            count_own(&written.comment);
        }
        self.attached.forget(handed_in);
        self.empty();
        self.announcer.say(self.language.say(&sent_words(&self.place, &written.comment)));
        if !(self.on_sent)(written) {
            self.session.show_anew();
        }
    }

    fn fail(&self, problem: Problem) {
        // What waits brings no files along.
        let may_wait = waits_for_connection(&problem) && !self.attached.is_any();
        if may_wait && self.put_in_queue() {
            return;
        }
        let found = refusal_of(&problem);
        let is_visitor = untrack(|| self.session.person()).is_none();
        let is_safe = self.is_kept.get_untracked() && !self.attached.would_lose();
        if problem.code == ProblemCode::NotSignedIn && is_visitor && is_safe {
            self.sign_in.run(());
        } else if problem.code == ProblemCode::NotSignedIn {
            // Whoever was signed in is not any more, or leaving would lose the text: then the
            // person is told, and chooses.
            self.session.expire();
            self.failure.set(Some(problem));
        } else if problem.code == ProblemCode::OtherPerson {
            self.meet_other_person();
        } else if !found.is_empty() {
            self.refuse(found);
        } else if self.attached.heed(&problem) {
            self.failure.set(Some(problem));
        } else {
            if is_sent_already(&problem) {
                // Whoever has been told may post the other wording too.
                self.sent.set_value(None);
                self.key.set_value(IdempotencyKey::fresh());
                self.write();
            }
            self.failure.set(Some(problem));
        }
    }

    /// Lets what was sent wait for the connection, and empties the form; `false` where it cannot:
    /// for a change, whose time runs out, and on a device that does not keep it.
    fn put_in_queue(&self) -> bool {
        let (Some(queue), Some(sent)) = (QUEUE.get(), self.sent.get_value()) else { return false };
        let parent = match &self.place {
            Place::Edit(_) => return false,
            Place::Reply(parent) => Some(parent.clone()),
            Place::Top | Place::Answer(_) => None,
        };
        let waiting = Waiting {
            consultation: self.consultation.clone(),
            parent,
            question: self.place.question(),
            person: untrack(|| self.session.person()).map(|person| person.id),
            since: now(),
            shown_as: self.wanted(),
            sent,
            refused: None,
        };
        let services = Services {
            backend: self.backend.clone(),
            session: self.session,
            language: self.language,
            announcer: self.announcer,
        };
        if !(queue.put)(services, waiting) {
            return false;
        }
        self.keeper.forget();
        self.empty();
        focus_by_id_when_there(&title_id(&self.place));
        true
    }

    /// Puts back what waited.
    pub fn fill(&self, waiting: Waiting) {
        let Waiting { sent, shown_as, .. } = waiting;
        self.key.set_value(sent.key.clone());
        // Nobody knows whether it arrived: the same words go under the same key.
        self.sent.set_value(Some(sent.clone()));
        self.stance.set(sent.stance);
        self.quote.set(sent.quote);
        if let Some(shown_as) = shown_as {
            self.shown_as.set(shown_as.to_string());
        }
        self.text.set(sent.text);
    }

    /// All of it is on its way or has arrived.
    fn empty(&self) {
        self.is_emptied.try_set_value(true);
        self.is_restored.try_set(false);
        self.sent.try_set_value(None);
        self.key.try_set_value(IdempotencyKey::fresh());
        self.quote.try_set(None);
        self.text.try_set(String::new());
        self.stance.try_set(first_draft(&self.place, None).stance);
    }

    /// Says what is wrong, and goes to the first field that needs correcting.
    fn refuse(&self, found: Refusal) {
        let field = match (&found.text, found.quote) {
            (_, true) => remove_id(&self.place),
            (Some(_), false) => self.place.text_id(),
            (None, false) => first_stance_id(&self.place),
        };
        self.refusal.set(found);
        focus_by_id(&field);
    }

    /// Leaves for the sign-in because another part of the form asks for it; where that would
    /// lose the text, the person is told first, and chooses.
    pub fn sign_in_unless_lost(&self) {
        match self.is_kept.get_untracked() {
            true => self.sign_in.run(()),
            false => self.failure.set(Some(Problem::new(ProblemCode::NotSignedIn))),
        }
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
