//! A file of messages in the other script of its language.

use serde_json::Value;

use super::Transliteration;

/// What is written otherwise in Cyrillic, by its key: the official long date has no hyphens
/// (`2026 йил 5 феврал`), and the months in it no soft sign (CLDR 48, uz-Cyrl).
const IN_CYRILLIC: [(&str, &str); 10] = [
    ("date_long", "{year} йил {day} {month}"),
    ("month_1", "январ"),
    ("month_2", "феврал"),
    ("month_4", "апрел"),
    ("month_6", "июн"),
    ("month_7", "июл"),
    ("month_9", "сентябр"),
    ("month_10", "октябр"),
    ("month_11", "ноябр"),
    ("month_12", "декабр"),
];

impl Transliteration {
    /// Every text of a file of messages (key to text, or to a text for each plural category)
    /// in the other script. Keys and placeholders stay as they are.
    #[must_use]
    pub fn apply_to_messages(self, messages: &Value) -> Value {
        match messages {
            Value::String(text) => Value::String(self.apply(text)),
            Value::Object(entries) => entries
                .iter()
                .map(|(key, entry)| {
                    let exception = self.exception(key).map(Value::from);
                    (key.clone(), exception.unwrap_or_else(|| self.apply_to_messages(entry)))
                })
                .collect(),
            other => other.clone(),
        }
    }

    fn exception(self, key: &str) -> Option<&'static str> {
        let is_asked = self == Self::UzbekToCyrillic;
        let found = IN_CYRILLIC.iter().find(|(known, _)| is_asked && *known == key);
        found.map(|(_, text)| *text)
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

    #[test]
    fn an_exception_stands_for_a_message_that_there_is() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../locales/uz-Latn.json");
        let latin: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let cyrillic = Transliteration::UzbekToCyrillic.apply_to_messages(&latin);
        for (key, text) in IN_CYRILLIC {
            assert!(latin[key].is_string(), "{key}");
            assert_eq!(cyrillic[key], text);
            assert_ne!(Transliteration::UzbekToCyrillic.apply(latin[key].as_str().unwrap()), text);
        }
    }
}
