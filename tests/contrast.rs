//! Every colour of text is at least 7:1 on every ground it may stand on (WCAG 1.4.6).

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use std::collections::HashMap;

/// The colours of one theme by name, from a block of custom properties.
fn colours(block: &str) -> HashMap<&str, [f64; 3]> {
    block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"))
        .map(|(name, hex)| {
            let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
            (name, [part(0), part(2), part(4)])
        })
        .collect()
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn themes() -> [HashMap<&'static str, [f64; 3]>; 2] {
    let tokens = include_str!("../style/tokens.css");
    let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    [colours(light), colours(dark)]
}

#[test]
fn text_stands_out_from_every_ground_in_both_themes() {
    let texts = ["ink", "ink-soft", "lapis", "lapis-deep", "turquoise", "pomegranate", "saffron"];
    for (theme, colours) in themes().iter().enumerate() {
        for ground in ["paper", "paper-raised", "paper-sunken"] {
            for text in texts {
                let ratio = contrast(colours[text], colours[ground]);
                assert!(ratio >= 7.0, "theme {theme}: {text} on {ground} is {ratio:.2}:1");
            }
        }
        for (text, ground) in
            [("on-lapis", "lapis"), ("on-lapis", "lapis-deep"), ("paper", "turquoise")]
        {
            let ratio = contrast(colours[text], colours[ground]);
            assert!(ratio >= 7.0, "theme {theme}: {text} on {ground} is {ratio:.2}:1");
        }
    }
}

#[test]
fn edges_of_fields_can_be_seen_in_both_themes() {
    for colours in themes() {
        for ground in ["paper", "paper-raised"] {
            assert!(contrast(colours["edge"], colours[ground]) >= 3.0);
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
