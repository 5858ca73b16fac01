//! The words of Uzbek in Cyrillic, made from those in Latin while an app is built: there is no second file to keep in step.

use crate::bundle::files;
use anyhow::{Context, Result};
use muloqot_domain::Transliteration;
use serde_json::Value;
use std::env;
use std::path::Path;

/// The folders of words that an app may have.
const FOLDERS: [&str; 8] = [
    "locales",
    "about",
    "gallery/locales",
    "accessibility/statement",
    "moderation",
    "outcome",
    "attaching",
    "writing",
];

/// Trunk calls this after every build of its own, and tells by a variable where it puts the app together.
pub fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .context("`messages` is called by trunk, which says where to by TRUNK_STAGING_DIR")?;
    write(Path::new(&folder))
}

/// Adds them to an app that is put together in a folder.
pub fn write(app: &Path) -> Result<()> {
    for folder in FOLDERS.map(|folder| app.join(folder)) {
        if !folder.exists() {
            continue;
        }
        let source = folder.join("uz-Latn.json");
        let latin: Value = serde_json::from_slice(&files::read(&source)?)
            .with_context(|| format!("{} is not JSON", source.display()))?;
        let cyrillic = Transliteration::UzbekToCyrillic.apply_to_messages(&latin);
        files::write(&folder.join("uz-Cyrl.json"), cyrillic.to_string().as_bytes())?;
    }
    Ok(())
}
