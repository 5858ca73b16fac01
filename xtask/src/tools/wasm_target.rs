//! The standard library for wasm, which a plain Rust does not bring.

use crate::command;
use crate::project::Project;
use crate::step::Step;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure(project: &Project) -> Result<()> {
    let step = Step::new("Rust for wasm");
    let sysroot = command::output(
        Command::new("rustc").args(["--print", "sysroot"]).current_dir(&project.root),
    )?;
    // Looked up in the folder, not asked of rustup: a Rust from a system's packages has the one without the other.
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        step.done("there");
        return Ok(());
    }
    step.doing("adding it with rustup");
    command::run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(&project.root)).with_context(|| {
        format!(
            "Rust's target {TARGET} is missing and could not be added: the app is compiled to it; \
             install rustup, then run `rustup target add {TARGET}`"
        )
    })?;
    step.done("added");
    Ok(())
}
