//! The files of a comment on their way to the platform.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use muloqot_domain::{
    AttachmentId, Comment, ConsultationId, FieldCode, NewAttachment, Problem, ProblemCode,
    accept_description,
};

use super::{
    super::Place,
    detail::{Detail, Step},
    kept::{FileKeeper, KeptFile},
    told::Told,
};
use crate::{
    backend::{Backend, IdempotencyKey},
    graphemes::graphemes,
    reactive::spawn,
    session::SessionService,
    ui::ChosenFile,
};

/// Goes on with the files that the platform has, or with why it has not got them all.
pub type HandedIn = Box<dyn FnOnce(Result<Vec<NewAttachment>, NotHandedIn>) + Send + Sync>;

/// Why files cannot go with a comment.
pub enum NotHandedIn {
    /// One of them needs something from its sender; this takes the focus.
    Unfinished(String),
    /// One of them did not arrive.
    Failed(Problem),
    /// The form was left before they had arrived.
    Left,
}

/// The files of a comment that is being written.
#[derive(Clone)]
pub struct Attached {
    /// The start of the identifiers.
    pub id: String,
    /// Those that were chosen.
    pub files: RwSignal<Vec<ChosenFile>>,
    /// Whether they are asked for.
    pub is_open: RwSignal<bool>,
    /// Whether the comment is on its way.
    pub is_busy: RwSignal<bool>,
    pub session: SessionService,
    backend: Backend,
    details: StoredValue<Vec<Detail>>,
    keeper: FileKeeper,
    /// What the platform was told of the files of a comment that is changed.
    told: Option<StoredValue<Told>>,
    /// What goes on once nothing is on its way any more. It outlives the form, to say so.
    waiting: Arc<Mutex<Option<HandedIn>>>,
}

impl Attached {
    /// Those that were attached to a draft, or to the comment that is changed.
    pub fn restored(
        consultation: &ConsultationId,
        place: &Place,
        original: Option<&Comment>,
        (session, backend): (SessionService, Backend),
        is_busy: RwSignal<bool>,
    ) -> Self {
        let own = original.map(|comment| comment.attachments.as_slice());
        let keeper = FileKeeper::new(consultation, place, own.unwrap_or_default());
        let told = own.map(|own| StoredValue::new(Told::of(own)));
        let (mut files, mut details) = (Vec::new(), Vec::new());
        for (number, kept) in keeper.kept().into_iter().enumerate() {
            let KeptFile { name, bytes, id, description } = kept;
            let step = id.map_or(Step::Lost, Step::There);
            details.push(Detail::new(number, description, step));
            files.push(ChosenFile { number, name, bytes, content: None });
        }
        Self {
            id: format!("files-{}", place.slug()),
            is_open: RwSignal::new(!files.is_empty()),
            is_busy,
            files: RwSignal::new(files),
            session,
            backend,
            details: StoredValue::new(details),
            keeper,
            told,
            waiting: Arc::default(),
        }
    }

    /// What is known of a file.
    pub fn detail(&self, number: usize) -> Detail {
        let found = |details: &mut Vec<Detail>| match details.iter().find(|it| it.number == number)
        {
            Some(detail) => detail.clone(),
            None => {
                let detail = Detail::new(number, String::new(), Step::Waiting);
                details.push(detail.clone());
                detail
            }
        };
        let found = self.details.try_update_value(found);
        found.unwrap_or_else(|| Detail::new(number, String::new(), Step::Lost))
    }

    /// The identifier of the field for what is to be seen in a file.
    pub fn description_id(&self, number: usize) -> String {
        format!("{}-about-{number}", self.id)
    }

    /// The identifier of the button that leaves for signing in.
    pub fn sign_in_id(&self) -> String {
        format!("{}-sign-in", self.id)
    }

    /// The identifier of what comes first: the button to sign in with, or the field.
    pub fn first_id(&self) -> String {
        match untrack(|| self.session.person()) {
            Some(_) => self.id.clone(),
            None => self.sign_in_id(),
        }
    }

