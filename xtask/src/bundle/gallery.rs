//! The gallery of components: a second Trunk target from the same crate, beside the app. Its files keep their plain names,
//! because an auditor's visit need not be fast but must show what is there now.

use super::prune::prune;
use super::{esbuild, files};
use crate::command;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Where a host serves it, below the app.
const FOLDER: &str = "accessibility/components";
/// The script and the module as Trunk names them after the program.
const SCRIPT: &str = "muloqot-gallery.js";
const MODULE: &str = "muloqot-gallery_bg.wasm";
const LOADER: &str = "loader.js";
const STYLE: &str = "style/gallery.css";

/// Builds it into its folder of a site.
pub fn build(project: &Project, tools: &Tools, site: &Path) -> Result<()> {
    let compiled = project.workshop().join("gallery");
    fs::create_dir_all(&compiled).context("the folder for the gallery could not be made")?;
    let mut trunk = tools.trunk(project);
    trunk.args(["build", "gallery/index.html", "--release", "--dist"]).arg(&compiled);
    command::run(&mut trunk)?;

    let work = project.workshop().join("gallery-sealing");
    files::emptied(&work)?;
    let code = prune(project, &compiled.join(SCRIPT), &compiled.join(MODULE), &[], &work)?;
    let place = site.join(FOLDER);
    files::write(&place.join(SCRIPT), &code.js)?;
    files::write(&place.join(MODULE), &code.wasm)?;
    files::write(&place.join(STYLE), &esbuild::minified(project, &compiled.join(STYLE))?)?;
    let is_whole = |file: &Path| {
        file.starts_with("locales")
            || file.starts_with("gallery")
            || file == Path::new(LOADER)
            || file == Path::new("index.html")
    };
    files::copy(&compiled, &place, is_whole)
}
