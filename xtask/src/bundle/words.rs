//! Leaving out of a language's file what the app never says: the words of components that no page uses yet.

use serde_json::{Map, Value};

/// The messages whose keys stand in the code. A key that code makes of a name and a number, as those of the months, is
/// kept for its name.
pub fn said(messages: &Map<String, Value>, code: &[Vec<u8>]) -> Map<String, Value> {
    let is_named = |name: &str| {
        code.iter().any(|code| code.windows(name.len()).any(|window| window == name.as_bytes()))
    };
    let is_said =
        |key: &str| is_named(key.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    messages
        .iter()
        .filter(|(key, _)| is_said(key))
        .map(|(key, message)| (key.clone(), message.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_no_code_names_is_left_out() {
        let messages = json!({ "month_7": "iyul", "close": "Yopish", "page_next": "Keyingi" });
        let code = [b"\0sign_inclosemonth_".to_vec(), b"data-say".to_vec()];
        let said = said(messages.as_object().unwrap(), &code);
        assert_eq!(said.keys().collect::<Vec<_>>(), ["close", "month_7"]);
    }
}
