//! A thread: flat pages of comments, and what of them is shown in which order.
//!
//! A server sends a page of top comments, and below each of them, on request, pages of
//! everything under it, depth first. [`Thread`] keeps what came, [`Thread::items`]
//! says what stands where.

use std::collections::{HashMap, HashSet};

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

    /// How many are not there yet: never 0 while there is a next page.
    fn remaining(&self) -> u64 {
        let at_least = u64::from(self.next_cursor.is_some());
        self.total.saturating_sub(self.received).max(at_least)
    }
}

/// The comments of a thread that were fetched so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    comments: HashMap<CommentId, Comment>,
    /// In the order they came, which is the server's order within each list.
    order: Vec<CommentId>,
    top: Branch,
    replies: HashMap<CommentId, Branch>,
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
        self.replies.entry(root.clone()).or_default().take(&page);
        self.add(page.items);
    }

    /// Puts in a comment the reader just wrote: a top comment goes first, so that its
    /// author sees it, a reply goes last among its siblings.
    pub fn insert_own(&mut self, comment: Comment) {
        if self.comments.contains_key(&comment.id) {
            return self.replace(comment);
        }
        let mut above = comment.parent_id.clone();
        let mut seen = HashSet::new();
        while let Some(id) = above.take().filter(|id| seen.insert(id.clone())) {
            if let Some(ancestor) = self.comments.get_mut(&id) {
                ancestor.counts.replies += 1;
                above = ancestor.parent_id.clone();
            }
        }
        match &comment.root_id {
            Some(root) => {
                if let Some(branch) = self.replies.get_mut(root) {
                    branch.total += 1;
                    branch.received += 1;
                }
                self.order.push(comment.id.clone());
            }
            None => {
                self.top.total += 1;
                self.top.received += 1;
                self.order.insert(0, comment.id.clone());
            }
        }
        self.comments.insert(comment.id.clone(), comment);
    }

    /// Puts a comment in the place of the one with its identifier; nothing happens when
    /// there is none.
    pub fn replace(&mut self, comment: Comment) {
        if let Some(place) = self.comments.get_mut(&comment.id) {
            *place = comment;
        }
    }

    /// The comment with that identifier, if it was fetched.
    #[must_use]
    pub fn comment(&self, id: &CommentId) -> Option<&Comment> {
        self.comments.get(id)
    }

    /// How many top comments there are, fetched or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.top.total
    }

    /// Whether nothing is to be shown: no comments, and none to come.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty() && self.top.next_cursor.is_none()
    }

    fn add(&mut self, comments: Vec<Comment>) {
        for comment in comments {
            let id = comment.id.clone();
            if self.comments.insert(id.clone(), comment).is_none() {
                self.order.push(id);
            }
        }
    }

    /// What is shown, from top to bottom, nested at most `depth_max` deep.
    ///
    /// Whatever pages came in whatever order, each comment stands there exactly once and
    /// after the one it replies to. One whose parent is missing stands under its top
    /// comment, or at the top when that is missing too; so does one of a ring of
    /// comments that reply to one another.
    #[must_use]
    pub fn items(&self, depth_max: u32) -> Vec<ThreadItem> {
        let mut walk = Walk {
            thread: self,
            children: self.children(),
            received_under: self.received_under(),
            depth_max,
            placed: HashSet::with_capacity(self.order.len()),
            items: Vec::with_capacity(self.order.len() + 8),
        };
        for id in &self.order {
            if self.place_of(id).is_none() {
                walk.place_branch(id);
            }
        }
        // Only rings are left: nothing at the top leads to them.
        for id in &self.order {
            walk.place_branch(id);
        }
        if let Some(cursor) = &self.top.next_cursor {
            let remaining = self.top.remaining();
            walk.items.push(ThreadItem::MoreComments { cursor: cursor.clone(), remaining });
        }
        walk.items
    }

    /// The comment under which one is shown: what it replies to, else its top comment.
    fn place_of(&self, id: &CommentId) -> Option<&CommentId> {
        let comment = self.comments.get(id)?;
        [&comment.parent_id, &comment.root_id]
            .into_iter()
            .flatten()
            .find(|above| *above != id && self.comments.contains_key(*above))
    }

    fn children(&self) -> HashMap<&CommentId, Vec<&CommentId>> {
        let mut children: HashMap<&CommentId, Vec<&CommentId>> = HashMap::new();
        for id in &self.order {
            if let Some(place) = self.place_of(id) {
                children.entry(place).or_default().push(id);
            }
        }
        children
    }

    /// How many comments under each top comment are there.
    fn received_under(&self) -> HashMap<&CommentId, u64> {
        let mut received: HashMap<&CommentId, u64> = HashMap::new();
        for root in self.comments.values().filter_map(|comment| comment.root_id.as_ref()) {
            *received.entry(root).or_default() += 1;
        }
        received
    }
}

/// One traversal of a thread.
struct Walk<'a> {
    thread: &'a Thread,
    children: HashMap<&'a CommentId, Vec<&'a CommentId>>,
    received_under: HashMap<&'a CommentId, u64>,
    depth_max: u32,
    placed: HashSet<&'a CommentId>,
    items: Vec<ThreadItem>,
}

impl<'a> Walk<'a> {
    /// Places a comment that stands at the top and all that is under it. Goes without
    /// recursion: a thread may be deeper than a stack.
    fn place_branch(&mut self, top: &'a CommentId) {
        let mut waiting = vec![(top, 0_u32)];
        let was_there = self.placed.contains(top);
        while let Some((id, depth)) = waiting.pop() {
            let Some(comment) = self.thread.comment(id) else { continue };
            if !self.placed.insert(id) {
                continue;
            }
            self.items.push(self.row(comment, depth));
            let children = self.children.get(id).into_iter().flatten();
            waiting.extend(children.rev().map(|child| (*child, depth + 1)));
        }
        if !was_there {
            self.items.extend(self.more_replies(top));
        }
    }

    /// What is to be fetched under a top comment, if anything.
    fn more_replies(&self, top: &CommentId) -> Option<ThreadItem> {
        let comment = self.thread.comment(top).filter(|comment| comment.parent_id.is_none())?;
        let branch = self.thread.replies.get(top);
        let remaining = match branch {
            None => {
                let received = self.received_under.get(top).copied().unwrap_or_default();
                comment.counts.replies.saturating_sub(received)
            }
            Some(branch) if branch.next_cursor.is_some() => branch.remaining(),
            Some(_) => 0,
        };
        let cursor = branch.and_then(|branch| branch.next_cursor.clone());
        (remaining > 0).then(|| ThreadItem::MoreReplies { root: top.clone(), cursor, remaining })
    }

    fn row(&self, comment: &Comment, depth: u32) -> ThreadItem {
        let id = comment.id.clone();
        let stands_under_parent =
            depth > 0 && self.thread.place_of(&id) == comment.parent_id.as_ref();
        let in_reply_to = if stands_under_parent && depth <= self.depth_max {
            None
        } else {
            comment.parent_id.clone()
        };
        let depth = depth.min(self.depth_max);
        if comment.text.is_some() {
            ThreadItem::Comment { id, depth, in_reply_to }
        } else {
            ThreadItem::Tombstone { id, depth, in_reply_to }
        }
    }
}
