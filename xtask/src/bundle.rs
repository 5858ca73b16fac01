//! The app as a host serves it. It is compiled and taken apart into what every visit loads and what is fetched when it is
//! needed; then the result is sealed: made small, named by its content, and described in `index.html` with the digests
//! that the browser checks.

mod asset;
mod compile;
mod digest;
mod esbuild;
pub mod files;
mod gallery;
mod glue;
mod join;
mod manifest;
mod order;
pub mod page;
mod panics;
mod prune;
mod seal;
mod split;
mod stamp;
mod wasm;
mod words;

pub use manifest::{Manifest, PAGES, pieces_in};

use crate::command;
use crate::project::Project;
use crate::step::Step;
use crate::tools::Tools;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// What the app's own package is called, and every file that is made of it.
const NAME: &str = "muloqot";

/// Builds the app in release into `dist`, unless what is there was made from the very same inputs.
pub fn ensure(project: &Project, tools: &Tools) -> Result<()> {
    let step = Step::new("App");
    let stamp = stamp::of(project, &tools.versions)?;
    if stamp::read(project).as_ref() == Some(&stamp) {
        step.done("unchanged");
        return Ok(());
    }
    step.doing("compiling to wasm in release");
    let compiled = project.workshop().join("compiled");
    let pieces = compile::compile(project, tools, &compiled)?;
    step.doing("making it small");
    let site = seal::seal(project, &compiled, &pieces)?;
    step.doing("building the gallery of components");
    gallery::build(project, tools, &site)?;
    step.doing("compressing");
    compress(project, &site)?;
    stamp::write(project, &stamp)?;
    step.done("built");
    Ok(())
}

/// Puts a compressed twin beside each file that gets smaller by it, and the whole in the place of what was in `dist`.
fn compress(project: &Project, site: &Path) -> Result<()> {
    command::run(Command::new("node").arg(project.root.join("xtask/js/compress.mjs")).arg(site))?;
    files::emptied(&project.dist())?;
    files::copy(site, &project.dist(), |_| true)
}
