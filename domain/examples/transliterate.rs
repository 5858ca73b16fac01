//! Carries standard input into another script:
//! `cargo run -p muloqot-domain --example transliterate -- --from uz-Cyrl --to uz-Latn`.

use std::io::{Read, Write};
use std::process::ExitCode;

use muloqot_domain::Transliteration;

const USAGE: &str = "usage: transliterate --from TAG --to TAG < text\n\
    pairs: uz-Cyrl uz-Latn, uz-Latn uz-Cyrl, kaa-Cyrl kaa-Latn";

fn main() -> ExitCode {
    let wanted = match wanted(std::env::args().skip(1)) {
        Ok(wanted) => wanted,
        Err(reason) => {
            eprintln!("{reason}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut text = String::new();
    let done = std::io::stdin()
        .read_to_string(&mut text)
        .and_then(|_| std::io::stdout().write_all(wanted.apply(&text).as_bytes()));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("transliterate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the arguments, or says what is wrong with them.
fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Transliteration, String> {
    let (mut from, mut to) = (None, None);
    while let Some(argument) = arguments.next() {
        let tag = match argument.as_str() {
            "--from" => &mut from,
            "--to" => &mut to,
            _ => return Err(format!("unknown argument: {argument}")),
        };
        let value = arguments.next().ok_or(format!("{argument} needs a language tag"))?;
        if tag.replace(value).is_some() {
            return Err(format!("{argument} is given twice"));
        }
    }
    let from = from.ok_or("--from is missing")?;
    let to = to.ok_or("--to is missing")?;
    Transliteration::between(&from, &to)
        .ok_or_else(|| format!("no transliteration from {from} to {to}"))
}
