//! Muloqot in the browser: consultations read and answered by citizens.
//!
//! `app` is the shell and shows the page of an address; features are pages and views;
//! they ask a platform through `backend` and are made of `ui` components.

pub mod accessibility;
mod alternates;
pub mod app;
pub mod backend;
pub mod clock;
pub mod config;
pub mod consultation;
pub mod fetched;
pub mod graphemes;
pub mod home;
mod json;
pub mod locale;
pub mod navigation;
pub mod pieces;
mod preferences;
pub mod reactive;
pub mod routes;
pub mod session;
mod start;
mod statement;
mod storage;
pub mod ui;

pub use start::start;
