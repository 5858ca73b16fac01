//! What changed from one text to another, word by word.

/// A run of words that stayed, came or went, with the white space in and around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both texts.
    Kept(&'a str),
    /// In the text before alone.
    Deleted(&'a str),
    /// In the text after alone.
    Inserted(&'a str),
}

/// How many cells the table may have in which the longest common run of words is looked for:
/// two megabytes. Beyond that, what lies between the common start and end is another text.
const CELLS_MAX: usize = 1 << 20;

/// What changed from `before` to `after`: what was deleted stands before what was inserted in
/// its place, and no two runs of one kind stand side by side. What is kept and what was deleted
/// are together the text before, what is kept and what was inserted the text after.
///
/// By the longest common subsequence of words and of the white space between them (Wagner and
/// Fischer, 1974), in time and room of the product of the numbers of both, up to a limit.
#[must_use]
pub fn word_diff<'a>(before: &'a str, after: &'a str) -> Vec<Change<'a>> {
    let (old, new) = (tokens(before), tokens(after));
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (old.get(start..), new.get(start..));
    let (old_rest, new_rest) = (old_rest.unwrap_or_default(), new_rest.unwrap_or_default());
    let mirrored = old_rest.iter().rev().zip(new_rest.iter().rev());
    let end = mirrored.take_while(|(one, other)| one == other).count();
    let old_middle = old_rest.get(..old_rest.len() - end).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();

    let mut steps = vec![Step::Keep; start];
    steps.extend(steps_between(old_middle, new_middle));
    steps.extend(vec![Step::Keep; end]);
    joined(before, after, &old, &new, &swallow_spaces(&old, steps))
}

/// One token on the way from one text to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Keep,
    Delete,
    Insert,
}

/// Words, and what is between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_space = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_space).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn steps_between(old: &[&str], new: &[&str]) -> Vec<Step> {
    let width = new.len() + 1;
    let replaced = || {
        let deleted = old.iter().map(|_| Step::Delete);
        deleted.chain(new.iter().map(|_| Step::Insert)).collect()
    };
    let Some(cells) = (old.len() + 1).checked_mul(width) else { return replaced() };
    if old.is_empty() || new.is_empty() || cells > CELLS_MAX {
        return replaced();
    }
    // The length of the longest run that the rests of both have in common, from each place on.
    let mut common = vec![0u16; cells];
    let at = |table: &[u16], row: usize, column: usize| {
        table.get(row * width + column).copied().unwrap_or_default()
    };
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let best = match one == other {
                true => at(&common, row + 1, column + 1).saturating_add(1),
                false => at(&common, row + 1, column).max(at(&common, row, column + 1)),
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = best;
            }
        }
    }
    let mut steps = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < old.len() || column < new.len() {
        let is_same = old.get(row).is_some() && old.get(row) == new.get(column);
        let delete = column >= new.len()
            || (row < old.len() && at(&common, row + 1, column) >= at(&common, row, column + 1));
        let step = match (is_same, delete) {
            (true, _) => Step::Keep,
            (false, true) => Step::Delete,
            (false, false) => Step::Insert,
        };
        row += usize::from(step != Step::Insert);
        column += usize::from(step != Step::Delete);
        steps.push(step);
    }
    steps
}

/// A space that stayed between words that did not is no word that stayed: without it, another
/// sentence would be told word by word.
fn swallow_spaces(old: &[&str], steps: Vec<Step>) -> Vec<Step> {
    let mut swallowed = Vec::with_capacity(steps.len());
    let mut at = 0;
    for (place, step) in steps.iter().enumerate() {
        let is_between = place > 0
            && [place - 1, place + 1]
                .iter()
                .all(|beside| steps.get(*beside).is_some_and(|step| *step != Step::Keep));
        let is_space = old.get(at).is_some_and(|token| token.trim().is_empty());
        match step {
            Step::Keep if is_between && is_space => {
                swallowed.extend([Step::Delete, Step::Insert]);
            }
            step => swallowed.push(*step),
        }
        at += usize::from(*step != Step::Insert);
    }
    swallowed
}

