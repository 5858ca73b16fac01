//! What of a thread is there, and which form in it is open.

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentContext, CommentFilter, CommentId, CommentSort, ConsultationCounts,
    ConsultationId, Page, Problem, QuestionId, Stance, Thread,
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

/// What stands for the number of changes of a comment at rest: far from what the reader sees, it
/// can be read and searched, and gets its buttons once the reader comes near.
const AT_REST: u32 = u32::MAX - 1;

/// The same for the first of a list that rests as a whole.
const FAR: u32 = u32::MAX;

/// What of a thread is there. Copied freely; lives as long as the section.
#[derive(Clone, Copy)]
pub struct ThreadStore {
    pub consultation: StoredValue<ConsultationId>,
    /// Tells of rows that come and go; what a row says it is told by itself.
    pub thread: RwSignal<Thread>,
    /// Counts the changes of each comment that is there, by its number in the thread, or says
    /// that it is [`AT_REST`] or [`FAR`]: a row reads its own alone, so that one of ten thousand is
    /// made anew and not all.
    changes: StoredValue<Vec<ArcRwSignal<u32>>>,
    /// Whether all comments are being fetched.
    pub is_gathering: RwSignal<bool>,
    /// Why they did not all come.
    pub gathering_failure: RwSignal<Option<Problem>>,
    /// The numbers of the consultation, with what the reader has done to them since.
    pub counts: RwSignal<ConsultationCounts>,
    /// The order of the top comments that are there.
    pub sort: StoredValue<CommentSort>,
    /// Which comments are wanted.
    pub filter: RwSignal<CommentFilter>,
    /// Whether the comments of each side are wanted apart.
    pub is_apart: RwSignal<bool>,
    /// Whether it is the thread of one side.
    pub is_side: bool,
    /// The one form that is open inside the thread.
    pub open_form: RwSignal<Option<Place>>,
}

impl ThreadStore {
    /// The thread of a question of a consultation, or of all of it.
    pub fn new(consultation: ConsultationId, question: Option<QuestionId>) -> Self {
        Self {
            consultation: StoredValue::new(consultation),
            thread: RwSignal::new(Thread::new()),
            changes: StoredValue::new(Vec::new()),
            is_gathering: RwSignal::new(false),
            gathering_failure: RwSignal::new(None),
            counts: RwSignal::new(ConsultationCounts::default()),
            sort: StoredValue::new(CommentSort::Fair),
            filter: RwSignal::new(CommentFilter::of(question)),
            is_apart: RwSignal::new(false),
            is_side: false,
            open_form: RwSignal::new(None),
        }
    }

    /// The thread of one side of it: comments of its own that pass what all have to, the numbers
    /// and the open form of all.
    pub fn side(self, stance: Stance) -> Self {
        let filter = CommentFilter { stance: Some(stance), ..self.filter.get_untracked() };
        let own = Self::new(self.consultation.get_value(), None);
        let (counts, open_form) = (self.counts, self.open_form);
        own.filter.set(filter);
        own.sort.set_value(self.sort.get_value());
        Self { counts, open_form, is_side: true, ..own }
    }

    /// What is written at the top of it.
    pub fn top(self) -> Place {
        let question = self.filter.try_with_untracked(|filter| filter.question.clone());
        Place::top(question.flatten())
    }

    /// Puts in a comment the reader has just written, and the focus on it, if it was still in
    /// the form; `false` when the thread itself has gone meanwhile.
    pub fn insert_own(self, written: Written) -> bool {
        let Written { comment, has_focus, .. } = written;
        let is_counted = self.counts_comment(&comment);
        let is_known = |id: &CommentId| self.number_of(id).is_some();
        if is_counted == Some(false) && !comment.parent_id.as_ref().is_some_and(is_known) {
            // It waited, and belongs to another thread of the same consultation.
            return true;
        }
        let element = comment_element_id(&comment.id);
        if is_counted == Some(true) {
            self.counts.try_update(|counts| *counts = counts.with(&comment));
        }
        let above = comment.parent_id.clone();
        let taken = self.thread.try_update(|thread| thread.insert_new(comment));
        self.tell_above(above);
        if has_focus {
            focus_by_id_when_there(&element);
        }
        taken.is_some()
    }

    /// Puts in a comment that has come into the whole thread of this side.
    pub fn take_new(self, comment: Comment) {
        self.thread.update(|thread| thread.insert_new(comment));
    }

    /// Puts in top comments that others have just written, newest first.
    pub fn insert_news(self, news: Vec<Comment>) {
        let counted = |counts: ConsultationCounts| news.iter().fold(counts, |sum, it| sum.with(it));
        self.counts.update(|counts| *counts = counted(*counts));
        self.thread.update(|thread| news.into_iter().rev().for_each(|it| thread.insert_new(it)));
    }

    /// Puts in what the reader has made of a comment of theirs, and the focus on it, likewise.
    pub fn replace_own(self, written: Written) -> bool {
        let Written { comment, has_focus, .. } = written;
        let element = comment_element_id(&comment.id);
        let before = untrack(|| self.comment(&comment.id));
        if self.counts_comment(&comment) == Some(true) {
            self.counts.try_update(|counts| {
                let without = before.map_or(*counts, |before| counts.without(&before));
                *counts = without.with(&comment);
            });
        }
        let id = comment.id.clone();
        let taken = self.thread.try_update(|thread| thread.replace(comment));
        self.tell(&id);
        if has_focus {
            focus_by_id_when_there(&element);
        }
        taken.is_some()
    }

    /// Takes in a page of top comments.
    pub fn add_comments(self, page: Page<Comment>) {
        let ids = ids_of(&page);
        self.thread.update(|thread| thread.add_comments(page));
        ids.iter().for_each(|id| self.tell(id));
    }

