//! The sandbox as those see it who speak to it. Every answer is held against the committed
//! contract by the one client that asks.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod checker;
mod client;
mod commands;
mod consultations;
mod contract;
mod faults;
mod idempotency;
mod languages;
mod moderation;
mod outcomes;
mod polis;
mod reads;
mod reports;
mod seeds;
mod sessions;
mod sign_in_page;
mod static_files;
mod threads;
mod votes;
mod writing;
