//! Joins the files of the pieces. Splitting makes one for every set of pieces that share something; most of them are
//! smaller than what it takes to ask for them, and a form was made of sixty. Two are joined where those who then load
//! what they do not need lose less than those who ask for one file in place of two save. What a page begins with is one
//! file, in which what it shares with other pieces stands once more.

use super::manifest::PAGES;
use super::split::{Piece, Pieces};
use super::{files, wasm};
use crate::project::Project;
use anyhow::{Context, Error, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// What a file costs beside what is in it, in bytes of wasm, of which brotli makes less than half: asking for it, its
/// place in the list of pieces, and what it repeats because it is compressed by itself.
const FILE: u64 = 1_000;

/// What joined files take from the app is imported from it under this name (`js/pieces.js`).
const APP: &str = "app";

/// What the linker calls data that changes, while all else is read only.
const CHANGING: &str = ".data";

/// The files that are served, and which of them each piece is made of.
pub struct Joined {
    /// Each file.
    pub files: Vec<Share>,
    /// The name of each piece, and the places of its files.
    pub pieces: Vec<(String, Vec<usize>)>,
}

/// What some pieces share, in one file; what one alone needs is one, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The pieces that need it.
    pieces: BTreeSet<String>,
    /// What it weighs.
    weight: u64,
    /// What it is joined of.
    parts: Vec<PathBuf>,
}

/// Says which files are joined.
pub fn plan(pieces: &Pieces) -> Result<Joined> {
    let mut needing: BTreeMap<&PathBuf, BTreeSet<String>> = BTreeMap::new();
    let mut pages = Vec::new();
    for piece in &pieces.0 {
        if PAGES.contains(&piece.name.as_str()) {
            pages.push(whole(piece)?);
            continue;
        }
        for file in &piece.files {
            needing.entry(file).or_default().insert(piece.name.clone());
        }
    }
    let share = |(file, pieces): (&PathBuf, _)| {
        Ok(Share { pieces, weight: weight(&files::read(file)?)?, parts: vec![file.clone()] })
    };
    let mut files = grouped(needing.into_iter().map(share).collect::<Result<_>>()?);
    files.extend(pages);
    let places = |name: &String| {
        let needed = files.iter().enumerate().filter(|(_, file)| file.pieces.contains(name));
        needed.map(|(place, _)| place).collect()
    };
    let pieces = pieces.0.iter().map(|piece| (piece.name.clone(), places(&piece.name))).collect();
    Ok(Joined { files, pieces })
}

/// A piece as one file.
fn whole(piece: &Piece) -> Result<Share> {
    for file in &piece.files {
        // Whatever stands in two files begins twice, and would lose what the app has made of it by then.
        if keeps(&files::read(file)?)? {
            bail!("{} keeps something that changes: it cannot stand in two files", file.display());
        }
    }
    let pieces = BTreeSet::from([piece.name.clone()]);
    Ok(Share { pieces, weight: 0, parts: piece.files.clone() })
}

/// Whether a module begins with data that changes. What is zero at first is not in it.
fn keeps(wasm: &[u8]) -> Result<bool> {
    let (mut sizes, mut named) = (Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("a piece could not be read")? {
            Payload::DataSection(section) => {
                for data in section {
                    sizes.push(data?.data.len());
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for name in names {
                    let Name::Data(names) = name? else { continue };
                    for data in names {
                        let data = data?;
                        named.insert(data.index as usize, data.name.starts_with(CHANGING));
                    }
                }
            }
            _ => {}
        }
    }
    // What has no name may be anything.
    let changes = |index: usize| named.get(&index).copied().unwrap_or(true);
    Ok(sizes.iter().enumerate().any(|(index, size)| *size > 0 && changes(index)))
}

/// Joins two as long as that saves anything, first those where it saves most.
fn grouped(mut shares: Vec<Share>) -> Vec<Share> {
    loop {
        let mut best: Option<(u64, usize, usize)> = None;
        for (place, one) in shares.iter().enumerate() {
            for (other_place, other) in shares.iter().enumerate().skip(place + 1) {
                let saved = saved(one, other);
                if saved > best.map_or(0, |(saved, ..)| saved) {
                    best = Some((saved, place, other_place));
                }
            }
        }
        let Some((_, place, other_place)) = best else { return shares };
        let other = shares.remove(other_place);
        if let Some(one) = shares.get_mut(place) {
            one.pieces.extend(other.pieces);
            one.weight += other.weight;
            one.parts.extend(other.parts);
        }
    }
}

/// What all pieces together save when two files are one.
fn saved(one: &Share, other: &Share) -> u64 {
    let in_vain = |share: &Share, other: &Share| {
        share.weight * other.pieces.difference(&share.pieces).count() as u64
    };
    let fewer = FILE * one.pieces.intersection(&other.pieces).count() as u64;
    fewer.saturating_sub(in_vain(one, other) + in_vain(other, one))
}

/// What is in a module, without the names that are taken off it later.
fn weight(wasm: &[u8]) -> Result<u64> {
    let mut weight = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let range = match payload.context("a piece could not be read")? {
            Payload::CodeSectionStart { range, .. } => range,
            Payload::DataSection(section) => section.range(),
            Payload::ElementSection(section) => section.range(),
            _ => continue,
        };
        weight += range.end - range.start;
    }
    Ok(weight)
}

impl Share {
    /// What its file is called: as the piece that only it serves, else as the first of its parts.
    pub fn name(&self) -> String {
        let stems = || self.parts.iter().filter_map(|part| part.file_stem()?.to_str());
        // The tool tells `split_home` from `chunk_3`, which several share.
        let own = stems().find_map(|stem| stem.strip_prefix("split_"));
        own.or_else(|| stems().next()).unwrap_or("piece").replace('_', "-")
    }

