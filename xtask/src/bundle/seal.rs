//! From what was compiled to what a host serves.

use super::asset::Asset;
use super::join::{self, Joined, Share};
use super::manifest::{self, Manifest};
use super::page::{self, Sealed};
use super::prune::prune;
use super::split::Pieces;
use super::words::Keys;
use super::{esbuild, files, order, wasm};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The styles that only some pieces need, and ask for by these addresses.
const STYLES_APART: [&str; 3] = ["style/about.css", "style/asked_for.css", "style/attaching.css"];

/// Makes a site from the folder of what was compiled, and says where it is.
pub fn seal(project: &Project, compiled: &Path, pieces: &Pieces) -> Result<PathBuf> {
    let work = project.workshop().join("sealing");
    let site = project.workshop().join("site");
    files::emptied(&work)?;
    files::emptied(&site)?;

    let index = files::read(&compiled.join("index.html"))?;
    let index = String::from_utf8(index).context("index.html is not UTF-8")?;
    let manifest = Manifest::parse(page::manifest_in(&index)?)?;
    let words = words_of(&manifest, compiled)?;
    let keys = Keys::of(words.first().map(|(_, messages)| messages).context("no language")?);
    let index = keys.shorten(&index)?;
    let source = |href: &str| compiled.join(href.trim_start_matches('/'));

    let names: Vec<&str> = pieces.0.iter().map(|piece| piece.name.as_str()).collect();
    let (js, wasm) = (source(&manifest.js), source(&manifest.wasm));
    let code = prune(project, &js, &wasm, &names, &work)?;
    let loader = esbuild::minified(project, &compiled.join("loader.js"))?;
    let style = esbuild::minified(project, &compiled.join("style/main.css"))?;
    let preferences = esbuild::minified(project, &compiled.join("preferences.js"))?;
    let pieces = placed_pieces(project, pieces, &work, &site)?;
    // What may name a message: the code, and the static shell.
    let mut speaking = vec![code.wasm.clone(), index.clone().into_bytes(), loader.clone()];
    for asset in pieces.iter().flat_map(|(_, files)| files) {
        speaking.push(files::read(&site.join(asset.href.trim_start_matches('/')))?);
    }
    let sealed = Sealed {
        style: Asset::place(&site, "main", "css", &style)?,
        preferences: Asset::place(&site, "preferences", "js", &preferences)?,
        loader: Asset::place(&site, "loader", "js", &loader)?,
        js: Asset::place(&site, "muloqot", "js", &code.js)?,
        wasm: Asset::place(&site, "muloqot", "wasm", &code.wasm)?,
        list: Asset::place(&site, "pieces", "json", manifest::list(&pieces).as_bytes())?,
        pieces,
        locales: locales(&words, &keys, &site, &speaking)?,
    };
    for style in STYLES_APART {
        files::write(&site.join(style), &esbuild::minified(project, &compiled.join(style))?)?;
    }
    files::write(&site.join("index.html"), page::seal(&index, &sealed)?.as_bytes())?;
    files::copy(compiled, &site, |place| !is_sealed(place, &manifest))?;
    Ok(site)
}

/// Whether a file has gone into the bundle under another name.
fn is_sealed(place: &Path, manifest: &Manifest) -> bool {
    let is = |href: &str| place == Path::new(href.trim_start_matches('/'));
    ["style", "locales", "pieces"].iter().any(|folder| place.starts_with(folder))
        || is("index.html")
        || is("loader.js")
        || is("preferences.js")
        || is(&manifest.js)
        || is(&manifest.wasm)
}

/// Joins and makes small every file of the pieces, several at a time: they are many, and a tool takes longer to start than
/// to do its work.
fn optimise_all(project: &Project, shares: &[Share], work: &Path) -> Result<()> {
    let left = Mutex::new(shares.iter());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let optimise = || -> Result<()> {
        while let Some(share) = next() {
            let joined = work.join(share.name() + "-joined.wasm");
            share.write(project, work, &joined)?;
            wasm::optimise(project, &joined, &optimised(share, work))?;
        }
        Ok(())
    };
    let at_once = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let running: Vec<_> = (0..at_once).map(|_| scope.spawn(optimise)).collect();
        running.into_iter().try_for_each(|one| match one.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

/// Where what some pieces share is once it is small.
fn optimised(share: &Share, work: &Path) -> PathBuf {
    work.join(share.name() + ".wasm")
}

/// The files of each piece, as small as can be. Those that several share are placed once.
fn placed_pieces(
    project: &Project,
    pieces: &Pieces,
    work: &Path,
    site: &Path,
) -> Result<Vec<(String, Vec<Asset>)>> {
    let Joined { files: shares, pieces } = join::plan(pieces)?;
    optimise_all(project, &shares, work)?;
    let placed = |share: &Share| {
        let small = files::read(&optimised(share, work))?;
        Asset::place(site, &share.name(), "wasm", &order::by_likeness(&small)?)
    };
    let assets: Vec<Asset> = shares.iter().map(placed).collect::<Result<_>>()?;
    let of_piece = |(name, places): (String, Vec<usize>)| {
        (name, places.iter().filter_map(|place| assets.get(*place)).cloned().collect())
    };
    Ok(pieces.into_iter().map(of_piece).collect())
}

/// The messages of each language that the manifest names.
fn words_of(manifest: &Manifest, compiled: &Path) -> Result<Vec<(String, Map<String, Value>)>> {
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
            let messages = serde_json::from_str(&text)
                .with_context(|| format!("{} is no JSON object", file.display()))?;
            Ok((tag.clone(), messages))
        })
        .collect()
}

fn locales(
    words: &[(String, Map<String, Value>)],
    keys: &Keys,
    site: &Path,
    code: &[Vec<u8>],
) -> Result<Vec<(String, Asset)>> {
    words
        .iter()
        .map(|(tag, messages)| {
            let said = Value::from(keys.said(messages, code)?);
            Ok((tag.clone(), Asset::place(site, tag, "json", said.to_string().as_bytes())?))
        })
        .collect()
}
