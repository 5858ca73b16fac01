//! What of a thread is there, and which form in it is open.

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentContext, CommentFilter, CommentId, CommentSort, ConsultationCounts,
    ConsultationId, Page, Problem, Thread,
};

use super::{fair_order::fair_order, section::comment_element_id};
use crate::{
    accessibility::focus_by_id_when_there,
    backend::{Backend, ThreadQuery},
    consultation::composer::{Place, Written},
};

/// What of a thread is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All of it, page by page.
    Whole,
    /// One comment in its context.
    Linked(CommentId),
    /// All of it, because the comment the address leads to is not there.
    LinkMissing,
}

/// What of a thread is there. Copied freely; lives as long as the section.
#[derive(Clone, Copy)]
pub struct ThreadStore {
    pub consultation: StoredValue<ConsultationId>,
    pub thread: RwSignal<Thread>,
    /// The numbers of the consultation, with what the reader has done to them since.
    pub counts: RwSignal<ConsultationCounts>,
    /// The order of the top comments that are there.
    pub sort: StoredValue<CommentSort>,
    /// Which comments are wanted.
    pub filter: RwSignal<CommentFilter>,
    /// The one form that is open inside the thread.
    pub open_form: RwSignal<Option<Place>>,
}

impl ThreadStore {
    pub fn new(consultation: ConsultationId) -> Self {
        Self {
            consultation: StoredValue::new(consultation),
            thread: RwSignal::new(Thread::new()),
            counts: RwSignal::new(ConsultationCounts::default()),
            sort: StoredValue::new(CommentSort::Fair),
            filter: RwSignal::new(CommentFilter::default()),
            open_form: RwSignal::new(None),
        }
    }

    /// Puts in a comment the reader has just written, and the focus on it, if it was still in
    /// the form; `false` when the thread itself has gone meanwhile.
    pub fn insert_own(self, written: Written) -> bool {
        let Written { comment, has_focus, .. } = written;
        let element = comment_element_id(&comment.id);
        self.counts.try_update(|counts| *counts = counts.with(&comment));
        let taken = self.thread.try_update(|thread| thread.insert_own(comment));
        if has_focus {
            focus_by_id_when_there(&element);
        }
        taken.is_some()
    }

    /// Puts in what the reader has made of a comment of theirs, and the focus on it, likewise.
    pub fn replace_own(self, written: Written) -> bool {
        let Written { comment, has_focus, .. } = written;
        let element = comment_element_id(&comment.id);
        let before = untrack(|| self.comment(&comment.id));
        self.counts.try_update(|counts| {
            let without = before.map_or(*counts, |before| counts.without(&before));
            *counts = without.with(&comment);
        });
        let taken = self.thread.try_update(|thread| thread.replace(comment));
        if has_focus {
            focus_by_id_when_there(&element);
        }
        taken.is_some()
    }

    /// A comment that is there. Reactive.
    pub fn comment(self, id: &CommentId) -> Option<Comment> {
        self.thread.try_with(|thread| thread.comment(id).cloned()).flatten()
    }

    /// Closes the form for a place, if it is the one that is open.
    pub fn close_form(self, place: &Place) {
        let is_open = self.open_form.try_with_untracked(|open| open.as_ref() == Some(place));
        if is_open == Some(true) {
            self.open_form.set(None);
        }
    }

    /// What of the thread is wanted, in which order. Reactive in the filter alone.
    pub fn query(self, sort: CommentSort) -> ThreadQuery {
        ThreadQuery { sort, fair_order: fair_order(), filter: self.filter.get() }
    }

    /// Fetches the first page of the thread, or the comment the address leads to.
    pub async fn fetch(
        self,
        backend: Backend,
        linked: Option<CommentId>,
        query: ThreadQuery,
        limit: u32,
    ) -> Result<Shown, Problem> {
        let consultation = self.consultation.get_value();
        let mut shown = Shown::Whole;
        if let Some(id) = linked {
            match backend.comment_context(&id).await {
                Ok(context) if context.comment.consultation_id == consultation => {
                    self.thread.set(thread_of(context));
                    return Ok(Shown::Linked(id));
                }
                Ok(_) => shown = Shown::LinkMissing,
                Err(problem) if problem.is_missing() => shown = Shown::LinkMissing,
                Err(problem) => return Err(problem),
            }
        }
        let page = backend.thread(&consultation, &query, None, limit).await?;
        let mut thread = Thread::new();
        thread.add_comments(page);
        self.sort.set_value(query.sort);
        self.thread.set(thread);
        Ok(shown)
    }
}

fn thread_of(context: CommentContext) -> Thread {
    let CommentContext { mut ancestors, comment } = context;
    ancestors.push(comment);
    let total = ancestors.len() as u64;
    let mut thread = Thread::new();
    thread.add_comments(Page { items: ancestors, next_cursor: None, total, unreadable: 0 });
    thread
}
