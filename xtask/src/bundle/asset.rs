//! A file named by its content, so that a browser may keep it for ever.

use super::{digest, files};
use anyhow::Result;
use std::path::Path;

/// One such file.
#[derive(Clone)]
pub struct Asset {
    /// Its address, as `/assets/main-0123456789abcdef.css`.
    pub href: String,
    /// Its `integrity`.
    pub integrity: String,
    /// Its size in bytes before any compression.
    pub bytes: usize,
}

impl Asset {
    /// Puts the final bytes below `site` under their name.
    pub fn place(site: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<Self> {
        let href = format!("/assets/{stem}-{}.{extension}", digest::short(bytes));
        files::write(&site.join(&href[1..]), bytes)?;
        Ok(Self { href, integrity: digest::integrity(bytes), bytes: bytes.len() })
    }
}
