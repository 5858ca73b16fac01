//! A thread page on a slow phone; the measuring is done in the browser's own language, `tests/e2e/bench/page.mjs`.

use crate::bundle;
use crate::command;
use crate::project::Project;
use crate::tools::{Tools, chromium, node};
use anyhow::Result;
use std::ffi::OsStr;
use std::process::Command;

/// Builds and serves what a person would get, and measures it.
pub fn run(project: &Project) -> Result<()> {
    let tools = Tools::ensure(project)?;
    bundle::ensure(project, &tools)?;
    let tests = project.root.join("tests/e2e");
    node::install(&tests, "Playwright (npm)")?;
    let chromium = chromium::ensure(&tests)?;
    let sandbox = super::serve(project, OsStr::new(":memory:"), &project.dist())?;
    let [id] = super::biggest_threads(&sandbox.address)?;
    command::run(
        Command::new("node")
            .arg("bench/page.mjs")
            .arg(format!("{}/consultations/{id}", sandbox.address))
            .current_dir(&tests)
            .env("CHROMIUM", chromium),
    )
}
