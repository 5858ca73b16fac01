//! The words of Uzbek in Cyrillic, made from those in Latin while the app is built: there is no second file to keep in step.

use crate::bundle::files;
use crate::project::Project;
use anyhow::{Context, Result};
use muloqot_domain::Transliteration;
use serde_json::Value;
use std::env;
use std::path::Path;

/// Trunk calls this after every debug build, and tells by a variable where it puts the app together.
pub fn run(project: &Project) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .context("`messages` is called by trunk, which says where to by TRUNK_STAGING_DIR")?;
    write(project, Path::new(&folder))
}

/// Adds them to an app that is put together in a folder.
pub fn write(project: &Project, folder: &Path) -> Result<()> {
    let latin = files::read(&project.root.join("locales/uz-Latn.json"))?;
    let latin: Value =
        serde_json::from_slice(&latin).context("locales/uz-Latn.json is not JSON")?;
    let cyrillic = Transliteration::UzbekToCyrillic.apply_to_messages(&latin);
    files::write(&folder.join("locales/uz-Cyrl.json"), cyrillic.to_string().as_bytes())
}
