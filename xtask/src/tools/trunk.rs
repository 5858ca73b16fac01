//! Trunk compiles the app to wasm and serves it while it is worked on.

use super::Tool;
use super::installed::Wanted;
use anyhow::Result;

pub fn ensure() -> Result<Tool> {
    Wanted {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        locked: true,
        purpose: "builds the app for the browser",
    }
    .ensure()
}
