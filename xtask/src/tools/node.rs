//! Node.js: it runs the tools that seal the build and the tests in a browser.

use crate::command;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

const OLDEST: u32 = 20;

/// Checks that Node.js and npm are there, and gives the version of the first.
pub fn ensure() -> Result<String> {
    let how = format!(
        "install Node.js {OLDEST} or newer, with npm, from nodejs.org or your system's packages"
    );
    let Some(version) = command::version(&mut Command::new("node"))? else {
        bail!("Node.js is missing: it runs the tools that make the app small; {how}");
    };
    let major: u32 =
        version.split('.').next().and_then(|major| major.parse().ok()).unwrap_or_default();
    if major < OLDEST {
        bail!("Node.js {version} is too old for the tools that make the app small; {how}");
    }
    if command::version(&mut Command::new("npm"))?.is_none() {
        bail!("npm is missing: it installs the tools that make the app small; {how}");
    }
    Ok(version)
}

/// Installs what a folder's `package-lock.json` says, unless that was done since the lock was written.
pub fn install(folder: &Path, what: &str) -> Result<()> {
    let step = Step::new(what);
    // npm writes this file last, so an install that broke off is done again.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&folder.join("package-lock.json")) {
        step.done("there");
        return Ok(());
    }
    step.doing("npm ci");
    command::run(
        Command::new("npm")
            // None of these packages needs its scripts: what need not run, does not.
            .args(["ci", "--ignore-scripts", "--loglevel", "error"])
            .current_dir(folder),
    )
    .with_context(|| {
        format!(
            "the packages of {} could not be installed; run `npm ci` there to see why",
            folder.display()
        )
    })?;
    step.done("installed");
    Ok(())
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}
