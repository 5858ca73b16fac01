//! The place of a comment in its thread, as bytes whose order is the depth-first order.
//!
//! A path is the numbers from the top comment down to the comment itself. Each is written
//! as its length in bytes and then its bytes, the greatest first, so that a longer number
//! sorts after a shorter one, and a parent, being the beginning of its children's paths,
//! before them. Numbers grow, so among siblings the oldest comes first.

/// The path of a comment below another one, or at the top when there is none.
pub fn below(parent: Option<&[u8]>, seq: i64) -> Vec<u8> {
    let mut path = parent.unwrap_or_default().to_vec();
    let bytes = seq.to_be_bytes();
    let first = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len() - 1);
    path.push((bytes.len() - first) as u8);
    path.extend_from_slice(&bytes[first..]);
    path
}

/// The numbers on a path, from the top comment down to the comment itself.
pub fn seqs(path: &[u8]) -> Vec<i64> {
    let mut seqs = Vec::new();
    let mut rest = path;
    while let Some((length, tail)) = rest.split_first() {
        let (number, tail) = tail.split_at(usize::from(*length).min(tail.len()));
        seqs.push(number.iter().fold(0, |seq, byte| seq << 8 | i64::from(*byte)));
        rest = tail;
    }
    seqs
}

/// A path that sorts after everything below a comment and before all that follows it.
pub fn end(path: &[u8]) -> Vec<u8> {
    // No number is that many bytes long.
    [path, &[u8::MAX]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gives_its_numbers_back() {
        let seqs_in = [1, 255, 256, 70_000, i64::MAX];
        let path = seqs_in.iter().fold(Vec::new(), |path, seq| below(Some(&path), *seq));
        assert_eq!(seqs(&path), seqs_in);
    }

    #[test]
    fn bytes_sort_depth_first_and_oldest_first() {
        let top = below(None, 250);
        let first = below(Some(&top), 251);
        let under_first = below(Some(&first), 70_000);
        let second = below(Some(&top), 256);
        let next_top = below(None, 300);
        let order = [&top, &first, &under_first, &second, &end(&top), &next_top];
        assert!(order.is_sorted(), "{order:?}");
        assert!(end(&first) > under_first && end(&first) < second);
    }
}
