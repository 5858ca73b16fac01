//! The words of a language as a built app fetches them: with short keys, and without what the app never says (the words of
//! components that no page uses yet).

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What a shell says by its key, in `index.html`.
const SAID: [&str; 2] = ["data-say=\"", "data-say-label=\""];

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The keys of all messages. A short one is a mark that no other text has, and the key's place among all in their order:
/// the code of a split app names its messages so (`src/locale/message.rs`).
pub struct Keys(BTreeSet<String>);

impl Keys {
    /// The keys of a file of messages; every language has the same.
    pub fn of(messages: &Map<String, Value>) -> Self {
        Self(messages.keys().cloned().collect())
    }

    fn short(&self, key: &str) -> Result<String> {
        let place = self.0.iter().position(|known| known == key);
        let place = place.with_context(|| format!("no message has the key `{key}`"))?;
        let sign = |at: usize| DIGITS.get(at).copied().map(char::from);
        let [high, low] = [place / DIGITS.len(), place % DIGITS.len()].map(sign);
        Ok(format!("~{}{}", high.context("there are too many messages")?, low.unwrap_or_default()))
    }

    /// The static shell with short keys.
    pub fn shorten(&self, shell: &str) -> Result<String> {
        let mut shortened = String::with_capacity(shell.len());
        let mut rest = shell;
        while let Some(start) =
            SAID.iter().filter_map(|said| Some(rest.find(said)? + said.len())).min()
        {
            let length = rest[start..].find('"').context("a key in index.html has no end")?;
            shortened.push_str(&rest[..start]);
            shortened.push_str(&self.short(&rest[start..start + length])?);
            rest = &rest[start + length..];
        }
        Ok(shortened + rest)
    }

    /// The messages whose keys stand in the code or the shell, under their short keys.
    pub fn said(
        &self,
        messages: &Map<String, Value>,
        code: &[Vec<u8>],
    ) -> Result<Map<String, Value>> {
        let is_named = |name: &str| {
            code.iter().any(|code| code.windows(name.len()).any(|window| window == name.as_bytes()))
        };
        let mut said = Map::new();
        for (key, message) in messages {
            let short = self.short(key)?;
            if is_named(&short) {
                said.insert(short, plain(message));
            }
        }
        Ok(said)
    }
}

/// A message that is the same whatever the count is, as one text.
fn plain(message: &Value) -> Value {
    let mut forms = message.as_object().into_iter().flat_map(Map::values);
    match forms.next() {
        Some(first) if forms.all(|form| form == first) => first.clone(),
        _ => message.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn messages() -> Map<String, Value> {
        let messages = json!({
            "sign_in": "Kirish",
            "days": { "one": "{count} kun", "other": "{count} kun" },
            "people": { "one": "{count} person", "other": "{count} people" },
            "close": "Yopish",
        });
        messages.as_object().unwrap().clone()
    }

    #[test]
    fn a_short_key_is_the_place_in_order() {
        let keys = Keys(('!'..='~').map(String::from).collect());
        assert_eq!(keys.short("!").unwrap(), "~AA");
        assert_eq!(keys.short("\"").unwrap(), "~AB");
        assert_eq!(keys.short("a").unwrap(), "~BA");
        assert!(keys.short("gone").is_err());
    }

    #[test]
    fn what_no_code_names_is_left_out() {
        let code = [b"\0~AC~AA".to_vec(), b"~".to_vec()];
        let said = Keys::of(&messages()).said(&messages(), &code).unwrap();
        assert_eq!(said.keys().collect::<Vec<_>>(), ["~AA", "~AC"]);
        assert_eq!(said["~AA"], "Yopish");
    }

    #[test]
    fn forms_that_are_all_the_same_are_one() {
        let said = Keys::of(&messages()).said(&messages(), &[b"~AB~AC".to_vec()]).unwrap();
        assert_eq!(said["~AB"], "{count} kun");
        assert_eq!(said["~AC"], messages()["people"]);
    }

    #[test]
    fn the_shell_names_what_it_says_by_short_keys() {
        let keys = Keys::of(&messages());
        let shell = r#"<nav data-say-label="close" data-say-not><a data-say="sign_in">…</a></nav>"#;
        let short = r#"<nav data-say-label="~AA" data-say-not><a data-say="~AD">…</a></nav>"#;
        assert_eq!(keys.shorten(shell).unwrap(), short);
        assert!(keys.shorten(r#"<p data-say="gone">"#).is_err());
        assert!(keys.shorten(r#"<p data-say="close"#).is_err());
    }
}
