//! A file of messages in the other script of its language.

use serde_json::Value;

use super::Transliteration;

impl Transliteration {
    /// Every text of a file of messages (key to text, or to a text for each plural category)
    /// in the other script. Keys and placeholders stay as they are.
    #[must_use]
    pub fn apply_to_messages(self, messages: &Value) -> Value {
        match messages {
            Value::String(text) => Value::String(self.apply(text)),
            Value::Object(entries) => entries
                .iter()
                .map(|(key, entry)| (key.clone(), self.apply_to_messages(entry)))
                .collect(),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_change_their_script_and_keys_do_not() {
        let latin = json!({"days_left": {"one": "{count} kun qoldi"}, "sign_in": "Kirish"});
        let cyrillic = json!({"days_left": {"one": "{count} кун қолди"}, "sign_in": "Кириш"});
        assert_eq!(Transliteration::UzbekToCyrillic.apply_to_messages(&latin), cyrillic);
    }
}
