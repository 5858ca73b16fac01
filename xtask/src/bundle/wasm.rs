//! The wasm file, worked on with binaryen's tools.

use super::files;
use crate::command;
use crate::project::Project;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc's wasm uses beyond the first version of wasm, all of it in browsers since 2021. The tools are told, because
/// wasm-bindgen leaves no list of it in the file.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What a module asks of its page and offers to it.
#[derive(Debug)]
pub struct Names {
    /// What is imported, under the name it was given, in one module.
    pub imports: Vec<Renamed>,
    /// What is exported.
    pub exports: Vec<Renamed>,
    /// The modules that the imports came from.
    pub modules: Vec<String>,
}

/// A name, and the short one in its place.
#[derive(Debug, PartialEq)]
pub struct Renamed {
    /// As wasm-bindgen called it: long, with a hash that no compressor can make smaller.
    pub from: String,
    /// One to three letters.
    pub to: String,
}

/// Gives every import and export a short name, and every import the same module, [`MODULE`].
pub fn shorten(project: &Project, from: &Path, to: &Path) -> Result<Names> {
    let names = command::output(
        tool(project, "wasm-opt", from, to).arg("--minify-imports-and-exports-and-modules"),
    )?;
    Names::parse(&names)
}

/// The module that shortened imports are in.
pub const MODULE: &str = "a";

/// Removes the exports that are not wanted, and all that only they needed.
pub fn keep(project: &Project, exports: &[&str], from: &Path, to: &Path) -> Result<()> {
    let wanted: Vec<Value> =
        exports.iter().map(|name| json!({ "name": name, "export": name, "root": true })).collect();
    let graph = to.with_extension("json");
    files::write(&graph, Value::from(wanted).to_string().as_bytes())?;
    // Prints what it removed, which is of interest to nobody.
    command::output(tool(project, "wasm-metadce", from, to).arg("--graph-file").arg(&graph))?;
    Ok(())
}

/// Makes one module of several. What they import from the module that `hands_on` names, they find in the one it gives.
pub fn merge(
    project: &Project,
    hands_on: (&Path, &str),
    modules: &[PathBuf],
    to: &Path,
) -> Result<()> {
    let (file, name) = hands_on;
    let mut merge = project.npm_tool("wasm-merge");
    merge.args(FEATURES).arg(file).arg(name);
    for (number, module) in modules.iter().enumerate() {
        // Nothing is imported from them.
        merge.arg(module).arg(format!("part-{number}"));
    }
    // It warns of every kind of name that a split file could hold and does not.
    command::run_quietly(merge.arg("-o").arg(to))
}

/// Makes it as small as can be once it is compressed, which is not the same as small: `-Oz` gives 5 % fewer bytes, of which
/// brotli makes 1 % more.
pub fn optimise(project: &Project, from: &Path, to: &Path) -> Result<()> {
    // It warns of every kind of name that a split file could hold and does not.
    command::run_quietly(tool(project, "wasm-opt", from, to).args([
        "-Os",
        // What is written once compresses better in one place of its own than inside of its only caller.
        "--one-caller-inline-max-function-size=50",
        // A repetition costs brotli less than a local to keep its value in.
        "--skip-pass=local-cse",
        // The stack begins at address 0 and grows down to it: an access below 1024 is a stack that is full.
        "--low-memory-unused",
        // The memory is the module's own.
        "--zero-filled-memory",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]))
}

fn tool(project: &Project, name: &str, from: &Path, to: &Path) -> Command {
    let mut command = project.npm_tool(name);
    command.args(FEATURES).arg(from).arg("-o").arg(to);
    command
}

impl Names {
    /// Reads what binaryen prints of its renaming: `[module, from, to]` an import, `[from, to]` an export.
    fn parse(text: &str) -> Result<Self> {
        let read: Value =
            serde_json::from_str(text).context("wasm-opt's list of names is not JSON")?;
        let mut modules = Vec::new();
        let mut imports = Vec::new();
        for row in rows(&read, "imports")? {
            let [module, from, to] = words(row)?;
            if !modules.contains(&module) {
                modules.push(module);
            }
            imports.push(Renamed { from, to });
        }
        let exports = rows(&read, "exports")?
            .iter()
            .map(|row| words(row).map(|[from, to]| Renamed { from, to }))
            .collect::<Result<_>>()?;
        Ok(Self { imports, exports, modules })
    }
}

fn rows<'a>(read: &'a Value, what: &str) -> Result<&'a Vec<Value>> {
    read[what].as_array().with_context(|| format!("wasm-opt's list of names has no {what}"))
}

fn words<const COUNT: usize>(row: &Value) -> Result<[String; COUNT]> {
    let words: Option<Vec<String>> = row
        .as_array()
        .and_then(|row| row.iter().map(|word| word.as_str().map(str::to_owned)).collect());
    words
        .and_then(|words| words.try_into().ok())
        .with_context(|| format!("wasm-opt's list of names has a row that is none: {row}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_names_is_read() {
        let names = Names::parse(
            r#"{"imports": [["./x.js", "__wbg_a_1", "$"], ["./x.js", "b", "c"]], "exports": [["memory", "d"]]}"#,
        )
        .unwrap();
        assert_eq!(names.modules, ["./x.js"]);
        assert_eq!(names.imports[0], Renamed { from: "__wbg_a_1".into(), to: "$".into() });
        assert_eq!(names.exports, [Renamed { from: "memory".into(), to: "d".into() }]);
    }

    #[test]
    fn a_list_of_another_shape_is_refused() {
        assert!(Names::parse(r#"{"imports": [["a", "b"]], "exports": []}"#).is_err());
        assert!(Names::parse("{}").is_err());
    }
}
