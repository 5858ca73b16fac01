//! x
pub mod backend;
pub mod config;