    /// Takes in many top comments that are to rest until the reader comes near.
    pub fn add_at_rest(self, page: Page<Comment>) {
        let is_new = |id: &CommentId| self.number_of(id).is_none();
        let ids: Vec<CommentId> = ids_of(&page).into_iter().filter(is_new).collect();
        self.thread.update(|thread| thread.add_comments(page));
        // Before the rows are made, which is once this is done.
        ids.iter().filter_map(|id| self.changes_of(id)).for_each(|it| it.set(FAR));
    }

    /// The reader has come near the list that begins with the comment of that number, where there
    /// is one.
    pub fn come_near(self, first: Option<usize>) {
        let changes = first.and_then(|first| self.changes_at(first));
        if let Some(changes) = changes.filter(|it| it.get_untracked() == FAR) {
            changes.set(AT_REST);
        }
    }

    /// Whether the list that begins with the comment of that number rests as a whole. Reactive in
    /// that comment alone.
    pub fn is_far(self, first: usize) -> bool {
        self.changes_at(first).is_some_and(|changes| changes.get() == FAR)
    }

    /// The reader has come near a comment.
    pub fn wake(self, id: &CommentId) {
        if let Some(changes) = self.changes_of(id) {
            changes.set(0);
        }
    }

    /// Whether a comment is far from what the reader sees. Reactive in that comment alone.
    pub fn is_resting(self, id: &CommentId) -> bool {
        self.changes_of(id).is_some_and(|changes| changes.get() >= AT_REST)
    }

    /// Takes in a page of what is under a top comment.
    pub fn add_replies(self, root: &CommentId, page: Page<Comment>) {
        let ids = ids_of(&page);
        self.thread.update(|thread| thread.add_replies(root, page));
        ids.iter().for_each(|id| self.tell(id));
    }

    /// Puts what is under a comment away, or back.
    pub fn toggle(self, id: &CommentId) {
        self.thread.update(|thread| thread.toggle(id));
        self.tell(id);
    }

    /// Shows another state of a comment in its row alone.
    pub fn show(self, comment: Comment) {
        let id = comment.id.clone();
        self.thread.try_update_untracked(|thread| thread.replace(comment));
        self.tell(&id);
    }

    /// A comment that is there. Reactive in that comment alone.
    pub fn comment(self, id: &CommentId) -> Option<Comment> {
        self.with_row(id, |thread| thread.comment(id).cloned())
    }

    /// Which question of the agency a comment that is there answers. Reactive likewise.
    pub fn question_of(self, id: &CommentId) -> Option<QuestionId> {
        self.comment(id)?.question_id
    }

    /// Whether what is under a comment is put away; nothing, when no reply to it is there.
    /// Reactive likewise.
    pub fn is_collapsed(self, id: &CommentId) -> Option<bool> {
        self.with_row(id, |thread| thread.is_collapsed(id))
    }

    fn with_row<T>(self, id: &CommentId, read: impl FnOnce(&Thread) -> Option<T>) -> Option<T> {
        self.changes_of(id)?.track();
        self.thread.try_with_untracked(read).flatten()
    }

    /// Tells the row of a comment that it is another one now.
    fn tell(self, id: &CommentId) {
        if let Some(changes) = self.changes_of(id) {
            // One at rest stays so: its words are read from the thread, whatever it counts.
            changes.update(|count| *count += u32::from(*count < AT_REST));
        }
    }

    /// Tells the rows of all that a new reply stands under.
    fn tell_above(self, mut above: Option<CommentId>) {
        while let Some(id) = above {
            self.tell(&id);
            let parent = |thread: &Thread| thread.comment(&id)?.parent_id.clone();
            above = self.thread.try_with_untracked(parent).flatten();
        }
    }

    /// Whether a comment is one of those that the numbers of this thread count: an answer to a
    /// question that stands alone in its context is not. `None` when the thread has gone.
    fn counts_comment(self, comment: &Comment) -> Option<bool> {
        let is_of = |filter: &CommentFilter| filter.question == comment.question_id;
        self.filter.try_with_untracked(is_of)
    }

    fn number_of(self, id: &CommentId) -> Option<usize> {
        self.thread.try_with_untracked(|thread| thread.number_of(id)).flatten()
    }

    fn changes_of(self, id: &CommentId) -> Option<ArcRwSignal<u32>> {
        self.changes_at(self.number_of(id)?)
    }

    fn changes_at(self, number: usize) -> Option<ArcRwSignal<u32>> {
        let known = |changes: &mut Vec<ArcRwSignal<u32>>| {
            while changes.len() <= number {
                changes.push(ArcRwSignal::new(0));
            }
            changes.get(number).cloned()
        };
        self.changes.try_update_value(known).flatten()
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
                    self.begin(thread_of(context));
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
        self.begin(thread);
        Ok(shown)
    }

    /// Another thread takes the place of what is there, with rows of its own: none of them has
    /// changed, and none rests.
    fn begin(self, thread: Thread) {
        self.changes.set_value(Vec::new());
        self.thread.set(thread);
    }
}

/// The comments of a page, and what they reply to.
fn ids_of(page: &Page<Comment>) -> Vec<CommentId> {
    let ids = |comment: &Comment| [Some(comment.id.clone()), comment.parent_id.clone()];
    page.items.iter().flat_map(ids).flatten().collect()
}

fn thread_of(context: CommentContext) -> Thread {
    let CommentContext { mut ancestors, comment } = context;
    ancestors.push(comment);
    let total = ancestors.len() as u64;
    let mut thread = Thread::new();
    thread.add_comments(Page { items: ancestors, next_cursor: None, total, unreadable: 0 });
    thread
}
