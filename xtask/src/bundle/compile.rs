//! From the sources to the folder that is sealed: everything under the plain names of the debug build.

use super::split::{self, Pieces};
use super::{NAME, files, panics};
use crate::command;
use crate::messages;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// The folders whose files are served, and where.
const COPIED: [(&str, &str); 9] = [
    ("public", ""),
    ("locales", "locales"),
    ("about/locales", "about"),
    ("outcome/locales", "outcome"),
    ("statement/locales", "accessibility/statement"),
    ("moderation/locales", "moderation"),
    ("attaching/locales", "attaching"),
    ("writing/locales", "writing"),
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

    let linked = linked(
        project,
        NAME,
        &["--features", "split"],
        // Splitting has to know what refers to what, and the pieces need the stack.
        &["-Clink-arg=--emit-relocs", "-Clink-arg=--export=__stack_pointer"],
    )?;
    let apart = folder.join("pieces");
    fs::create_dir_all(&apart).context("the folder for the pieces could not be made")?;
    let (main, pieces) = split::split(&linked, &apart)?;
    // The pieces refer to what the linker exported, and the table of functions by its name.
    bind(project, tools, &main, NAME, folder, &["--keep-lld-exports", "--no-demangle"])?;
    let main = folder.join(NAME.to_owned() + "_bg.wasm");
    let files: BTreeSet<&Path> =
        pieces.0.iter().flat_map(|it| &it.files).map(PathBuf::as_path).collect();
    let files: Vec<&Path> = iter::once(main.as_path()).chain(files).collect();
    panics::forget(&files)?;
    Ok(pieces)
}

/// Compiles a program of the app's package in release, and says where the wasm is.
pub fn linked(project: &Project, program: &str, cargo: &[&str], rustc: &[&str]) -> Result<PathBuf> {
    command::run(
        project
            .cargo()
            .args(["rustc", "--package", NAME, "--bin", program, "--release", "--target", TARGET])
            .arg("--config")
            .arg(without_paths()?)
            .args(cargo)
            .arg("--")
            .args(rustc),
    )?;
    Ok(project.target.join(TARGET).join("release").join(program).with_extension("wasm"))
}

/// A setting of cargo that leaves out of the wasm where this machine keeps the sources of crates: they are in what a
/// panic says, and weigh.
fn without_paths() -> Result<String> {
    let home = cargo_home().context("cargo's folder could not be found")?;
    let mut flags = Vec::new();
    for registry in files::folders(&home.join("registry/src"))? {
        flags.push(format!("--remap-path-prefix={}/=", registry.display()));
    }
    let flags: Vec<serde_json::Value> = flags.into_iter().map(Into::into).collect();
    // A list of texts is written alike in JSON and in TOML.
    Ok(format!("target.{TARGET}.rustflags={}", serde_json::Value::from(flags)))
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// Writes the JavaScript that talks to a wasm, and the wasm that it talks to.
pub fn bind(
    project: &Project,
    tools: &Tools,
    wasm: &Path,
    name: &str,
    folder: &Path,
    more: &[&str],
) -> Result<()> {
    command::run(
        tools
            .wasm_bindgen(project)
            .arg(wasm)
            .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
            .arg(folder)
            .args(more),
    )
}
