//! The JavaScript that wasm-bindgen writes beside the wasm ("glue"), edited as text. The tool is of one known version, so
//! its layout is known; where the text is not as expected the build stops, because the app would not start.

use super::wasm::{MODULE, Names, Renamed};
use anyhow::{Result, bail};

/// What every line that begins an import's function begins with.
const INDENT: &str = "        ";
/// What a line begins with that imports another module.
const FOREIGN: &str = "import * as import";
/// What ends the list of imports.
const END: &str = "    };";
/// How the glue speaks of the module's exports.
const EXPORTS: &str = "wasm.";

/// The glue so annotated that a bundler may leave out the classes nobody uses.
pub fn without_side_effects(glue: &str) -> String {
    glue.replace("new FinalizationRegistry", "/* @__PURE__ */ new FinalizationRegistry")
        .lines()
        // Makes a class disposable, and thereby used.
        .filter(|line| !line.starts_with("if (Symbol.dispose)"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The glue with the functions that the app fetches its pieces by. In the wasm they are imported from the module of the
/// glue itself, and so wasm-bindgen writes an import of that module for each.
pub fn with_pieces(glue: &str, names: &[&str]) -> Result<String> {
    let mut text = String::with_capacity(glue.len());
    let mut is_listed = false;
    for line in glue.lines() {
        if line.starts_with(FOREIGN) || (line.trim_start().starts_with('"') && is_foreign(line)) {
            continue;
        }
        text.push_str(line);
        text.push('\n');
        if line.trim_start() == "__proto__: null," && !is_listed {
            is_listed = true;
            for name in names {
                text.push_str(&format!(
                    "{INDENT}__wasm_split_load_{name}: function(arg0, arg1) {{\n\
                     {INDENT}    fetchPiece(\"{name}\", arg0, arg1);\n\
                     {INDENT}}},\n"
                ));
            }
        }
    }
    if !is_listed {
        bail!("wasm-bindgen's glue has no list of imports to add the pieces to");
    }
    text.push_str(include_str!("../../js/pieces.js"));
    Ok(text)
}

/// Whether the line lists a module other than the glue's own functions.
fn is_foreign(line: &str) -> bool {
    line.split_once("\": import").is_some_and(|(_, number)| number != "0,")
}

/// The glue without the functions that the module no longer imports.
pub fn without_imports(glue: &str, imported: &[Renamed]) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut is_kept = true;
    for line in glue.lines() {
        if let Some(name) = import_in(line) {
            is_kept = imported.iter().any(|import| import.from == name);
        } else if line == END {
            is_kept = true;
        }
        if is_kept {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Whether the glue uses an export of the module.
pub fn uses(glue: &str, export: &str) -> bool {
    exports_in(glue).any(|(_, name)| name == export)
}

/// The glue with the short names.
pub fn renamed(glue: &str, names: &Names) -> Result<String> {
    let [module] = names.modules.as_slice() else {
        bail!("the wasm imports from several modules ({}), not from one", names.modules.join(", "));
    };
    let listed = format!("\"{module}\": ");
    if glue.matches(&listed).count() != 1 {
        bail!("wasm-bindgen's glue does not list the module {module} once");
    }
    let glue = glue.replace(&listed, &format!("{MODULE}: "));
    let mut text = String::with_capacity(glue.len());
    let mut count = 0;
    for line in glue.lines() {
        let import = import_in(line)
            .and_then(|name| names.imports.iter().find(|import| import.from == name));
        match import {
            Some(Renamed { from, to }) => {
                count += 1;
                text.push_str(INDENT);
                text.push_str(to);
                text.push_str(&line[INDENT.len() + from.len()..]);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    if count != names.imports.len() {
        bail!("wasm-bindgen's glue has {count} of {} imports", names.imports.len());
    }
    Ok(with_short_exports(&text, &names.exports))
}

fn with_short_exports(glue: &str, exports: &[Renamed]) -> String {
    let mut text = String::with_capacity(glue.len());
    let mut done = 0;
    for (at, name) in exports_in(glue) {
        if let Some(export) = exports.iter().find(|export| export.from == name) {
            text.push_str(&glue[done..at]);
            text.push_str(&export.to);
            done = at + name.len();
        }
    }
    text + &glue[done..]
}

/// The name of the import whose function begins in a line.
fn import_in(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix(INDENT)?.split_once(": function(")?;
    is_name(name).then_some(name)
}

/// Every export that is used, with its place.
fn exports_in(glue: &str) -> impl Iterator<Item = (usize, &str)> {
    glue.match_indices(EXPORTS).filter_map(|(at, _)| {
        let is_whole = !glue[..at].ends_with(|before: char| is_letter(before) || before == '.');
        let start = at + EXPORTS.len();
        let length = glue[start..].find(|after| !is_letter(after)).unwrap_or(glue.len() - start);
        (is_whole && length > 0).then(|| (start, &glue[start..start + length]))
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_letter)
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"export class Sink {
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_length_1: function(arg0) {
            return arg0.length;
        },
        __wbg_write_2: function(arg0) {
            wasm.__wbindgen_free(arg0);
        },
    };
    return {
        "./x_bg.js": import0,
    };
}
const SinkFinalization = new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));
function memory() { return wasm.memory.buffer; }
"#;

    fn renaming(from: &str, to: &str) -> Renamed {
        Renamed { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn nothing_holds_a_class_that_is_not_used() {
        let glue = without_side_effects(GLUE);
        assert!(!glue.contains("Symbol.dispose"));
        assert!(glue.contains("= /* @__PURE__ */ new FinalizationRegistry(ptr"));
    }

    #[test]
    fn the_functions_that_fetch_pieces_join_those_of_the_glue() {
        let split =
            GLUE.replace("export class", "import * as import1 from \"./x_bg.js\"\nexport class");
        let split = split.replace("import0,\n", "import0,\n        \"./x_bg.js\": import1,\n");
        let glue = with_pieces(&split, &["home"]).unwrap();
        assert!(glue.contains("fetchPiece(\"home\", arg0, arg1)") && glue.contains("import0,"));
        assert!(!glue.contains("import1") && uses(&glue, "__stack_pointer"));
        let imported = [renaming("__wasm_split_load_home", "$"), renaming("__wbg_length_1", "b")];
        let glue = without_imports(&glue, &imported);
        assert!(glue.contains("        __wasm_split_load_home: function(arg0, arg1)"));
        assert!(with_pieces("", &["home"]).is_err());
    }

    #[test]
    fn a_function_that_is_not_imported_goes_whole() {
        let glue = without_imports(GLUE, &[renaming("__wbg_length_1", "$")]);
        assert!(glue.contains("return arg0.length") && glue.contains("import0,"));
        assert!(!glue.contains("__wbg_write_2") && !uses(&glue, "__wbindgen_free"));
    }

    #[test]
    fn an_export_is_used_only_under_its_whole_name() {
        assert!(uses(GLUE, "memory") && uses(GLUE, "__wbg_sink_free"));
        assert!(!uses(GLUE, "mem") && !uses(GLUE, "__wbg_sink"));
        assert!(!uses("mywasm.memory", "memory") && !uses("a.wasm.memory", "memory"));
    }

    #[test]
    fn both_sides_are_renamed_alike() {
        let names = Names {
            imports: vec![renaming("__wbg_length_1", "$"), renaming("__wbg_write_2", "b")],
            exports: vec![renaming("memory", "c")],
            modules: vec!["./x_bg.js".to_owned()],
        };
        let glue = renamed(GLUE, &names).unwrap();
        assert!(glue.contains("        $: function(arg0)") && glue.contains("wasm.c.buffer"));
        assert!(glue.contains("a: import0") && glue.contains("wasm.__wbindgen_free"));
    }

    #[test]
    fn a_glue_that_lacks_an_import_is_refused() {
        let names = Names {
            imports: vec![renaming("__wbg_gone_3", "$")],
            exports: Vec::new(),
            modules: vec!["./x_bg.js".to_owned()],
        };
        assert!(renamed(GLUE, &names).is_err());
    }
}
