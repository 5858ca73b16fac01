//! Where the project's things are.

use crate::command;
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders every chore works in.
pub struct Project {
    /// The checkout's own folder.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was put.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo, so that a target folder set by variable or configuration is obeyed.
    pub fn find() -> Result<Self> {
        let xtask =
            env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&xtask).parent().context("xtask has no parent folder")?.to_path_buf();
        let described = command::output(
            Command::new(cargo())
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(&root),
        )?;
        let described: serde_json::Value = serde_json::from_str(&described)?;
        let target = described["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?
            .into();
        Ok(Self { root, target })
    }

    /// The finished app, as a host serves it.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the bundle is made from on its way to `dist`.
    pub fn workshop(&self) -> PathBuf {
        self.target.join("muloqot-bundle")
    }

    /// A tool that the root's `package-lock.json` installs.
    pub fn npm_tool(&self, name: &str) -> Command {
        let mut command = Command::new(self.root.join("node_modules/.bin").join(name));
        command.current_dir(&self.root);
        command
    }

    /// Cargo, in the checkout's folder.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo());
        command.current_dir(&self.root);
        command
    }

    /// A path as the person wrote it, taken from the checkout's folder.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }
}

/// The cargo that runs this chore, so that a toolchain chosen with `+stable` stays chosen.
fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
