//! A thread: flat pages of comments, and what of them is shown in which order.
//!
//! A server sends a page of top comments, and below each of them, on request, pages of
//! everything under it, depth first. [`Thread`] keeps what came, [`Thread::items`]
//! says what stands where.

use std::collections::HashMap;

use crate::{Comment, CommentId, Cursor, Page};

/// One row of a thread as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ThreadItem {
    /// A comment that can be read.
    Comment {
        /// Which.
        id: CommentId,
        /// How far it is moved in; 0 at the top, never over the greatest depth asked for.
        depth: u32,
        /// What it replies to, when its place does not show that: it is nested deeper
        /// than is shown, or what it replies to is not there.
        in_reply_to: Option<CommentId>,
    },
    /// What is left of a comment that cannot be read. It keeps its replies in place.
    Tombstone {
        /// Which.
        id: CommentId,
        /// As for a comment.
        depth: u32,
        /// As for a comment.
        in_reply_to: Option<CommentId>,
    },
    /// Replies that are not there yet.
    MoreReplies {
        /// The top comment they are under.
        root: CommentId,
        /// Where they start; absent when none were fetched yet.
        cursor: Option<Cursor>,
        /// How many they are.
        remaining: u64,
    },
    /// Top comments that are not there yet.
    MoreComments {
        /// Where they start.
        cursor: Cursor,
        /// How many they are.
        remaining: u64,
    },
}

impl ThreadItem {
    /// Tells the row apart from all others of the thread; it is another one once anything
    /// about the row is.
    #[must_use]
    pub fn key(&self) -> String {
        let cursor = |cursor: &Option<Cursor>| cursor.as_ref().map_or("", |it| &it.0).to_owned();
        match self {
            Self::Comment { id, depth, in_reply_to } => {
                format!("comment {id} {depth} {}", in_reply_to.is_some())
            }
            Self::Tombstone { id, depth, .. } => format!("tombstone {id} {depth}"),
            Self::MoreReplies { root, cursor: at, remaining } => {
                format!("replies {root} {} {remaining}", cursor(at))
            }
            Self::MoreComments { cursor, remaining } => {
                format!("comments {} {remaining}", cursor.0)
            }
        }
    }
}

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

/// One traversal of a thread; comments are known by their place in its entries.
struct Walk<'a> {
    thread: &'a Thread,
    depth_max: u32,
    /// Under which comment each is shown: what it replies to, else its top comment.
    above: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    /// How many comments have each as their top comment.
    received_under: Vec<u64>,
    is_placed: Vec<bool>,
    items: Vec<ThreadItem>,
}

impl<'a> Walk<'a> {
    fn of(thread: &'a Thread, depth_max: u32) -> Self {
        let count = thread.entries.len();
        let mut walk = Self {
            thread,
            depth_max,
            above: Vec::with_capacity(count),
            children: vec![Vec::new(); count],
            received_under: vec![0; count],
            is_placed: vec![false; count],
            items: Vec::with_capacity(count + 8),
        };
        for (place, entry) in thread.entries.iter().enumerate() {
            let there = |id: &Option<CommentId>| {
                let found = id.as_ref().and_then(|id| thread.places.get(id)).copied();
                found.filter(|found| *found != place)
            };
            let root = there(&entry.comment.root_id);
            let above = there(&entry.comment.parent_id).or(root);
            if let Some(received) = root.and_then(|root| walk.received_under.get_mut(root)) {
                *received += 1;
            }
            if let Some(children) = above.and_then(|above| walk.children.get_mut(above)) {
                children.push(place);
            }
            walk.above.push(above);
        }
        walk
    }

    /// Places a comment that stands at the top and all that is under it. Goes without
    /// recursion: a thread may be deeper than a stack.
    fn place_branch(&mut self, top: usize) {
        let mut waiting = vec![(top, 0_u32, true)];
        let was_there = self.is_placed.get(top) == Some(&true);
        while let Some((place, depth, is_shown)) = waiting.pop() {
            let Some(is_placed) = self.is_placed.get_mut(place) else { continue };
            if std::mem::replace(is_placed, true) {
                continue;
            }
            if is_shown {
                self.items.extend(self.row(place, depth));
            }
            let shows_more = is_shown && !self.is_collapsed(place);
            let children = self.children.get(place).into_iter().flatten();
            waiting.extend(children.rev().map(|child| (*child, depth + 1, shows_more)));
        }
        if !was_there {
            self.items.extend(self.more_replies(top));
        }
    }

    /// What is to be fetched under a top comment, if anything.
    fn more_replies(&self, top: usize) -> Option<ThreadItem> {
        let Entry { comment, replies, .. } = self.thread.entries.get(top)?;
        if comment.parent_id.is_some() || self.is_collapsed(top) {
            return None;
        }
        let remaining = match replies {
            None => {
                let received = self.received_under.get(top).copied().unwrap_or_default();
                comment.counts.replies.saturating_sub(received)
            }
            Some(replies) if replies.next_cursor.is_some() => replies.remaining(),
            Some(_) => 0,
        };
        let cursor = replies.as_ref().and_then(|replies| replies.next_cursor.clone());
        let root = comment.id.clone();
        (remaining > 0).then_some(ThreadItem::MoreReplies { root, cursor, remaining })
    }

    fn is_collapsed(&self, place: usize) -> bool {
        self.thread.entries.get(place).is_some_and(|entry| entry.is_collapsed)
    }

    fn row(&self, place: usize, depth: u32) -> Option<ThreadItem> {
        let comment = &self.thread.entries.get(place)?.comment;
        let id = comment.id.clone();
        let parent = comment.parent_id.as_ref().and_then(|id| self.thread.places.get(id));
        let stands_under_parent =
            depth > 0 && self.above.get(place).copied().flatten() == parent.copied();
        let in_reply_to = if stands_under_parent && depth <= self.depth_max {
            None
        } else {
            comment.parent_id.clone()
        };
        let depth = depth.min(self.depth_max);
        Some(if comment.text.is_some() {
            ThreadItem::Comment { id, depth, in_reply_to }
        } else {
            ThreadItem::Tombstone { id, depth, in_reply_to }
        })
    }
}