/// Runs of steps as parts of the two texts.
fn joined<'a>(
    before: &'a str,
    after: &'a str,
    old: &[&str],
    new: &[&str],
    steps: &[Step],
) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let (mut row, mut column) = (0, 0);
    let (mut old_at, mut new_at) = (0, 0);
    let length = |tokens: &[&str], at: usize| tokens.get(at).map_or(0, |token| token.len());
    let mut rest = steps.iter().peekable();
    while rest.peek().is_some() {
        let start = old_at;
        while rest.next_if_eq(&&Step::Keep).is_some() {
            old_at += length(old, row);
            new_at += length(new, column);
            row += 1;
            column += 1;
        }
        if old_at > start {
            changes.extend(before.get(start..old_at).map(Change::Kept));
        }
        let (old_start, new_start) = (old_at, new_at);
        while let Some(step) = rest.next_if(|step| **step != Step::Keep) {
            if *step == Step::Delete {
                old_at += length(old, row);
                row += 1;
            } else {
                new_at += length(new, column);
                column += 1;
            }
        }
        if old_at > old_start {
            changes.extend(before.get(old_start..old_at).map(Change::Deleted));
        }
        if new_at > new_start {
            changes.extend(after.get(new_start..new_at).map(Change::Inserted));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Change::{Deleted, Inserted, Kept};

    #[test]
    fn words_that_changed_are_told_and_no_others() {
        assert_eq!(
            word_diff("Suv kelmayapti, yordam bering.", "Suv uch kundan beri kelmayapti."),
            [
                Kept("Suv "),
                Deleted("kelmayapti, yordam bering."),
                Inserted("uch kundan beri kelmayapti."),
            ]
        );
        assert_eq!(
            word_diff("bir ikki uch", "bir toʻrt uch"),
            [Kept("bir "), Deleted("ikki"), Inserted("toʻrt"), Kept(" uch")]
        );
        assert_eq!(
            word_diff("bir uch", "bir ikki uch"),
            [Kept("bir "), Inserted("ikki "), Kept("uch")]
        );
        assert_eq!(
            word_diff("bir ikki", "bir\nikki"),
            [Kept("bir"), Deleted(" "), Inserted("\n"), Kept("ikki"),]
        );
    }

    #[test]
    fn another_sentence_is_told_whole_and_not_word_by_word() {
        assert_eq!(word_diff("a b c", "x y z"), [Deleted("a b c"), Inserted("x y z")]);
        assert_eq!(word_diff("", "x"), [Inserted("x")]);
        assert_eq!(word_diff("x", "x"), [Kept("x")]);
        assert_eq!(word_diff("", ""), []);
    }

    #[test]
    fn texts_of_very_many_words_are_compared_in_bounded_room() {
        let (before, after) = ("a b ".repeat(4_000), "b c ".repeat(4_000));
        let changes = word_diff(&before, &after);
        assert_eq!(applied(&changes), (before.clone(), after.clone()));
    }

    fn applied(changes: &[Change<'_>]) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        for change in changes {
            match change {
                Kept(text) => {
                    before.push_str(text);
                    after.push_str(text);
                }
                Deleted(text) => before.push_str(text),
                Inserted(text) => after.push_str(text),
            }
        }
        (before, after)
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["([abў] |[abc]\n|[ab]){0,12}", "\\PC{0,30}"]
    }

    proptest! {
        #[test]
        fn applying_the_changes_gives_both_texts_back(before in text(), after in text()) {
            let changes = word_diff(&before, &after);
            prop_assert_eq!(applied(&changes), (before, after));
        }

        #[test]
        fn runs_of_one_kind_do_not_stand_side_by_side(before in text(), after in text()) {
            let changes = word_diff(&before, &after);
            for pair in changes.windows(2) {
                let kinds = [&pair[0], &pair[1]].map(std::mem::discriminant);
                prop_assert!(kinds[0] != kinds[1], "{:?}", pair);
                let is_turned = matches!(pair, [Inserted(_), Deleted(_)]);
                prop_assert!(!is_turned, "{:?}", pair);
            }
        }

        #[test]
        fn what_did_not_change_is_all_kept(text in text()) {
            let changes = word_diff(&text, &text);
            prop_assert!(changes.iter().all(|change| matches!(change, Kept(_))));
        }
    }
}
