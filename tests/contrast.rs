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

/// Every theme by its name, as the styles make it: what a theme does not say is as in the light one.
fn themes() -> Vec<(&'static str, HashMap<&'static str, Rgb>)> {
    let tokens = include_str!("../style/tokens.css");
    let block = |start: &str| {
        let (_, rest) = tokens.rsplit_once(start).unwrap();
        colours(rest.split_once('}').unwrap().0)
    };
    let of = |start: &str| {
        let mut theme = block("\n:root {");
        theme.extend(block(start));
        theme
    };
    vec![
        ("light", block("\n:root {")),
        ("dark device", of(":root:not([data-theme]) {")),
        ("dark", of(":root[data-theme=\"dark\"] {")),
        ("contrast", of(":root[data-theme=\"contrast\"] {")),
        ("mono", of(":root[data-theme=\"mono\"] {")),
    ]
}

#[test]
fn every_colour_stands_out_from_the_grounds_it_may_stand_on_in_every_theme() {
    for (theme, colours) in themes() {
        for Pairing { colour, ground, needed } in pairings() {
            let ratio = contrast(colours[colour], colours[ground]);
            assert!(ratio >= needed, "{theme}: {colour} on {ground} is {ratio:.2}:1");
        }
    }
}

#[test]
fn dark_is_the_same_whoever_asks_for_it() {
    let themes: HashMap<_, _> = themes().into_iter().collect();
    assert_eq!(themes["dark device"], themes["dark"]);
}

#[test]
fn black_on_white_is_without_colour() {
    let themes: HashMap<_, _> = themes().into_iter().collect();
    for (name, [red, green, blue]) in &themes["mono"] {
        assert!(red == green && green == blue, "{name}");
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
