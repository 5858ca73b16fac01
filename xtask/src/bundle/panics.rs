//! Forgets what each panic would say, and where in the source it would happen. Nobody is ever told: a browser has no
//! standard error, and an app that panics ends in a trap. Yet each of some hundred places is kept as a file, a line and a
//! column, and every function that may panic differs from its likes by that one address. Without them what a phone loads is
//! 2 % smaller.

mod memory;
mod texts;

use super::files;
use anyhow::{Context, Result};
use memory::{Memory, Place, SIZE};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use texts::{Said, texts};
use wasmparser::{DataKind, Operator, Parser, Payload};

/// Takes the places out of the files of a split app, which share one memory. The first is the main one.
pub fn forget(paths: &[&Path]) -> Result<()> {
    let modules = paths.iter().map(|path| files::read(path)).collect::<Result<Vec<_>>>()?;
    for (path, module) in paths.iter().zip(forgotten(&modules)?) {
        files::write(path, &module)?;
    }
    Ok(())
}

/// The same modules without the places, but for the first, which stands for all.
fn forgotten(modules: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    let contents = modules.iter().map(|module| Content::of(module)).collect::<Result<Vec<_>>>()?;
    let memory = Memory(
        contents
            .iter()
            .zip(modules)
            .flat_map(|(content, module)| {
                content.segments.iter().map(|it| (it.address, &module[it.bytes.clone()]))
            })
            .collect(),
    );
    let is_mentioned = |number: &u32| contents.iter().any(|it| it.mentions.contains_key(number));
    let places: Vec<Place> = memory.places();
    let Some(first) = places.first().copied() else { return Ok(modules.to_vec()) };
    let rest: BTreeSet<u32> = places.iter().skip(1).map(|place| place.address).collect();
    let names: BTreeSet<(u32, u32)> = places
        .iter()
        .map(|place| (place.name, place.length))
        // What code mentions by itself has another use.
        .filter(|(name, _)| *name != first.name && !is_mentioned(name))
        .collect();
    let unneeded: Vec<Range<u32>> = rest
        .iter()
        .map(|address| *address..address + SIZE)
        .chain(names.iter().map(|(name, length)| *name..name + length))
        .chain(texts(&contents, &memory, &places))
        .collect();
    let forget = |(module, content): (&Vec<u8>, &Content)| {
        let mut module = module.clone();
        content.clear(&mut module, &unneeded);
        content.mention(&mut module, &rest, first.address);
        module
    };
    Ok(modules.iter().zip(&contents).map(forget).collect())
}

/// What of a module matters here.
struct Content {
    segments: Vec<Segment>,
    /// The numbers its code mentions, and how often.
    mentions: BTreeMap<u32, usize>,
    /// Those of them that are given to a function which never returns, as a place is to what panics. The same number
    /// elsewhere may be the end of the list that stands before a place.
    last_words: Vec<LastWord>,
    /// What such a function is told to say.
    said: Vec<Said>,
}

/// A number that a function which never returns is called with, and where it stands in the module.
struct LastWord {
    value: u32,
    bytes: Range<usize>,
}

/// A part of the memory that a module brings along.
struct Segment {
    address: u32,
    /// Where it stands in the module.
    bytes: Range<usize>,
}

