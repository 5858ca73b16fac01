//! Walking and copying folders.

use anyhow::{Context, Result};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Every file below a folder, in one fixed order; a folder that is not there has none.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in listed(folder)? {
        if path.is_dir() {
            files.extend(below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The folders directly in a folder, in one fixed order; a folder that is not there has none.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = listed(folder)?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    Ok(folders)
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let unlisted = || format!("{} could not be listed", folder.display());
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry.with_context(unlisted)?.path())).collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(unlisted),
    }
}

/// Copies the files of a folder that are wanted, each to the same place below another.
pub fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in below(from)? {
        let place = file.strip_prefix(from)?;
        if wanted(place) {
            write(&to.join(place), &read(&file)?)?;
        }
    }
    Ok(())
}

/// An empty folder, whatever was there before.
pub fn emptied(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))
}

/// A file's bytes, or an error that names it.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} could not be read", file.display()))
}

/// Writes a file and the folders it needs.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} could not be made", folder.display()))?;
    }
    fs::write(file, bytes).with_context(|| format!("{} could not be written", file.display()))
}
