//! An order of comments in which none stands first for having been early, loud or liked.
//!
//! Each reader sees the comments shuffled, and the same way at every visit. There are 256 such
//! orders and not one for each reader: the number of an order, which travels with every request,
//! must not tell one reader from another.

use crate::CommentId;

/// Where a comment stands in one of the fair orders: the lowest first. It depends on nothing but
/// the order and the comment's identifier, so that a new comment moves no other.
#[must_use]
pub fn fair_rank(order: u8, id: &CommentId) -> u32 {
    // FNV-1a takes in every byte, the finish of MurmurHash3 spreads what came of the last ones.
    let taken = [order]
        .iter()
        .chain(id.as_str().as_bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let spread = (taken ^ (taken >> 16)).wrapping_mul(0x85eb_ca6b);
    let spread = (spread ^ (spread >> 13)).wrapping_mul(0xc2b2_ae35);
    spread ^ (spread >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMENTS: usize = 40;

    /// Comments with identifiers that tell their age, in a fair order.
    fn shuffled(order: u8) -> Vec<usize> {
        let mut ages: Vec<usize> = (0..COMMENTS).collect();
        ages.sort_by_key(|age| fair_rank(order, &CommentId(format!("comment-{age:03}"))));
        ages
    }

    #[test]
    fn over_all_orders_each_comment_stands_in_the_middle_and_each_is_first_for_somebody() {
        let mut sums = [0; COMMENTS];
        let mut firsts = [0; COMMENTS];
        for order in 0..=u8::MAX {
            let ages = shuffled(order);
            firsts[ages[0]] += 1;
            for (place, age) in ages.into_iter().enumerate() {
                sums[age] += place;
            }
        }
        for (age, (sum, firsts)) in sums.into_iter().zip(firsts).enumerate() {
            let mean = sum as f64 / 256.0;
            // Of 256 places drawn evenly the mean deviates by 0.7; 3 is four times that.
            assert!((mean - 19.5).abs() < 3.0, "comment {age} stands at {mean} on average");
            assert!((1..=20).contains(&firsts), "comment {age} is first {firsts} times of 256");
        }
    }

    #[test]
    fn two_readers_with_different_orders_read_differently_and_one_always_the_same() {
        assert_eq!(shuffled(7), shuffled(7));
        let first_five = |order| shuffled(order)[..5].to_vec();
        assert!((0..u8::MAX).all(|order| first_five(order) != first_five(order + 1)));
    }
}
