//! From what Trunk compiled to what a host serves.

use super::asset::Asset;
use super::manifest::Manifest;
use super::page::{self, Sealed};
use super::prune::prune;
use super::{esbuild, files};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes a site from the folder Trunk wrote, and says where it is.
pub fn seal(project: &Project, compiled: &Path) -> Result<PathBuf> {
    let work = project.workshop().join("sealing");
    let site = project.workshop().join("site");
    files::emptied(&work)?;
    files::emptied(&site)?;

    let index = files::read(&compiled.join("index.html"))?;
    let index = String::from_utf8(index).context("index.html is not UTF-8")?;
    let manifest = Manifest::parse(page::manifest_in(&index)?)?;
    let source = |href: &str| compiled.join(href.trim_start_matches('/'));

    let code = prune(project, &source(&manifest.js), &source(&manifest.wasm), &work)?;
    let loader = esbuild::minified(project, &compiled.join("loader.js"))?;
    let style = esbuild::minified(project, &compiled.join("style/main.css"))?;
    let preferences = esbuild::minified(project, &compiled.join("preferences.js"))?;
    let sealed = Sealed {
        style: Asset::place(&site, "main", "css", &style)?,
        preferences: Asset::place(&site, "preferences", "js", &preferences)?,
        loader: Asset::place(&site, "loader", "js", &loader)?,
        js: Asset::place(&site, "muloqot", "js", &code.js)?,
        wasm: Asset::place(&site, "muloqot", "wasm", &code.wasm)?,
        locales: locales(&manifest, compiled, &site)?,
    };
    files::write(&site.join("index.html"), page::seal(&index, &sealed)?.as_bytes())?;
    files::copy(compiled, &site, |place| !is_sealed(place, &manifest))?;
    Ok(site)
}

/// Whether a file has gone into the bundle under another name.
fn is_sealed(place: &Path, manifest: &Manifest) -> bool {
    let is = |href: &str| place == Path::new(href.trim_start_matches('/'));
    ["style", "locales", "snippets"].iter().any(|folder| place.starts_with(folder))
        || is("index.html")
        || is("loader.js")
        || is("preferences.js")
        || is(&manifest.js)
        || is(&manifest.wasm)
}

fn locales(manifest: &Manifest, compiled: &Path, site: &Path) -> Result<Vec<(String, Asset)>> {
    let named: Vec<PathBuf> = manifest
        .locales
        .iter()
        .map(|(_, href)| compiled.join(href.trim_start_matches('/')))
        .collect();
    for file in files::below(&compiled.join("locales"))? {
        if !named.contains(&file) {
            bail!(
                "locales/ has {}, but the manifest in index.html does not name it",
                file.display()
            );
        }
    }
    manifest
        .locales
        .iter()
        .zip(&named)
        .map(|((tag, _), file)| {
            let text = fs::read_to_string(file).with_context(|| {
                format!(
                    "index.html names the language {tag}, but {} could not be read",
                    file.display()
                )
            })?;
            let messages: serde_json::Value = serde_json::from_str(&text)
                .with_context(|| format!("{} is not JSON", file.display()))?;
            Ok((tag.clone(), Asset::place(site, tag, "json", messages.to_string().as_bytes())?))
        })
        .collect()
}
