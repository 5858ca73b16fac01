//! The block of JSON in `index.html` that tells the loader where everything is. The source carries one with the plain
//! names, which the debug build serves; sealing replaces it with the final names and digests.

use super::asset::Asset;
use super::page::Sealed;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The pieces that a page begins with. Only they stand in the block; the others are in a list of their own, fetched with
/// the first of them that somebody needs, so that no first visit pays for what it does not use.
pub const PAGES: [&str; 1] = ["statement"];

/// Where the loader finds all that the app is made of.
pub struct Manifest {
    /// The JavaScript module that talks to the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The files of each piece of [`PAGES`], by its name. The debug build has none.
    pub pieces: Vec<(String, Vec<String>)>,
    /// The list of all other pieces.
    pub list: Option<String>,
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
            pieces: pieces_in(&read["pieces"])?,
            list: address(&read["list"]["href"]),
            locales: locales
                .iter()
                .map(|(tag, href)| Some((tag.clone(), address(href)?)))
                .collect::<Option<_>>()
                .context("a locale in the manifest in index.html has no address")?,
        })
    }
}

/// The files of each piece in the block, or in the list of all others.
pub fn pieces_in(read: &Value) -> Result<Vec<(String, Vec<String>)>> {
    let href = |file: &Value| Some(file["href"].as_str()?.to_owned());
    let hrefs = |files: &Value| files.as_array()?.iter().map(href).collect::<Option<_>>();
    let pieces = read.as_object().into_iter().flatten();
    pieces
        .map(|(name, files)| Some((name.clone(), hrefs(files)?)))
        .collect::<Option<_>>()
        .context("a piece has no address")
}

/// The text of the list of pieces that no page begins with.
pub fn list(pieces: &[(String, Vec<Asset>)]) -> String {
    Value::from(named(pieces, false)).to_string()
}

fn named(pieces: &[(String, Vec<Asset>)], begins_page: bool) -> Map<String, Value> {
    pieces
        .iter()
        .filter(|(name, _)| PAGES.contains(&name.as_str()) == begins_page)
        .map(|(name, files)| (name.clone(), files.iter().map(checked).collect()))
        .collect()
}

fn checked(asset: &Asset) -> Value {
    json!({ "href": asset.href, "integrity": asset.integrity })
}

/// The text of the sealed block.
pub fn sealed(sealed: &Sealed) -> String {
    let Sealed { js, wasm, pieces, list, locales, .. } = sealed;
    let locales: Map<String, Value> =
        locales.iter().map(|(tag, asset)| (tag.clone(), json!(asset.href))).collect();
    let manifest = json!({
        "js": js.href,
        // The loader shows how much of it has come.
        "wasm": { "href": wasm.href, "integrity": wasm.integrity, "bytes": wasm.bytes },
        "pieces": named(pieces, true),
        "list": checked(list),
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
        let files = |files: &[&str]| files.iter().copied().map(asset).collect();
        let pieces = [("statement", &["/d.wasm", "/e.wasm"]), ("writing", &["/e.wasm", "/f.wasm"])]
            .map(|(name, addresses)| (name.to_owned(), files(addresses)));
        let list = list(&pieces);
        let text = sealed(&Sealed {
            style: asset("/s.css"),
            preferences: asset("/p.js"),
            loader: asset("/l.js"),
            js: asset("/a.js"),
            wasm: asset("/b.wasm"),
            pieces: pieces.into(),
            list: asset("/pieces.json"),
            locales: vec![("uz-Latn".to_owned(), asset("/c.json"))],
        });
        let read = Manifest::parse(&text).unwrap();
        assert_eq!((read.js.as_str(), read.wasm.as_str()), ("/a.js", "/b.wasm"));
        assert_eq!(read.locales, [("uz-Latn".to_owned(), "/c.json".to_owned())]);
        let found =
            |name: &str, files: [&str; 2]| (name.to_owned(), files.map(str::to_owned).into());
        assert_eq!(read.pieces, [found("statement", ["/d.wasm", "/e.wasm"])]);
        assert_eq!(read.list.as_deref(), Some("/pieces.json"));
        let others = pieces_in(&serde_json::from_str(&list).unwrap()).unwrap();
        assert_eq!(others, [found("writing", ["/e.wasm", "/f.wasm"])]);
        assert!(text.contains(r#""bytes":7"#));
    }

    #[test]
    fn a_manifest_without_the_wasm_is_refused() {
        assert!(Manifest::parse(r#"{"js":"/a.js","locales":{}}"#).is_err());
    }
}
