//! From what was fetched of a thread to its rows, from top to bottom.

use super::{Entry, Thread, ThreadItem};
use crate::CommentId;

/// One traversal of a thread; comments are known by their place in its entries.
pub struct Walk<'a> {
    thread: &'a Thread,
    depth_max: u32,
    /// Under which comment each is shown: what it replies to, else its top comment.
    pub above: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    /// How many comments have each as their top comment.
    received_under: Vec<u64>,
    is_placed: Vec<bool>,
    pub items: Vec<ThreadItem>,
}

impl<'a> Walk<'a> {
    pub fn of(thread: &'a Thread, depth_max: u32) -> Self {
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
    pub fn place_branch(&mut self, top: usize) {
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
