//! Every colour stands out from the grounds it may stand on (WCAG 1.4.6, 1.4.11).

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use std::collections::HashMap;

use muloqot::accessibility::{Pairing, pairings};
use muloqot_domain::{Rgb, contrast, rgb};

/// The colours of one theme by name, from a block of custom properties.
fn colours(block: &str) -> HashMap<&str, Rgb> {
    block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
        .filter_map(|(name, value)| Some((name, rgb(value)?)))
        .collect()
}

fn themes() -> [HashMap<&'static str, Rgb>; 2] {
    let tokens = include_str!("../style/tokens.css");
    let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    [colours(light), colours(dark)]
}

#[test]
fn every_colour_stands_out_from_the_grounds_it_may_stand_on_in_every_theme() {
    for (theme, colours) in themes().iter().enumerate() {
        for Pairing { colour, ground, needed } in pairings() {
            let ratio = contrast(colours[colour], colours[ground]);
            assert!(ratio >= needed, "theme {theme}: {colour} on {ground} is {ratio:.2}:1");
        }
    }
}

#[test]
fn no_colour_is_outside_the_tokens() {
    fn visit(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, found);
            } else if !path.ends_with("tokens.css") {
                let css = std::fs::read_to_string(&path).unwrap();
                let is_colour = |line: &&str| {
                    let hex = line
                        .split('#')
                        .skip(1)
                        .any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
                    hex || line.contains("rgb(") || line.contains("hsl(")
                };
                let outside = css.lines().filter(is_colour);
                found.extend(outside.map(|line| format!("{}: {line}", path.display())));
            }
        }
    }
    let mut found = Vec::new();
    visit(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/style")), &mut found);
    assert_eq!(found, Vec::<String>::new());
}