    /// Writes it as one module, which takes from the app what its parts took.
    pub fn write(&self, project: &Project, work: &Path, to: &Path) -> Result<()> {
        if let [part] = self.parts.as_slice() {
            return files::write(to, &files::read(part)?);
        }
        let name = self.name();
        let app = work.join(format!("{name}-app.wasm"));
        let merged = work.join(format!("{name}-merged.wasm"));
        let (module, taken) = taken_from_app(&self.parts)?;
        files::write(&app, &handed_on(taken))?;
        // Each part would import all of it once more; the merged one finds it in a module that hands it on.
        wasm::merge(project, (&app, &module), &self.parts, &merged)?;
        wasm::keep(project, &[], &merged, to)
    }
}

/// What some modules import: the name of the module it is from, and everything by its name.
fn taken_from_app(parts: &[PathBuf]) -> Result<(String, BTreeMap<String, EntityType>)> {
    let mut module = String::new();
    let mut taken = BTreeMap::new();
    for part in parts {
        let wasm = files::read(part)?;
        for payload in Parser::new(0).parse_all(&wasm) {
            let Payload::ImportSection(imports) = payload? else { continue };
            for import in imports.into_imports() {
                let import = import?;
                let kind = RoundtripReencoder.entity_type(import.ty).map_err(|error| {
                    Error::msg(format!("a piece imports what is not known: {error}"))
                })?;
                let is_same_module = module.is_empty() || module == import.module;
                let before = taken.insert(import.name.to_owned(), kind);
                if !is_same_module || before.is_some_and(|before| before != kind) {
                    bail!(
                        "{} takes `{}` from elsewhere than the others",
                        part.display(),
                        import.name
                    );
                }
                import.module.clone_into(&mut module);
            }
        }
    }
    Ok((module, taken))
}

/// A module that imports all of it from the app and exports it under the same names.
fn handed_on(taken: BTreeMap<String, EntityType>) -> Vec<u8> {
    let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
    let mut counts = BTreeMap::new();
    for (name, kind) in taken {
        imports.import(APP, &name, kind);
        let export = match kind {
            EntityType::Memory(_) => ExportKind::Memory,
            EntityType::Table(_) => ExportKind::Table,
            EntityType::Global(_) => ExportKind::Global,
            EntityType::Tag(_) => ExportKind::Tag,
            EntityType::Function(_) | EntityType::FunctionExact(_) => ExportKind::Func,
        };
        let index = counts.entry(export as u8).or_insert(0_u32);
        exports.export(&name, export, *index);
        *index += 1;
    }
    let mut module = Module::new();
    module.section(&imports).section(&exports);
    module.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(pieces: &[&str], weight: u64, part: &str) -> Share {
        Share {
            pieces: pieces.iter().map(|&piece| piece.to_owned()).collect(),
            weight,
            parts: vec![part.into()],
        }
    }

    fn parts(shares: &[Share]) -> Vec<Vec<&str>> {
        shares
            .iter()
            .map(|share| share.parts.iter().filter_map(|part| part.to_str()).collect())
            .collect()
    }

    #[test]
    fn what_is_smaller_than_asking_for_it_goes_with_the_rest() {
        let shares = vec![
            share(&["form"], 20_000, "split_form"),
            share(&["form", "queue"], 300, "chunk_1"),
            share(&["form", "queue"], 5_000, "chunk_2"),
            share(&["form", "quoting", "queue"], 100, "chunk_3"),
        ];
        let joined = grouped(shares);
        assert_eq!(
            parts(&joined),
            [vec!["split_form"], vec!["chunk_1", "chunk_2"], vec!["chunk_3"]]
        );
        assert_eq!((joined[1].weight, joined[1].name().as_str()), (5_300, "chunk-1"));
    }

    #[test]
    fn what_no_piece_has_both_of_stays_apart() {
        let shares = vec![share(&["form"], 10, "split_form"), share(&["queue"], 10, "split_queue")];
        assert_eq!(grouped(shares.clone()), shares);
    }

    fn module(segment: Option<&str>, bytes: &[u8]) -> Vec<u8> {
        let mut data = wasm_encoder::DataSection::new();
        data.active(0, &wasm_encoder::ConstExpr::i32_const(8), bytes.iter().copied());
        let mut module = Module::new();
        module.section(&data);
        if let Some(segment) = segment {
            let mut segments = wasm_encoder::NameMap::new();
            segments.append(0, segment);
            let mut names = wasm_encoder::NameSection::new();
            names.data(&segments);
            module.section(&names);
        }
        module.finish()
    }

    #[test]
    fn what_changes_is_told_from_what_is_read_only() {
        assert!(keeps(&module(Some(".data"), b"7")).unwrap());
        assert!(!keeps(&module(Some(".data"), b"")).unwrap());
        assert!(!keeps(&module(Some(".rodata_3"), b"7")).unwrap());
        assert!(keeps(&module(None, b"7")).unwrap(), "what has no name may be anything");
    }

    #[test]
    fn what_is_taken_from_the_app_is_handed_on_under_its_name() {
        let memory = wasm_encoder::MemoryType {
            minimum: 18,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let global = wasm_encoder::GlobalType {
            val_type: wasm_encoder::ValType::I32,
            mutable: true,
            shared: false,
        };
        let taken = [("memory".to_owned(), memory.into()), ("stack".to_owned(), global.into())];
        let module = handed_on(taken.into());
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&module) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import.unwrap();
                        names.push(format!("{}.{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(exports) => {
                    names.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                _ => {}
            }
        }
        assert_eq!(names, ["app.memory", "app.stack", "memory", "stack"]);
    }
}
