//! The block of JSON in `index.html` that tells the loader where everything is. The source carries one with the plain
//! names, which the debug build serves; sealing replaces it with the final names and digests.

use super::asset::Asset;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// Where the loader finds the app's pieces.
pub struct Manifest {
    /// The JavaScript module that talks to the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
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
        Ok(Self {
            js: address(&read["js"]).context("the manifest in index.html has no js")?,
            wasm: address(&read["wasm"]["href"])
                .context("the manifest in index.html has no wasm.href")?,
            locales: locales
                .iter()
                .map(|(tag, href)| Some((tag.clone(), address(href)?)))
                .collect::<Option<_>>()
                .context("a locale in the manifest in index.html has no address")?,
        })
    }
}

/// The text of the sealed block.
pub fn sealed(js: &Asset, wasm: &Asset, locales: &[(String, Asset)]) -> String {
    let locales: Map<String, Value> =
        locales.iter().map(|(tag, asset)| (tag.clone(), json!(asset.href))).collect();
    let manifest = json!({
        "js": js.href,
        "wasm": { "href": wasm.href, "integrity": wasm.integrity, "bytes": wasm.bytes },
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
            integrity: "sha384-x".to_owned(),
            bytes: 7,
        };
        let text =
            sealed(&asset("/a.js"), &asset("/b.wasm"), &[("uz-Latn".to_owned(), asset("/c.json"))]);
        let read = Manifest::parse(&text).unwrap();
        assert_eq!((read.js.as_str(), read.wasm.as_str()), ("/a.js", "/b.wasm"));
        assert_eq!(read.locales, [("uz-Latn".to_owned(), "/c.json".to_owned())]);
        assert!(text.contains(r#""bytes":7"#));
    }

    #[test]
    fn a_manifest_without_the_wasm_is_refused() {
        assert!(Manifest::parse(r#"{"js":"/a.js","locales":{}}"#).is_err());
    }
}
