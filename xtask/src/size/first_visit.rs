//! Which files of `dist` a first visit loads: the page, what its manifest and elements name, and what the app's own code
//! names (icons, a service worker). A file nothing names is not loaded, and a piece only by a page that needs it.

use crate::bundle::{Manifest, files, page, pieces_in};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// A first visit reads the messages of the default language only.
const LANGUAGE: &str = "uz-Latn";

/// The weight of one file, in bytes.
pub struct Weight {
    /// Its place below `dist`.
    pub name: String,
    /// As it is on the disk.
    pub raw: u64,
    /// As a host sends it to a browser without brotli.
    pub gzip: u64,
    /// As a host sends it to every other browser.
    pub brotli: u64,
}

/// The files of a first visit, in the order a browser meets them.
pub fn files(dist: &Path) -> Result<Vec<Weight>> {
    let (index, manifest) = (index(dist)?, manifest(dist)?);
    let messages = manifest.locales.iter().find(|(tag, _)| tag == LANGUAGE);
    let (_, messages) =
        messages.with_context(|| format!("the bundle has no messages for {LANGUAGE}"))?;

    let mut addresses = vec!["/index.html".to_owned(), "/config.json".to_owned(), messages.clone()];
    let mut code = vec![index.into_bytes()];
    let pieces = pieces_of(dist, &manifest)?;
    let is_in_piece = |address: &String| {
        manifest.list.as_ref() == Some(address)
            || pieces.iter().any(|(_, files)| files.contains(address))
    };
    for file in files::below(&dist.join("assets"))? {
        let address = format!("/assets/{}", file.file_name().unwrap_or_default().display());
        if is_code(&file) && !is_in_piece(&address) {
            code.push(files::read(&file)?);
        }
    }
    for file in files::below(dist)? {
        let address = format!("/{}", file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"));
        let is_message = manifest.locales.iter().any(|(_, href)| *href == address);
        let is_twin = address.ends_with(".br") || address.ends_with(".gz");
        if !is_message
            && !is_twin
            && !is_in_piece(&address)
            && !addresses.contains(&address)
            && code.iter().any(|code| names(code, &address))
        {
            addresses.push(address);
        }
    }
    addresses.iter().map(|address| weigh(dist, &address[1..])).collect()
}

/// The files of every piece, by its name.
pub fn pieces(dist: &Path) -> Result<Vec<(String, Vec<Weight>)>> {
    pieces_of(dist, &manifest(dist)?)?
        .into_iter()
        .map(|(name, files)| {
            let weights = files.iter().map(|address| weigh(dist, &address[1..]));
            Ok((name, weights.collect::<Result<_>>()?))
        })
        .collect()
}

/// The list of the pieces that no page begins with.
pub fn list(dist: &Path) -> Result<Option<Weight>> {
    manifest(dist)?.list.map(|address| weigh(dist, &address[1..])).transpose()
}

fn pieces_of(dist: &Path, manifest: &Manifest) -> Result<Vec<(String, Vec<String>)>> {
    let mut pieces = manifest.pieces.clone();
    if let Some(address) = &manifest.list {
        let list = serde_json::from_slice(&files::read(&dist.join(&address[1..]))?)
            .with_context(|| format!("{address} is not JSON"))?;
        pieces.extend(pieces_in(&list)?);
    }
    Ok(pieces)
}

/// The words of every language.
pub fn words(dist: &Path) -> Result<Vec<Weight>> {
    manifest(dist)?.locales.iter().map(|(_, address)| weigh(dist, &address[1..])).collect()
}

fn manifest(dist: &Path) -> Result<Manifest> {
    Manifest::parse(page::manifest_in(&index(dist)?)?)
}

fn index(dist: &Path) -> Result<String> {
    fs::read_to_string(dist.join("index.html")).context("dist/index.html could not be read")
}

fn is_code(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "js" || extension == "css" || extension == "wasm")
}

/// Whether the address stands in the code, whatever comes after it.
fn names(code: &[u8], address: &str) -> bool {
    code.windows(address.len()).any(|window| window == address.as_bytes())
}

fn weigh(dist: &Path, name: &str) -> Result<Weight> {
    let size = |suffix: &str| {
        fs::metadata(dist.join(format!("{name}{suffix}"))).map(|metadata| metadata.len())
    };
    let raw = size("").with_context(|| format!("the bundle has no {name}"))?;
    Ok(Weight {
        name: name.to_owned(),
        raw,
        // Without a compressed twin, the file goes out as it is.
        gzip: size(".gz").unwrap_or(raw),
        brotli: size(".br").unwrap_or(raw),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_counts_when_the_code_names_it() {
        assert!(names(b"\0data/icons/reply.svg#x", "/icons/reply.svg"));
        assert!(!names(b"/icons/reply", "/icons/reply.svg"));
    }
}
