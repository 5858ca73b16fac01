//! Everything a build needs that is not in the checkout. What is missing is installed into the user's cache, and what
//! cannot be installed ends the chore with one sentence that says how to get it.

pub mod chromium;
mod installed;
pub mod node;
mod trunk;
mod wasm_bindgen;
mod wasm_target;

use crate::project::Project;
use anyhow::{Context, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// The tools of one build, each at the version this checkout asks for.
pub struct Tools {
    path: OsString,
    /// What was found, as one line; a bundle made with other tools is made again.
    pub versions: String,
}

impl Tools {
    /// Sets up all that the wasm build needs.
    pub fn ensure(project: &Project) -> Result<Self> {
        wasm_target::ensure(project)?;
        let wasm_bindgen = wasm_bindgen::ensure(project)?;
        let node = node::ensure()?;
        node::install(&project.root, "tools that seal the build (npm)")?;
        let rustc = crate::command::output(
            Command::new("rustc").arg("--version").current_dir(&project.root),
        )?;

        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = wasm_bindgen.folder.into_iter().chain(env::split_paths(&inherited));
        let path = env::join_paths(path)
            .context("a folder on PATH has a character that PATH cannot hold")?;
        let versions =
            format!("{} wasm-bindgen {} node {node}", rustc.trim(), wasm_bindgen.version);
        Ok(Self { path, versions })
    }

    /// wasm-bindgen's tool, at the app's version.
    pub fn wasm_bindgen(&self, project: &Project) -> Command {
        let mut command = Command::new("wasm-bindgen");
        command.current_dir(&project.root).env("PATH", &self.path);
        command
    }

    /// Trunk, set up when it is first needed, finding the right wasm-bindgen before any other on the machine.
    pub fn trunk(&self, project: &Project) -> Result<Command> {
        let program = OsStr::new("trunk");
        let folder = trunk::ensure()?.folder;
        let mut command =
            Command::new(folder.map_or_else(|| program.into(), |folder| folder.join(program)));
        command
            .current_dir(&project.root)
            .env("PATH", &self.path)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Trunk reads NO_COLOR=1 as a malformed flag and stops.
            .env_remove("NO_COLOR");
        Ok(command)
    }
}

/// A tool that is there now.
struct Tool {
    version: String,
    /// Its folder, when it is not found by PATH.
    folder: Option<PathBuf>,
}
