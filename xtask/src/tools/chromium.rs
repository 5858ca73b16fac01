//! The browser that the tests and measurements drive.

use crate::command;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Finds a Chromium or installs one: `CHROMIUM`, then PATH, then Debian's package, then Playwright's own download.
/// `tests` is a folder with Playwright installed.
pub fn ensure(tests: &Path) -> Result<PathBuf> {
    let step = Step::new("Chromium");
    if let Some(named) = env::var_os("CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from)
    {
        if !named.is_file() {
            bail!("CHROMIUM names {}, but there is no such file", named.display());
        }
        step.done("named by CHROMIUM");
        return Ok(named);
    }
    if let Some(found) = on_path() {
        step.done("on PATH");
        return Ok(found);
    }
    if Path::new("/etc/debian_version").exists() && is_root() {
        step.doing("installing Debian's package");
        if from_debian().is_ok()
            && let Some(found) = on_path()
        {
            step.done("installed");
            return Ok(found);
        }
    }
    step.doing("downloading Playwright's own");
    let downloaded = from_playwright(tests).context(
        "Chromium is missing and could not be installed: the tests run in it; \
         install your system's chromium package, or set CHROMIUM to the path of one",
    )?;
    step.done("downloaded");
    Ok(downloaded)
}

fn on_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn from_debian() -> Result<()> {
    command::run(Command::new("apt-get").args(["update", "--quiet"]))?;
    command::run(
        Command::new("apt-get")
            .args([
                "install",
                "--yes",
                "--quiet",
                "--no-install-recommends",
                "chromium",
                "fonts-dejavu-core",
            ])
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn from_playwright(tests: &Path) -> Result<PathBuf> {
    command::run(
        Command::new("npx")
            .args(["--no-install", "playwright", "install", "chromium"])
            .current_dir(tests),
    )?;
    let script =
        "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
    let path = command::output(Command::new("node").args(["--eval", script]).current_dir(tests))?;
    Ok(path.trim().into())
}
