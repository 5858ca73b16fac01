//! Takes the app apart after linking: what only a piece needs (`src/pieces.rs`) goes into a file of its own, what several
//! pieces need and the rest does not into another. The rest is the app, of which every visit loads all.
//!
//! A piece shares the app's memory, its stack and its table of functions, through which each calls the other.

use super::{NAME, files};
use anyhow::{Result, anyhow};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// Every piece by its name.
pub struct Pieces(pub Vec<Piece>);

/// What is fetched for one piece.
pub struct Piece {
    /// As the app calls it.
    pub name: String,
    /// Its files, in the order in which they begin to work: first what it shares with others.
    pub files: Vec<PathBuf>,
}

/// Splits what was linked; gives the app without its pieces, and the pieces.
pub fn split(linked: &Path, folder: &Path) -> Result<(PathBuf, Pieces)> {
    let linked = files::read(linked)?;
    let main = folder.join(NAME).with_extension("wasm");
    // What fetches the pieces is a part of wasm-bindgen's glue: see `glue::with_pieces`. What would be written here for
    // that fetches without checking anything.
    let link = format!("./{NAME}_bg.js");
    let mut options = Options::new(&linked);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    let split = transform(options).map_err(|error| anyhow!("splitting failed: {error:#}"))?;
    let mut pieces: Vec<Piece> = split
        .prefetch_map
        .into_iter()
        .map(|(name, stems)| {
            let file = |stem| folder.join(stem).with_extension("wasm");
            Piece { name, files: stems.into_iter().map(file).collect() }
        })
        .collect();
    pieces.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((main, Pieces(pieces)))
}
