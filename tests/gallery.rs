//! The pure parts of the gallery, which is a program for the browser and runs no tests of its own.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]
#![allow(dead_code, reason = "what the tests do not call, the program does")]

#[path = "../gallery/address.rs"]
mod address;
#[path = "../gallery/criteria.rs"]
mod criteria;
