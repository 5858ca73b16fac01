//! Tools written in Rust, installed at one exact version.

use super::Tool;
use crate::command;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that cargo can install.
pub struct Wanted<'a> {
    /// The package's name.
    pub package: &'a str,
    /// The program's name.
    pub program: &'a str,
    /// The one version that will do.
    pub version: &'a str,
    /// Whether the package's own lock file is used.
    pub locked: bool,
    /// What the build needs it for, to end the sentence "it …".
    pub purpose: &'a str,
}

impl Wanted<'_> {
    /// Takes the one on PATH when its version is right, else the cached one, else installs it into the cache.
    pub fn ensure(&self) -> Result<Tool> {
        let step = Step::new(format!("{} {}", self.package, self.version));
        if self.is_right(Path::new(self.program))? {
            step.done("on PATH");
            return Ok(self.tool(None));
        }
        let root = cache()?.join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        if self.is_right(&folder.join(self.program))? {
            step.done("in the cache");
            return Ok(self.tool(Some(folder)));
        }
        self.install(&step, &root)?;
        if !self.is_right(&folder.join(self.program))? {
            bail!(
                "{} {} was installed into {} but does not run there; remove that folder and try again",
                self.package,
                self.version,
                root.display()
            );
        }
        step.done("installed");
        Ok(self.tool(Some(folder)))
    }

    fn install(&self, step: &Step, root: &Path) -> Result<()> {
        if has_binstall() {
            step.doing("installing with cargo binstall");
            let binstalled = command::run(
                Command::new("cargo")
                    .args(["binstall", "--no-confirm", "--root"])
                    .arg(root)
                    .arg(format!("{}@{}", self.package, self.version)),
            );
            if binstalled.is_ok() {
                return Ok(());
            }
        }
        step.doing("compiling it once (some minutes)");
        let mut install = Command::new("cargo");
        install.args(["install", self.package, "--version", self.version, "--root"]).arg(root);
        if self.locked {
            install.arg("--locked");
        }
        // Tools that run for a second need not be compiled for minutes.
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command::run(&mut install).with_context(|| {
            format!(
                "{} {} is missing and could not be installed: it {}; install it with `cargo install {} --version {}`",
                self.package, self.version, self.purpose, self.package, self.version
            )
        })
    }

    fn is_right(&self, program: &Path) -> Result<bool> {
        Ok(command::version(Command::new(program).env_remove("NO_COLOR"))?.as_deref()
            == Some(self.version))
    }

    fn tool(&self, folder: Option<PathBuf>) -> Tool {
        Tool { version: self.version.to_owned(), folder }
    }
}

fn has_binstall() -> bool {
    Command::new("cargo")
        .args(["binstall", "-V"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The user's own cache: tools outlive a checkout and are shared by all of them.
fn cache() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache
        .context("there is no home folder to keep tools in; set XDG_CACHE_HOME")?
        .join("muloqot/tools"))
}
