//! A thread: flat pages of comments, and what of them is shown in which order.
//!
//! A server sends a page of top comments, and below each of them, on request, pages of
//! everything under it, depth first. [`Thread`] keeps what came, [`Thread::items`]
//! says what stands where.

mod block;
mod item;
mod walk;

use std::collections::HashMap;

pub use block::ThreadBlock;
pub use item::ThreadItem;
use walk::Walk;

use crate::{Comment, CommentId, Cursor, Page};

/// A list that is fetched page by page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Branch {
    next_cursor: Option<Cursor>,
    total: u64,
    received: u64,
}

impl Branch {
    fn take(&mut self, page: &Page<Comment>) {
        self.received += (page.items.len() + page.unreadable) as u64;
        self.total = page.total;
        self.next_cursor.clone_from(&page.next_cursor);
    }

    fn take_new(&mut self) {
        self.received += 1;
        self.total += 1;
    }

    /// How many are not there yet: never 0 while there is a next page.
    fn remaining(&self) -> u64 {
        let at_least = u64::from(self.next_cursor.is_some());
        self.total.saturating_sub(self.received).max(at_least)
    }
}

/// A comment that was fetched, and how far what is under it was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    comment: Comment,
    /// Absent until a page of its replies has come.
    replies: Option<Branch>,
    /// Whether a reply to it came after it, as they do.
    is_answered: bool,
    /// Whether what is under it is put away.
    is_collapsed: bool,
}

/// The comments of a thread that were fetched so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// In the order they came, which is the server's order within each list.
    entries: Vec<Entry>,
    /// Where each of them is in `entries`.
    places: HashMap<CommentId, usize>,
    /// Top comments that came during this visit; they stand before all others.
    new: Vec<usize>,
    top: Branch,
}

impl Thread {
    /// A thread of which nothing was fetched yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a page of top comments.
    pub fn add_comments(&mut self, page: Page<Comment>) {
        self.top.take(&page);
        self.add(page.items);
    }

    /// Takes in a page of what is under a top comment.
    pub fn add_replies(&mut self, root: &CommentId, page: Page<Comment>) {
        if let Some(root) = self.entry_mut(root) {
            root.replies.get_or_insert_default().take(&page);
        }
        self.add(page.items);
    }

    /// Puts in a comment that has just come, or that the reader just wrote: a top comment goes first, so that its
    /// author sees it, a reply goes last among its siblings, where nothing hides it.
    pub fn insert_new(&mut self, comment: Comment) {
        if self.places.contains_key(&comment.id) {
            return self.replace(comment);
        }
        // No more steps than there are comments, should their parents form a ring.
        let mut above = comment.parent_id.clone();
        for _ in 0..self.entries.len() {
            let Some(entry) = above.as_ref().and_then(|id| self.entry_mut(id)) else { break };
            entry.comment.counts.replies += 1;
            entry.is_collapsed = false;
            above.clone_from(&entry.comment.parent_id);
        }
        match &comment.root_id {
            Some(root) => {
                let replies = self.entry_mut(root).and_then(|root| root.replies.as_mut());
                if let Some(replies) = replies {
                    replies.take_new();
                }
            }
            None => {
                self.top.take_new();
                self.new.push(self.entries.len());
            }
        }
        self.add(vec![comment]);
    }

    /// The top comments that came since the thread was fetched, by a newer page of it, newest
    /// first: as many of those that are not there as the thread has grown by.
    #[must_use]
    pub fn news_in(&self, newest: &Page<Comment>) -> Vec<Comment> {
        let grown = newest.total.saturating_sub(self.top.total);
        let is_new = |comment: &&Comment| !self.places.contains_key(&comment.id);
        newest.items.iter().filter(is_new).take(grown as usize).cloned().collect()
    }

    /// The top comments that came during this visit, the first that came first.
    pub fn new_comments(&self) -> impl Iterator<Item = &Comment> {
        self.new.iter().filter_map(|place| self.entries.get(*place)).map(|entry| &entry.comment)
    }

    /// Puts a comment in the place of the one with its identifier; nothing happens when
    /// there is none.
    pub fn replace(&mut self, comment: Comment) {
        if let Some(entry) = self.entry_mut(&comment.id) {
            entry.comment = comment;
        }
    }

    /// Puts what is under a comment away, or back.
    pub fn toggle(&mut self, id: &CommentId) {
        if let Some(entry) = self.entry_mut(id) {
            entry.is_collapsed ^= true;
        }
    }

    /// Whether what is under a comment is put away; nothing, when no reply to it is there.
    #[must_use]
    pub fn is_collapsed(&self, id: &CommentId) -> Option<bool> {
        let entry = self.entries.get(*self.places.get(id)?)?;
        entry.is_answered.then_some(entry.is_collapsed)
    }

    /// The comment with that identifier, if it was fetched.
    #[must_use]
    pub fn comment(&self, id: &CommentId) -> Option<&Comment> {
        let place = *self.places.get(id)?;
        self.entries.get(place).map(|entry| &entry.comment)
    }

    /// Which of all that were fetched it is, from 0. It stays so, whatever else comes.
    #[must_use]
    pub fn number_of(&self, id: &CommentId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Every comment that was fetched, in no order that tells anything.
    pub fn comments(&self) -> impl Iterator<Item = &Comment> {
        self.entries.iter().map(|entry| &entry.comment)
    }

    /// How many top comments there are, fetched or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.top.total
    }

    /// Where the top comments that are not there yet start; nothing, when all are there.
    #[must_use]
    pub fn next_cursor(&self) -> Option<&Cursor> {
        self.top.next_cursor.as_ref()
    }

    /// Whether nothing is to be shown: no comments, and none to come.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.top.next_cursor.is_none()
    }

    fn entry_mut(&mut self, id: &CommentId) -> Option<&mut Entry> {
        let place = *self.places.get(id)?;
        self.entries.get_mut(place)
    }

    fn add(&mut self, comments: Vec<Comment>) {
        for comment in comments {
            match self.entry_mut(&comment.id) {
                Some(entry) => entry.comment = comment,
                None => {
                    let above = [&comment.parent_id, &comment.root_id];
                    let answered = above.into_iter().flatten().find_map(|id| self.places.get(id));
                    if let Some(answered) = answered.and_then(|at| self.entries.get_mut(*at)) {
                        answered.is_answered = true;
                    }
                    self.places.insert(comment.id.clone(), self.entries.len());
                    let (is_answered, is_collapsed) = (false, false);
                    self.entries.push(Entry { comment, replies: None, is_answered, is_collapsed });
                }
            }
        }
    }

    /// What is shown, from top to bottom, nested at most `depth_max` deep.
    ///
    /// Whatever pages came in whatever order, each comment stands there exactly once and
    /// after the one it replies to. One whose parent is missing stands under its top
    /// comment, or at the top when that is missing too; so does one of a ring of
    /// comments that reply to one another. What is under a collapsed comment is left out.
    #[must_use]
    pub fn items(&self, depth_max: u32) -> Vec<ThreadItem> {
        let mut walk = Walk::of(self, depth_max);
        let places = 0..self.entries.len();
        for place in self.new.iter().rev().copied().chain(places.clone()) {
            if walk.above.get(place) == Some(&None) {
                walk.place_branch(place);
            }
        }
        // Only rings are left: nothing at the top leads to them.
        for place in places {
            walk.place_branch(place);
        }
        if let Some(cursor) = &self.top.next_cursor {
            let remaining = self.top.remaining();
            walk.items.push(ThreadItem::MoreComments { cursor: cursor.clone(), remaining });
        }
        walk.items
    }
}
