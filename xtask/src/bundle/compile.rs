//! From the sources to the folder that is sealed: everything under the plain names of the debug build.

use super::split::{self, Pieces};
use super::{NAME, files};
use crate::command;
use crate::messages;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// The folders whose files are served, and where.
const COPIED: [(&str, &str); 4] = [
    ("public", ""),
    ("locales", "locales"),
    ("statement/locales", "accessibility/statement"),
    ("style", "style"),
];
/// The single ones: what the last audit came to.
const COPIED_FILES: [(&str, &str); 2] = [
    ("index.html", "index.html"),
    ("docs/accessibility/summary.json", "accessibility/summary.json"),
];

/// Compiles the app in release, splits it, and puts all that is served beside it.
pub fn compile(project: &Project, tools: &Tools, folder: &Path) -> Result<Pieces> {
    files::emptied(folder)?;
    for (from, to) in COPIED {
        files::copy(&project.root.join(from), &folder.join(to), |_| true)?;
    }
    for (from, to) in COPIED_FILES {
        files::write(&folder.join(to), &files::read(&project.root.join(from))?)?;
    }
    messages::write(folder)?;

    command::run(
        project
            .cargo()
            .args(["rustc", "--package", NAME, "--bin", NAME, "--release"])
            .args(["--target", TARGET, "--features", "split"])
            // Splitting has to know what refers to what, and the pieces need the stack.
            .args(["--", "-Clink-arg=--emit-relocs", "-Clink-arg=--export=__stack_pointer"]),
    )?;
    let linked = project.target.join(TARGET).join("release").join(NAME).with_extension("wasm");
    let apart = folder.join("pieces");
    fs::create_dir_all(&apart).context("the folder for the pieces could not be made")?;
    let (main, pieces) = split::split(&linked, &apart)?;
    command::run(
        tools
            .wasm_bindgen(project)
            .arg(&main)
            .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(folder)
            // The pieces refer to what the linker exported, and the table of functions by its name.
            .args(["--keep-lld-exports", "--no-demangle"]),
    )?;
    Ok(pieces)
}
