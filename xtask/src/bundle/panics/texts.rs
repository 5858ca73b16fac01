//! What panics would say.

use super::Content;
use super::memory::{Memory, Place};
use std::collections::BTreeSet;
use std::ops::Range;
use wasmparser::Operator;

/// No text is longer.
const TEXT_MAX: u32 = 2_000;

/// The texts that are given to what panics, together with a place, and have no other use.
pub fn texts(contents: &[Content], memory: &Memory<'_>, places: &[Place]) -> Vec<Range<u32>> {
    let is_at_place = |said: &&Said| {
        let is_there = |address: u32| places.iter().any(|place| place.address == address);
        said.place.is_none_or(is_there)
    };
    let said = contents.iter().flat_map(|content| &content.said);
    let texts: BTreeSet<(u32, u32)> =
        said.filter(|said| said.place.is_some()).filter(is_at_place).map(Said::range).collect();
    let mentions = || contents.iter().flat_map(|content| &content.mentions);
    let numbers = memory.numbers();
    let is_needed = |text: &Range<u32>| {
        let said = contents.iter().flat_map(|content| &content.said);
        let as_last_words = said.filter(is_at_place).filter(|said| text.contains(&said.text));
        let mentioned: usize = mentions().filter(|(it, _)| text.contains(it)).map(|(_, n)| n).sum();
        mentioned > as_last_words.count() || numbers.range(text.clone()).next().is_some()
    };
    let range = |(text, length): (u32, u32)| text..text.saturating_add(length);
    let is_text = |text: &Range<u32>| {
        let bytes = memory.read(text.start, text.end - text.start);
        bytes.is_some_and(|bytes| bytes.iter().all(|it| it.is_ascii_graphic() || *it == b' '))
    };
    texts.into_iter().map(range).filter(is_text).filter(|text| !is_needed(text)).collect()
}

/// What a function that never returns is told.
#[derive(Clone, Copy)]
pub struct Said {
    text: u32,
    /// How long the text is, or twice that and one, as a text without arguments tells it.
    told: u32,
    /// Absent where it is told by who calls the function that panics.
    place: Option<u32>,
}

impl Said {
    /// What stands before a place, if it is the address of a text and its length.
    pub fn before(steps: &[(Operator<'_>, u64)], place: &Operator<'_>) -> Option<Self> {
        let [.., (Operator::I32Const { value: text }, _), (Operator::I32Const { value: told }, _)] =
            steps
        else {
            return None;
        };
        let place = match place {
            Operator::I32Const { value } => Some(value.cast_unsigned()),
            Operator::LocalGet { .. } => None,
            _ => return None,
        };
        Some(Self { text: text.cast_unsigned(), told: told.cast_unsigned(), place })
    }

    /// Where the text is, and how long: never longer than it is.
    fn range(&self) -> (u32, u32) {
        let length = if self.told.is_multiple_of(2) { self.told } else { self.told / 2 };
        (self.text, length.min(TEXT_MAX))
    }
}
