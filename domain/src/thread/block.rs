//! A long thread in blocks.

use super::{Thread, ThreadItem};

/// Rows of a thread that stand below one another. A browser passes over a block that is far from
/// what is seen as one thing, where it would have to look at each of ten thousand rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadBlock {
    /// Tells it apart from all others of the thread.
    pub number: usize,
    /// What stands in it, from top to bottom.
    pub items: Vec<ThreadItem>,
}

impl Thread {
    /// What is shown ([`Thread::items`]), in blocks of about `size` comments.
    ///
    /// A top comment begins a block when it was fetched after a multiple of `size` others, so that
    /// no row goes from block to block when more comments come, or new ones, which stand in the
    /// first.
    #[must_use]
    pub fn blocks(&self, depth_max: u32, size: usize) -> Vec<ThreadBlock> {
        let mut blocks = vec![ThreadBlock { number: 0, items: Vec::new() }];
        for item in self.items(depth_max) {
            if let Some(number) = self.number_of_block_begun_by(&item, size) {
                blocks.push(ThreadBlock { number, items: Vec::new() });
            }
            if let Some(block) = blocks.last_mut() {
                block.items.push(item);
            }
        }
        blocks
    }

    fn number_of_block_begun_by(&self, item: &ThreadItem, size: usize) -> Option<usize> {
        let (ThreadItem::Comment { id, depth: 0, .. } | ThreadItem::Tombstone { id, depth: 0, .. }) =
            item
        else {
            return None;
        };
        let place = self.number_of(id)?;
        let is_start = place > 0 && place.is_multiple_of(size) && !self.new.contains(&place);
        is_start.then_some(place)
    }
}
