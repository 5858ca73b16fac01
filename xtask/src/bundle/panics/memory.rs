//! What stands in the memory of an app, and which of it tells where a panic would happen.

use std::collections::BTreeSet;

/// How many bytes a `core::panic::Location` has: the address and length of a file's name, a line and a column.
pub const SIZE: u32 = 16;
/// What the name of a file ends with.
const SOURCE: &[u8] = b".rs";
/// No path, no line and no column is greater.
const PATH_MAX: u32 = 300;
const LINE_MAX: u32 = 100_000;
const COLUMN_MAX: u32 = 1_000;

/// Where a panic would happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub address: u32,
    /// The address of the file's name.
    pub name: u32,
    pub length: u32,
}

/// The memory as it is at the start, part by part.
pub struct Memory<'a>(pub Vec<(u32, &'a [u8])>);

impl Memory<'_> {
    pub fn read(&self, address: u32, length: u32) -> Option<&[u8]> {
        self.0.iter().find_map(|(start, bytes)| {
            let from = address.checked_sub(*start)? as usize;
            bytes.get(from..from.checked_add(length as usize)?)
        })
    }

    fn number(&self, address: u32) -> Option<u32> {
        Some(u32::from_le_bytes(self.read(address, 4)?.try_into().ok()?))
    }

    /// What reads as a place: a name that ends as a source file's does, a line and a column.
    fn place(&self, address: u32) -> Option<Place> {
        let (name, length) = (self.number(address)?, self.number(address + 4)?);
        let (line, column) = (self.number(address + 8)?, self.number(address + 12)?);
        let is_likely = (SOURCE.len() as u32..PATH_MAX).contains(&length)
            && (1..LINE_MAX).contains(&line)
            && (1..COLUMN_MAX).contains(&column);
        let path = self.read(name, length).filter(|_| is_likely)?;
        let is_path = path.ends_with(SOURCE) && path.iter().all(u8::is_ascii_graphic);
        is_path.then_some(Place { address, name, length })
    }

    /// Every number that stands in it, which may be an address.
    pub fn numbers(&self) -> BTreeSet<u32> {
        let of = |(start, bytes): &(u32, &[u8])| {
            let skipped = (start.next_multiple_of(4) - start) as usize;
            let words = bytes.get(skipped..).unwrap_or_default().chunks_exact(4);
            words
                .filter_map(|word| Some(u32::from_le_bytes(word.try_into().ok()?)))
                .collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of).collect()
    }

    pub fn places(&self) -> Vec<Place> {
        let of = |(start, bytes): &(u32, &[u8])| {
            let first = start.next_multiple_of(4);
            let end = start + bytes.len() as u32;
            (first..end).step_by(4).filter_map(|address| self.place(address)).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of).collect()
    }
}
