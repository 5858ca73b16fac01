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
        .map(|(key, message)| (key.clone(), plain(message)))
        .collect()
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

    #[test]
    fn what_no_code_names_is_left_out() {
        let messages = json!({ "month_7": "iyul", "close": "Yopish", "page_next": "Keyingi" });
        let code = [b"\0sign_inclosemonth_".to_vec(), b"data-say".to_vec()];
        let said = said(messages.as_object().unwrap(), &code);
        assert_eq!(said.keys().collect::<Vec<_>>(), ["close", "month_7"]);
    }

    #[test]
    fn forms_that_are_all_the_same_are_one() {
        let messages = json!({
            "days": { "one": "{count} kun", "other": "{count} kun" },
            "people": { "one": "{count} person", "other": "{count} people" },
        });
        let said = said(messages.as_object().unwrap(), &[b"days people".to_vec()]);
        assert_eq!(said["days"], "{count} kun");
        assert_eq!(said["people"], messages["people"]);
    }
}
