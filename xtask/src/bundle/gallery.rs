//! The gallery of components: a second program of the app's package, beside the app. Its files keep their plain names,
//! because an auditor's visit need not be fast but must show what is there now.

use super::prune::prune;
use super::{compile, esbuild, files};
use crate::messages;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::Result;
use std::path::Path;

/// Where a host serves it, below the app.
const FOLDER: &str = "accessibility/components";
/// The program, and every file that is made of it.
const NAME: &str = "muloqot-gallery";

/// Builds it into its folder of a site.
pub fn build(project: &Project, tools: &Tools, site: &Path) -> Result<()> {
    let work = project.workshop().join("gallery");
    files::emptied(&work)?;
    let wasm = compile::linked(project, NAME, &[], &[])?;
    compile::bind(project, tools, &wasm, NAME, &work, &[])?;
    let script = work.join(format!("{NAME}.js"));
    let module = work.join(format!("{NAME}_bg.wasm"));
    let code = prune(project, &script, &module, &[], &work)?;

    let place = site.join(FOLDER);
    let source = |name: &str| project.root.join(name);
    files::write(&place.join(format!("{NAME}.js")), &code.js)?;
    files::write(&place.join(format!("{NAME}_bg.wasm")), &code.wasm)?;
    let style = esbuild::minified(project, &source("style/gallery.css"))?;
    files::write(&place.join("style/gallery.css"), &style)?;
    files::copy(&source("locales"), &place.join("locales"), |_| true)?;
    files::copy(&source("gallery/locales"), &place.join("gallery/locales"), |_| true)?;
    files::copy(&source("attaching/locales"), &place.join("attaching"), |_| true)?;
    files::write(&place.join("loader.js"), &files::read(&source("gallery/loader.js"))?)?;
    files::write(&place.join("index.html"), &files::read(&source("gallery/index.html"))?)?;
    messages::write(&place)
}