    /// Takes note of which files there are, and sends those that are new. Reactive in them.
    pub fn follow(&self) {
        let files = self.files.get();
        let is_there = |detail: &Detail| files.iter().any(|file| file.number == detail.number);
        self.details.try_update_value(|details| details.retain(is_there));
        for file in &files {
            let step = self.detail(file.number).step;
            let is_new = match step.get_untracked() {
                Step::Waiting => true,
                Step::Lost => file.content.is_some(),
                Step::Going | Step::There(_) | Step::Failed(_) => false,
            };
            if is_new {
                self.send(file);
            }
        }
        self.keep();
        // What was waited for may have been taken out.
        self.go_on();
    }

    /// Keeps on the device what is known of the files now.
    pub fn keep(&self) {
        let kept = |file: &ChosenFile| {
            let detail = self.detail(file.number);
            KeptFile {
                name: file.name.clone(),
                bytes: file.bytes,
                id: match detail.step.get_untracked() {
                    Step::There(id) => Some(id),
                    _ => None,
                },
                description: detail.description.get_untracked(),
            }
        };
        let files =
            self.files.try_with_untracked(|files| files.iter().map(kept).collect::<Vec<_>>());
        if let Some(files) = files {
            self.keeper.keep(&files);
        }
    }

    /// Sends a file to the platform. One that comes too late is kept all the same, for the next
    /// visit to the form.
    pub fn send(&self, file: &ChosenFile) {
        let detail = self.detail(file.number);
        let Some(content) = file.content.clone() else {
            detail.step.set(Step::Lost);
            return;
        };
        detail.step.set(Step::Going);
        let (key, name, bytes) = (detail.key.get_untracked(), file.name.clone(), file.bytes);
        let answer = self.backend.upload_attachment(&name, content, &key);
        let attached = self.clone();
        spawn(async move {
            let step = match answer.await {
                Ok(upload) => {
                    if attached.files.try_get_untracked().is_none() {
                        attached.keeper.arrived(&name, bytes, &upload.id);
                    }
                    Step::There(upload.id)
                }
                Err(problem) => {
                    attached.session.heed(&problem, &attached.backend);
                    Step::Failed(problem)
                }
            };
            detail.step.set(step);
            attached.keep();
            attached.go_on();
        });
    }

    /// Gets every file to the platform, and then goes on.
    pub fn hand_in(&self, then: HandedIn) {
        let files = self.files.get_untracked();
        let mut unfinished = None;
        for file in &files {
            let detail = self.detail(file.number);
            let typed = detail.description.get_untracked();
            let wrong = accept_description(&typed, graphemes).err();
            if wrong.is_some() || detail.step.get_untracked() == Step::Lost {
                unfinished = unfinished.or(Some(self.description_id(file.number)));
            }
            detail.wrong.set(wrong);
        }
        if let Some(field) = unfinished {
            return then(Err(NotHandedIn::Unfinished(field)));
        }
        for file in &files {
            let step = self.detail(file.number).step.get_untracked();
            if matches!(step, Step::Waiting | Step::Failed(_)) {
                self.send(file);
            }
        }
        *self.waiting() = Some(then);
        self.go_on();
    }

    /// Whether a file would be lost with the page.
    pub fn would_lose(&self) -> bool {
        let is_safe = |file: &ChosenFile| {
            matches!(self.detail(file.number).step.get_untracked(), Step::There(_))
        };
        self.files.try_with_untracked(|files| !files.iter().all(is_safe)).unwrap_or_default()
    }

