//! Changing `index.html`: the few elements that name what sealing renamed. It is our own page, so the elements are found
//! by the text we wrote, and a page in which they are not found exactly once is refused.

use super::asset::Asset;
use super::manifest;
use anyhow::{Context, Result, bail};
use std::ops::Range;

/// What the source's stylesheet element says.
pub const STYLE: &str = r#"href="/style/main.css""#;
/// What the element of the script says that comes before painting.
pub const PREFERENCES: &str = r#"src="/preferences.js""#;
/// What the source's script element says.
pub const LOADER: &str = r#"src="/loader.js""#;
const MANIFEST: &str = r#"id="muloqot-assets""#;

/// What sealing renamed.
pub struct Sealed {
    /// The styles, all in one.
    pub style: Asset,
    /// The script that comes before painting.
    pub preferences: Asset,
    /// The loader.
    pub loader: Asset,
    /// The JavaScript module that talks to the wasm.
    pub js: Asset,
    /// The wasm.
    pub wasm: Asset,
    /// The files of each piece by its name.
    pub pieces: Vec<(String, Vec<Asset>)>,
    /// The list of the pieces that no page begins with.
    pub list: Asset,
    /// The messages by language tag.
    pub locales: Vec<(String, Asset)>,
}

/// The text of the manifest in a page.
pub fn manifest_in(page: &str) -> Result<&str> {
    Ok(&page[manifest_range(page)?])
}

/// The page with the final names, the digests, and the hints that let downloads start before the loader asks for them.
pub fn seal(page: &str, sealed: &Sealed) -> Result<String> {
    let mut page = page.to_owned();
    while let Some(range) = tag_with(&page, "data-trunk") {
        // Trunk leaves its own elements in when it is told to inject nothing.
        page.replace_range(range, "");
    }
    let manifest = manifest::sealed(sealed);
    page.replace_range(manifest_range(&page)?, &manifest);
    let Sealed { style, preferences, loader, js, wasm, .. } = sealed;
    replace_tag(
        &mut page,
        PREFERENCES,
        &format!(r#"<script src="{}" integrity="{}">"#, preferences.href, preferences.integrity),
    )?;
    replace_tag(
        &mut page,
        STYLE,
        &format!(
            r#"<link rel="stylesheet" href="{}" integrity="{}">"#,
            style.href, style.integrity
        ),
    )?;
    // The wasm has no integrity here: the loader checks it while it streams.
    replace_tag(
        &mut page,
        LOADER,
        &format!(
            r#"<link rel="modulepreload" href="{}" integrity="{}">
  <link rel="preload" href="{}" as="fetch" type="application/wasm" crossorigin>
  <link rel="preload" href="/config.json" as="fetch" crossorigin>
  <script type="module" src="{}" integrity="{}">"#,
            js.href, js.integrity, wasm.href, loader.href, loader.integrity
        ),
    )?;
    let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
    Ok(lines.join("\n") + "\n")
}

/// Where the first element's start tag is that contains a text.
pub fn tag_with(page: &str, text: &str) -> Option<Range<usize>> {
    let at = page.find(text)?;
    let start = page[..at].rfind('<')?;
    let end = at + page[at..].find('>')? + 1;
    Some(start..end)
}

fn replace_tag(page: &mut String, text: &str, tag: &str) -> Result<()> {
    if page.matches(text).count() != 1 {
        bail!("index.html must say {text} exactly once");
    }
    let range = tag_with(page, text)
        .with_context(|| format!("index.html says {text} outside of an element"))?;
    page.replace_range(range, tag);
    Ok(())
}

fn manifest_range(page: &str) -> Result<Range<usize>> {
    let start = tag_with(page, MANIFEST)
        .with_context(|| format!("index.html has no element with {MANIFEST}"))?
        .end;
    let length =
        page[start..].find("</script>").context("the manifest in index.html has no end")?;
    Ok(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html>
<html lang="uz-Latn"><head>
  <link data-trunk rel="rust" data-trunk-id="0">
  <script type="application/json" id="muloqot-assets">{"js":"/muloqot.js"}</script>
  <script src="/preferences.js"></script>
  <link rel="stylesheet" href="/style/main.css">
  <script type="module" src="/loader.js"></script>
</head><body></body></html>
"#;

    fn asset(href: &str) -> Asset {
        Asset { href: href.to_owned(), integrity: format!("sha256-of{href}"), bytes: 1 }
    }

    fn sealed() -> Sealed {
        Sealed {
            style: asset("/assets/s.css"),
            preferences: asset("/assets/p.js"),
            loader: asset("/assets/l.js"),
            js: asset("/assets/m.js"),
            wasm: asset("/assets/m.wasm"),
            pieces: vec![("statement".to_owned(), vec![asset("/assets/h.wasm")])],
            list: asset("/assets/pieces.json"),
            locales: vec![("en".to_owned(), asset("/assets/en.json"))],
        }
    }

    #[test]
    fn the_manifest_is_found_and_replaced() {
        assert_eq!(manifest_in(PAGE).unwrap(), r#"{"js":"/muloqot.js"}"#);
        let page = seal(PAGE, &sealed()).unwrap();
        assert!(manifest_in(&page).unwrap().contains("/assets/m.wasm"));
        assert!(!page.contains("/muloqot.js"));
    }

    #[test]
    fn every_code_a_sealed_page_names_has_its_digest() {
        let page = seal(PAGE, &sealed()).unwrap();
        assert!(page.contains(
            r#"<link rel="stylesheet" href="/assets/s.css" integrity="sha256-of/assets/s.css">"#
        ));
        assert!(page.contains(r#"src="/assets/l.js" integrity="sha256-of/assets/l.js"></script>"#));
        assert!(page.contains(r#"href="/assets/m.js" integrity="sha256-of/assets/m.js">"#));
        assert!(manifest_in(&page).unwrap().contains(r#""integrity":"sha256-of/assets/h.wasm""#));
        assert!(!page.contains(STYLE) && !page.contains(LOADER) && !page.contains("data-trunk"));
    }

    #[test]
    fn a_page_without_the_loader_is_refused() {
        let page = PAGE.replace("/loader.js", "/other.js");
        assert!(seal(&page, &sealed()).is_err());
    }
}
