//! Pictures for tests, of no more than makes them one.

use super::jpeg::{END, MARK, SCAN, START};

pub fn segment(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&[MARK, kind], length.as_slice(), content].concat()
}

/// The pixels of a photograph in two scans, with a mark to start again.
fn pixels() -> Vec<u8> {
    let data = [0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34];
    [segment(SCAN, &[1]), data.to_vec(), segment(SCAN, &[2]), data.to_vec()].concat()
}

/// A photograph with other segments before its frame, and some between its pixels.
pub fn jpeg_with(before: &[Vec<u8>], between: &[Vec<u8>]) -> Vec<u8> {
    let frame = segment(0xC0, &[8, 0]);
    let parts = [before.concat(), frame, pixels(), between.concat(), pixels()];
    [&[MARK, START], parts.concat().as_slice(), &[MARK, END]].concat()
}

/// One with a small copy of itself, which has an end of its own.
pub fn jpeg() -> Vec<u8> {
    jpeg_with(&[segment(0xE1, &[0xFF, 0xD8, 0xFF, 0xD9])], &[])
}

pub fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32).to_be_bytes(), kind.as_slice(), content, &[0; 4]].concat()
}

/// A picture with other chunks before and after its pixels.
pub fn png_with(before: &[Vec<u8>], after: &[Vec<u8>]) -> Vec<u8> {
    let (head, end) = (chunk(b"IHDR", &[0; 13]), chunk(b"IEND", &[]));
    let pixels = chunk(b"IDAT", &[1, 2, 3]);
    let parts = [head, before.concat(), pixels, after.concat(), end];
    [b"\x89PNG\r\n\x1a\n", parts.concat().as_slice()].concat()
}

pub fn png() -> Vec<u8> {
    png_with(&[], &[])
}