    /// Takes note of what the platform said about the files of a comment: which of them it has
    /// not got any more. Whether it said anything.
    pub fn heed(&self, problem: &Problem) -> bool {
        let mut is_about_files = false;
        let files = self.files.get_untracked();
        for error in &problem.errors {
            let Some(rest) = error.pointer.strip_prefix("/attachments/") else { continue };
            let place = rest.split('/').next().and_then(|place| place.parse::<usize>().ok());
            let Some(file) = place.and_then(|place| files.get(place)) else { continue };
            is_about_files = true;
            if matches!(error.code, FieldCode::NoSuch | FieldCode::AlreadyUsed) {
                let detail = self.detail(file.number);
                // Under the old key the platform would tell of the file that is gone.
                detail.key.set(IdempotencyKey::fresh());
                detail.step.set(match file.content {
                    Some(_) => Step::Failed(Problem::new(ProblemCode::Gone)),
                    None => Step::Lost,
                });
            }
        }
        self.keep();
        is_about_files
    }

    /// What each shows, or what it is called while that is not said. Reactive.
    pub fn descriptions(&self) -> Vec<String> {
        let said = |file: &ChosenFile| {
            let description = self.detail(file.number).description.get();
            if description.trim().is_empty() { file.name.clone() } else { description }
        };
        self.files.get().iter().map(said).collect()
    }

    /// Whether there are any.
    pub fn is_any(&self) -> bool {
        self.files.try_with_untracked(|files| !files.is_empty()).unwrap_or_default()
    }

    /// Whether the comment that is changed has brought that file along already.
    pub fn is_public(&self, id: &AttachmentId) -> bool {
        self.keeper.stood_there(id)
    }

    /// Whether the platform was told last that a comment brings along other files than these. From
    /// now on it was not.
    pub fn tell(&self, files: &[NewAttachment]) -> bool {
        self.told
            .and_then(|told| told.try_update_value(|told| told.tell(files)))
            .unwrap_or_default()
    }

    /// Whether a change has to say which files there are: whoever changes the text alone must not
    /// undo what became of them elsewhere.
    pub fn is_change(&self) -> bool {
        self.told.and_then(|told| told.try_with_value(Told::is_changed)).unwrap_or_default()
    }

    /// What a change was to be is given up.
    pub fn give_up(&self) {
        self.keeper.forget();
    }

    /// Forgets those that the comment has. What was chosen while it was on its way stays.
    pub fn forget(&self, handed_in: &[AttachmentId]) {
        if self.told.is_some() {
            // The form of a change goes with it; what was chosen since is there at the next one.
            return self.keeper.forget_if(handed_in);
        }
        let is_left = |file: &ChosenFile| {
            let step = self.detail(file.number).step.get_untracked();
            !matches!(step, Step::There(id) if handed_in.contains(&id))
        };
        match self.files.try_update(|files| files.retain(is_left)) {
            Some(()) => {
                self.keep();
                self.is_open.try_set(self.files.with_untracked(|files| !files.is_empty()));
            }
            // The form is gone.
            None => self.keeper.forget(),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Option<HandedIn>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn go_on(&self) {
        let Some(files) = self.files.try_get_untracked() else {
            let then = self.waiting().take();
            return then.into_iter().for_each(|then| then(Err(NotHandedIn::Left)));
        };
        let mut handed_in = Vec::new();
        for file in files {
            let detail = self.detail(file.number);
            match detail.step.get_untracked() {
                Step::Going => return,
                Step::There(id) => {
                    let typed = detail.description.get_untracked();
                    let description = typed.trim().to_owned();
                    handed_in.push(Ok(NewAttachment { id, description }));
                }
                Step::Failed(problem) => {
                    // The comment itself was not even asked for.
                    let problem = problem.with_field("/attachments", FieldCode::Other, &[]);
                    handed_in.push(Err(problem));
                }
                Step::Waiting | Step::Lost => {
                    handed_in.push(Err(Problem::new(ProblemCode::Other)));
                }
            }
        }
        let then = self.waiting().take();
        if let Some(then) = then {
            let all: Result<_, Problem> = handed_in.into_iter().collect();
            then(all.map_err(NotHandedIn::Failed));
        }
    }
}
