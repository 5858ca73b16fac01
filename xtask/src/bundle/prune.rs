//! Takes out of the wasm and its glue what the app never uses. wasm-bindgen exports every class of every crate that is
//! linked in, an export keeps its code, and the code keeps its imports; no compiler may remove any of it. But our page
//! does nothing but start the module, so what its own glue does not use, nobody does.

use super::wasm::{self, Names};
use super::{esbuild, files, glue, order};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// The two halves of the app.
pub struct Code {
    /// The JavaScript, as small as can be.
    pub js: Vec<u8>,
    /// The wasm, as small as can be.
    pub wasm: Vec<u8>,
}

/// Prunes, optimises and shortens; `pieces` are the names of those it fetches, and `work` is a folder for what lies
/// between.
pub fn prune(
    project: &Project,
    js: &Path,
    wasm: &Path,
    pieces: &[&str],
    work: &Path,
) -> Result<Code> {
    let entry = work.join("entry.js");
    files::write(&entry, b"export { default } from './glue.js'\n")?;
    let place = work.join("glue.js");
    let text = String::from_utf8(files::read(js)?).context("wasm-bindgen's glue is not UTF-8")?;
    let mut text = glue::with_pieces(&glue::without_side_effects(&text), pieces)?;
    let mut pruned = wasm.to_owned();
    // What goes on one side frees something on the other, until nothing goes.
    for round in 0.. {
        let names = wasm::shorten(project, &pruned, &work.join("named.wasm"))?;
        text = glue::without_imports(&text, &names.imports);
        files::write(&place, text.as_bytes())?;
        let used = used(&names, &esbuild::shaken(project, &entry)?);
        if used.is_empty() {
            bail!("wasm-bindgen's glue uses nothing of the wasm: its layout is not the known one");
        }
        if used.len() == names.exports.len() {
            break;
        }
        let smaller = work.join(format!("pruned-{round}.wasm"));
        wasm::keep(project, &used, &pruned, &smaller)?;
        pruned = smaller;
    }
    let (small, short) = (work.join("small.wasm"), work.join("app.wasm"));
    wasm::optimise(project, &pruned, &small)?;
    let names = wasm::shorten(project, &small, &short)?;
    // Optimising may have found one more that nobody calls.
    let text = glue::without_imports(&text, &names.imports);
    files::write(&place, glue::renamed(&text, &names)?.as_bytes())?;
    let wasm = order::by_likeness(&files::read(&short)?)?;
    Ok(Code { js: esbuild::minified(project, &entry)?, wasm })
}

fn used<'a>(names: &'a Names, glue: &str) -> Vec<&'a str> {
    let exports = names.exports.iter().map(|export| export.from.as_str());
    exports.filter(|export| glue::uses(glue, export)).collect()
}
