//! What a bundle was made from, kept inside it, so that an unchanged app is not built again.

use super::{digest, files};
use crate::project::Project;
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fs;

const INPUTS: [&str; 24] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "about",
    "attaching",
    "docs/accessibility/summary.json",
    "domain/Cargo.toml",
    "domain/src",
    "gallery",
    "index.html",
    "locales",
    "moderation",
    "outcome",
    "package-lock.json",
    "public",
    "src",
    "statement",
    "style",
    "tests/e2e/audit/wcag.json",
    "writing",
    "xtask/js",
    "xtask/src/bundle",
    "xtask/src/messages.rs",
];
const FILE: &str = ".stamp";

/// The digest of every input's path and content, and of the tools' versions.
pub fn of(project: &Project, versions: &str) -> Result<String> {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        // The length first: no two different lists of parts are the same stream of bytes.
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    };
    add(versions.as_bytes());
    for input in INPUTS {
        let path = project.root.join(input);
        let found = if path.is_file() { vec![path] } else { files::below(&path)? };
        for file in found {
            add(file.strip_prefix(&project.root)?.as_os_str().as_encoded_bytes());
            add(&files::read(&file)?);
        }
    }
    Ok(digest::hex(&hash.finalize()))
}

/// The stamp of the bundle in `dist`, or nothing when there is none that was finished.
pub fn read(project: &Project) -> Option<String> {
    fs::read_to_string(project.dist().join(FILE)).ok()
}

/// Written last: a bundle without it is not finished.
pub fn write(project: &Project, stamp: &str) -> Result<()> {
    files::write(&project.dist().join(FILE), stamp.as_bytes())
}
