//! What a sign-in interrupted at a comment, so that whoever comes back goes on there.

use muloqot_domain::CommentId;

use crate::storage::visit_storage;

/// Where it is kept, for this tab only.
const RESUME_KEY: &str = "muloqot.interrupted";

/// Keeps for after signing in what is to go on; `false` where nothing is kept.
// Shared as a function by two pieces, so little would be a file of its own.
#[inline(always)]
pub fn keep_interrupted(id: &CommentId, what: &str) -> bool {
    visit_storage().is_some_and(|kept| kept.set_item(RESUME_KEY, &format!("{what} {id}")).is_ok())
}

/// What was interrupted at this comment, if anything.
pub fn interrupted(id: &CommentId) -> Option<String> {
    let kept = visit_storage()?.get_item(RESUME_KEY).ok()??;
    let (what, of) = kept.split_once(' ')?;
    (of == id.as_str()).then(|| what.to_owned())
}

/// It goes on now.
pub fn forget_interrupted() {
    if let Some(kept) = visit_storage() {
        // What stays only goes on once more, which changes nothing.
        let _ = kept.remove_item(RESUME_KEY);
    }
}
