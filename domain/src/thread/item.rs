//! What stands in one row of a thread.

use crate::{CommentId, Cursor};

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
