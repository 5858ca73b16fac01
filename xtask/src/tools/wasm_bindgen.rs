//! wasm-bindgen's tool writes the JavaScript that the wasm talks through. Its format changes with every release, so the
//! tool must be of exactly the version the app was compiled with.

use super::Tool;
use super::installed::Wanted;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

pub fn ensure(project: &Project) -> Result<Tool> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock"))
        .context("Cargo.lock could not be read")?;
    let version =
        locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    Wanted {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        // Its lock file is older than the crates it must agree with.
        locked: false,
        purpose: "writes the JavaScript the app's wasm talks through",
    }
    .ensure()
}

/// The version of a package in the text of a `Cargo.lock`, or nothing when it is not in there.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn the_version_is_the_one_of_the_package_of_exactly_that_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }
}
