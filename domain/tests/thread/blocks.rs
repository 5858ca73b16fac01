//! A long thread in blocks.

use std::collections::{HashMap, HashSet};

use muloqot_domain::{Comment, Thread, ThreadItem};
use proptest::prelude::*;

use super::{comment, page};

#[test]
fn a_long_thread_is_shown_in_blocks_that_begin_with_a_top_comment() {
    let mut thread = Thread::new();
    let top = |number: usize| comment(&format!("c{number}"), None, None);
    thread.add_comments(page((0..5).map(top).collect(), Some("more"), 9));
    let reply = comment("r", Some("c1"), Some("c1"));
    thread.add_replies(&"c1".into(), page(vec![reply], None, 1));
    thread.add_comments(page((6..9).map(top).collect(), None, 9));
    let lengths = |size| {
        let blocks = thread.blocks(4, size);
        blocks.iter().map(|block| (block.number, block.items.len())).collect::<Vec<_>>()
    };
    assert_eq!(lengths(3), [(0, 4), (3, 2), (6, 3)]);
    assert_eq!(lengths(100), [(0, 9)]);
    assert_eq!(Thread::new().blocks(4, 3).len(), 1);
}

proptest! {
    /// Whatever comes, a comment stays in its block, and the blocks together are the thread.
    #[test]
    fn no_comment_goes_from_block_to_block(
        pages in prop::collection::vec((1_usize..9, any::<bool>()), 1..12),
        size in 1_usize..7,
    ) {
        let mut thread = Thread::new();
        let mut stood = HashMap::new();
        let mut count = 0;
        for (length, is_new) in pages {
            let ids = (count..count + length).map(|number| format!("c{number}"));
            let items: Vec<Comment> = ids.map(|id| comment(&id, None, None)).collect();
            count += length;
            match is_new {
                true => items.into_iter().for_each(|item| thread.insert_new(item)),
                false => thread.add_comments(page(items, Some("more"), 100)),
            }
            let blocks = thread.blocks(4, size);
            let together: Vec<_> = blocks.iter().flat_map(|block| block.items.clone()).collect();
            prop_assert_eq!(&together, &thread.items(4));
            let numbers: HashSet<usize> = blocks.iter().map(|block| block.number).collect();
            prop_assert_eq!(numbers.len(), blocks.len(), "each has a number of its own");
            for block in blocks {
                for item in block.items {
                    let ThreadItem::Comment { id, .. } = item else { continue };
                    let before = *stood.entry(id).or_insert(block.number);
                    prop_assert_eq!(before, block.number);
                }
            }
        }
    }
}
