//! JavaScript and styles, each with all that it imports in one file.

use crate::command;
use crate::project::Project;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The oldest browsers with cascade layers, which the styles stand on.
const BROWSERS: &str = "--target=chrome99,firefox97,safari15.4";

/// The bundle of an entry as the browser gets it.
pub fn minified(project: &Project, entry: &Path) -> Result<Vec<u8>> {
    let text = command::output(bundling(project, entry).args(["--minify", "--charset=utf8"]))?;
    Ok(text.into_bytes())
}

/// The bundle of a script with its names kept, to read what is left of it.
pub fn shaken(project: &Project, entry: &Path) -> Result<String> {
    command::output(bundling(project, entry).arg("--minify-syntax"))
}

fn bundling(project: &Project, entry: &Path) -> Command {
    let mut esbuild = project.npm_tool("esbuild");
    esbuild
        .arg(entry)
        .args(["--bundle", "--format=esm", "--log-level=warning", BROWSERS])
        // Pictures keep their addresses on the site.
        .args(["--external:*.svg", "--external:*.png", "--external:*.webp", "--external:*.woff2"]);
    esbuild
}
