//! Several things in a row: `a`, `a va b`, `a, b va c`.

use super::{Message, Value, m};

/// A list as the language joins it. Nothing for nothing.
#[must_use]
pub fn list_words(items: Vec<Value>) -> Message {
    let mut items = items.into_iter();
    let Some(first) = items.next() else { return m::verbatim("") };
    let Some(last) = items.next_back() else { return m::verbatim(first) };
    let join = |before: Value, next: Value| Value::from(m::list_comma(before, next));
    m::list_and(items.fold(first, join), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(items: &[&str]) -> Message {
        list_words(items.iter().map(|item| Value::from(*item)).collect())
    }

    #[test]
    fn only_the_last_is_joined_by_a_word() {
        assert_eq!(listed(&[]), m::verbatim(""));
        assert_eq!(listed(&["a"]), m::verbatim("a"));
        assert_eq!(listed(&["a", "b"]), m::list_and("a", "b"));
        assert_eq!(listed(&["a", "b", "c"]), m::list_and(m::list_comma("a", "b"), "c"));
    }
}
