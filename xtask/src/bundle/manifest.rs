//! The block of JSON in `index.html` that tells the loader where everything is. The source carries one with the plain
//! names, which the debug build serves; sealing replaces it with the final names and digests.

use super::asset::Asset;
use super::page::Sealed;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// Where the loader finds all that the app is made of.
pub struct Manifest {
    /// The JavaScript module that talks to the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The files of each piece that is fetched when it is needed, by its name. The debug build has none.
    pub pieces: Vec<(String, Vec<String>)>,
    /// The files of messages: language tag and address, in the order of the source.
    pub locales: Vec<(String, String)>,
}

impl Manifest {
    /// Reads the text of the block.
    pub fn parse(text: &str) -> Result<Self> {
        let read: Value =
            serde_json::from_str(text).context("the manifest in index.html is not JSON")?;
        let address = |value: &Value| Some(value.as_str()?.to_owned());
        let locales =
            read["locales"].as_object().context("the manifest in index.html has no locales")?;
        let hrefs = |files: &Value| -> Option<Vec<String>> {
            files.as_array()?.iter().map(|file| address(&file["href"])).collect()
        };
        let pieces = read["pieces"].as_object().into_iter().flatten();
        Ok(Self {
            js: address(&read["js"]).context("the manifest in index.html has no js")?,
            wasm: address(&read["wasm"]["href"])
                .context("the manifest in index.html has no wasm.href")?,
            pieces: pieces
                .map(|(name, files)| Some((name.clone(), hrefs(files)?)))
                .collect::<Option<_>>()
                .context("a piece in the manifest in index.html has no address")?,
            locales: locales
                .iter()
                .map(|(tag, href)| Some((tag.clone(), address(href)?)))
                .collect::<Option<_>>()
                .context("a locale in the manifest in index.html has no address")?,
        })
    }
}

/// The text of the sealed block.
pub fn sealed(sealed: &Sealed) -> String {
    let Sealed { js, wasm, pieces, locales, .. } = sealed;
    let locales: Map<String, Value> =
        locales.iter().map(|(tag, asset)| (tag.clone(), json!(asset.href))).collect();
    let checked = |asset: &Asset| json!({ "href": asset.href, "integrity": asset.integrity });
    let pieces: Map<String, Value> = pieces
        .iter()
        .map(|(name, files)| (name.clone(), files.iter().map(checked).collect()))
        .collect();
    let manifest = json!({
        "js": js.href,
        // The loader shows how much of it has come.
        "wasm": { "href": wasm.href, "integrity": wasm.integrity, "bytes": wasm.bytes },
        "pieces": pieces,
        "locales": locales,
    });
    // Inside a script element, "</script" would end it; "<" is the same character to every JSON reader.
    manifest.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_back_as_it_was_sealed() {
        let asset = |href: &str| Asset {
            href: href.to_owned(),
            integrity: "sha256-x".to_owned(),
            bytes: 7,
        };
        let text = sealed(&Sealed {
            style: asset("/s.css"),
            preferences: asset("/p.js"),
            loader: asset("/l.js"),
            js: asset("/a.js"),
            wasm: asset("/b.wasm"),
            pieces: vec![("home".to_owned(), vec![asset("/d.wasm"), asset("/e.wasm")])],
            locales: vec![("uz-Latn".to_owned(), asset("/c.json"))],
        });
        let read = Manifest::parse(&text).unwrap();
        assert_eq!((read.js.as_str(), read.wasm.as_str()), ("/a.js", "/b.wasm"));
        assert_eq!(read.locales, [("uz-Latn".to_owned(), "/c.json".to_owned())]);
        let files = vec!["/d.wasm".to_owned(), "/e.wasm".to_owned()];
        assert_eq!(read.pieces, [("home".to_owned(), files)]);
        assert!(text.contains(r#""bytes":7"#));
    }

    #[test]
    fn a_manifest_without_the_wasm_is_refused() {
        assert!(Manifest::parse(r#"{"js":"/a.js","locales":{}}"#).is_err());
    }
}