impl Content {
    fn of(module: &[u8]) -> Result<Self> {
        let (mut segments, mut mentions) = (Vec::new(), BTreeMap::new());
        let (mut last_words, mut said) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("a wasm file could not be read")? {
                Payload::DataSection(data) => {
                    for datum in data {
                        let datum = datum?;
                        let DataKind::Active { offset_expr, .. } = datum.kind else { continue };
                        if let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read()?
                        {
                            let end = datum.range.end as usize;
                            let bytes = end - datum.data.len()..end;
                            segments.push(Segment { address: value.cast_unsigned(), bytes });
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let steps = body.get_operators_reader()?.into_iter_with_offsets();
                    let steps = steps.collect::<Result<Vec<_>, _>>()?;
                    for (at, (operator, start)) in steps.iter().enumerate() {
                        let number = number_in(operator);
                        if let Some(number) = number {
                            *mentions.entry(number).or_default() += 1;
                        }
                        let [(Operator::Call { .. }, end), (Operator::Unreachable, _), ..] =
                            &steps[at + 1..]
                        else {
                            continue;
                        };
                        said.extend(Said::before(&steps[..at], operator));
                        if let (Operator::I32Const { .. }, Some(value)) = (operator, number) {
                            // After the byte of the instruction itself.
                            let bytes = *start as usize + 1..*end as usize;
                            last_words.push(LastWord { value, bytes });
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(Self { segments, mentions, last_words, said })
    }

    /// Puts zeros in the place of what is not needed.
    fn clear(&self, module: &mut [u8], unneeded: &[Range<u32>]) {
        for Segment { address, bytes } in &self.segments {
            let end = address + bytes.len() as u32;
            for range in unneeded.iter().filter(|it| it.start >= *address && it.end <= end) {
                let start = bytes.start + (range.start - address) as usize;
                module[start..start + range.len()].fill(0);
            }
        }
    }

    /// Mentions the first place in the place of every other, in as many bytes.
    fn mention(&self, module: &mut [u8], rest: &BTreeSet<u32>, first: u32) {
        for LastWord { bytes, .. } in self.last_words.iter().filter(|it| rest.contains(&it.value)) {
            if let Some(number) = encoded(first, bytes.len()) {
                module[bytes.clone()].copy_from_slice(&number);
            }
        }
    }
}

/// The number an instruction mentions: one by itself, or the address that another number is added to.
fn number_in(operator: &Operator<'_>) -> Option<u32> {
    use Operator::*;
    match operator {
        I32Const { value } => Some(value.cast_unsigned()),
        I32Load { memarg }
        | I64Load { memarg }
        | F32Load { memarg }
        | F64Load { memarg }
        | I32Load8S { memarg }
        | I32Load8U { memarg }
        | I32Load16S { memarg }
        | I32Load16U { memarg }
        | I64Load8S { memarg }
        | I64Load8U { memarg }
        | I64Load16S { memarg }
        | I64Load16U { memarg }
        | I64Load32S { memarg }
        | I64Load32U { memarg }
        | I32Store { memarg }
        | I64Store { memarg }
        | F32Store { memarg }
        | F64Store { memarg }
        | I32Store8 { memarg }
        | I32Store16 { memarg }
        | I64Store8 { memarg }
        | I64Store16 { memarg }
        | I64Store32 { memarg } => u32::try_from(memarg.offset).ok(),
        _ => None,
    }
}

/// A number of a module as LEB128 of so many bytes; nothing, when it needs more.
fn encoded(number: u32, length: usize) -> Option<Vec<u8>> {
    // The last byte has room for six bits besides the sign.
    let room = 7 * length.checked_sub(1)? + 6;
    (u64::from(number) < 1 << room).then(|| {
        let byte = |at: usize| {
            let bits = (u64::from(number) >> (7 * at)) as u8 & 0x7F;
            if at + 1 < length { bits | 0x80 } else { bits }
        };
        (0..length).map(byte).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, Function, FunctionSection, MemorySection, MemoryType,
        Module, TypeSection,
    };

    const START: u32 = 1_048_576;
    /// Where the last text of the memory is.
    const TEXT: u32 = START + 64;

    /// A module whose memory holds the names of two files, three places in them, and a text, and whose function calls
    /// what never returns with these numbers, and mentions those others.
    fn module(last_words: &[u32], mentioned: &[u32]) -> Vec<u8> {
        let calls: Vec<&[u32]> = last_words.iter().map(std::slice::from_ref).collect();
        module_of(&calls, mentioned)
    }

    fn module_of(calls: &[&[u32]], mentioned: &[u32]) -> Vec<u8> {
        let mut memory = b"src/a.rssrc/b.rs".to_vec();
        for (name, line, column) in [(START, 7, 3), (START + 8, 9, 1), (START, 11, 2)] {
            for number in [name, 8, line, column] {
                memory.extend(u32::to_le_bytes(number));
            }
        }
        memory.extend(b"kept.rs");
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([wasm_encoder::ValType::I32], []);
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        let mut body = function.instructions();
        for number in mentioned {
            body.i32_const(number.cast_signed()).drop();
        }
        for numbers in calls {
            for number in *numbers {
                body.i32_const(number.cast_signed());
            }
            body.call(0).unreachable();
        }
        body.end();
        code.function(&function);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(START.cast_signed()), memory);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code);
        module.section(&data);
        module.finish()
    }

    fn content(modules: &[Vec<u8>]) -> (BTreeSet<u32>, Vec<u8>) {
        let content = Content::of(&modules[0]).unwrap();
        let bytes = content.segments[0].bytes.clone();
        (content.mentions.into_keys().collect(), modules[0][bytes].to_vec())
    }

    #[test]
    fn one_place_stands_for_all_and_nothing_else_changes() {
        let (first, second, third) = (START + 16, START + 32, START + 48);
        let before = module(&[first, second, third, 42], &[]);
        let before = [before];
        let (_, was) = content(&before);
        let (constants, is) = content(&forgotten(&before).unwrap());
        assert_eq!(constants, [first, 42].into());
        assert_eq!(is.len(), was.len());
        assert_eq!(is[..8], was[..8], "the name of the first");
        assert_eq!(is[8..16], [0; 8], "a name that nothing needs");
        assert_eq!(is[16..32], was[16..32], "the first");
        assert_eq!(is[32..64], [0; 32], "the others");
        assert_eq!(is[64..], was[64..], "what only looks like a name");
    }

    /// A module that says the last text of the memory at a place before it panics.
    fn saying(told: u32, place: u32, mentioned: &[u32]) -> Vec<u8> {
        module_of(&[&[TEXT, told, place]], mentioned)
    }

    #[test]
    fn what_a_panic_says_is_forgotten_where_it_has_no_other_use() {
        let first = START + 16;
        let text = |before: Vec<u8>| content(&forgotten(&[before]).unwrap()).1[64..].to_vec();
        let twice_and_one = 2 * 7 + 1;
        assert_eq!(text(saying(twice_and_one, first, &[])), [0; 7]);
        assert_eq!(text(saying(6, first, &[])), *b"\0\0\0\0\0\0s", "no more than its length");
        assert_eq!(text(saying(twice_and_one, first, &[TEXT + 2])), *b"kept.rs", "said elsewhere");
        assert_eq!(text(saying(twice_and_one, 42, &[])), *b"kept.rs", "no panic");
    }

    #[test]
    fn a_number_that_is_no_last_word_stays() {
        let end_of_a_list = START + 32;
        let before = module(&[], &[end_of_a_list]);
        let (constants, _) = content(&forgotten(&[before]).unwrap());
        assert_eq!(constants, [end_of_a_list].into());
    }

    #[test]
    fn a_number_is_written_in_as_many_bytes_as_were_there() {
        assert_eq!(encoded(1_048_600, 4), Some(vec![0x98, 0x80, 0xC0, 0x00]));
        assert_eq!(encoded(1_048_600, 3), None);
        assert_eq!(encoded(3, 1), Some(vec![3]));
        assert_eq!(encoded(64, 1), None, "it would read as a negative one");
    }

    #[test]
    fn a_name_that_code_mentions_by_itself_stays() {
        let before = module(&[], &[START + 8]);
        let (_, is) = content(&forgotten(&[before]).unwrap());
        assert_eq!(is[8..16], *b"src/b.rs");
    }

    #[test]
    fn a_module_without_places_stays_as_it_is() {
        let modules = [Module::new().finish()];
        assert_eq!(forgotten(&modules).unwrap(), modules);
    }
}
