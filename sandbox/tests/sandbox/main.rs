//! The sandbox as those see it who speak to it. Every answer is held against the committed
//! contract by the one client that asks.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod answered;
mod attachments;
mod bodies;
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
mod questions;
mod quotes;
mod reads;
mod reports;
mod seeds;
mod sessions;
mod shown_as;
mod sign_in_page;
mod similar;
mod static_files;
mod threads;
mod versions;
mod votes;
mod writing;
