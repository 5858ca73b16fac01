//! The messages of one language, as its file holds them.

use muloqot_domain::{CivilDate, Locale};
use serde_json::{Map, Value as Json};

use super::{Message, Value, m, month_name, plural};
use crate::json::read_json;

const MINUS: char = '−';

/// The messages of one language: by key, a text or, for what is counted, a text for each
/// plural category (`one`, `few`, `many`, `other`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    tag: String,
    entries: Map<String, Json>,
}

impl Catalogue {
    /// Reads a language's file; `None` when it is no JSON object.
    #[must_use]
    pub fn read(tag: &str, json: &str) -> Option<Self> {
        match read_json(json)? {
            Json::Object(entries) => Some(Self { tag: tag.to_owned(), entries }),
            _ => None,
        }
    }

    /// These messages and those of another file of the same language.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self
    }

    /// Every message by its key.
    #[must_use]
    pub fn entries(&self) -> &Map<String, Json> {
        &self.entries
    }

    /// Says a message. A key the file lacks is said as the key itself, which no test lets
    /// through and nobody overlooks.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        match self.pattern(message) {
            Some(pattern) => self.filled(pattern, &message.values),
            None => message.key.to_owned(),
        }
    }

    /// A whole number, grouped by threes as the language does.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::new();
        if number < 0 {
            grouped.push(MINUS);
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push_str(self.text(&m::number_group()));
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Hundredths as a decimal number, without zeros at its end: `1,36`, `1,5`, `2`.
    #[must_use]
    pub fn decimal(&self, hundredths: i64) -> String {
        let whole = hundredths / 100;
        let mut written = self.number(whole);
        if whole == 0 && hundredths < 0 {
            written.insert(0, MINUS);
        }
        let fraction = (hundredths % 100).unsigned_abs();
        if fraction > 0 {
            written.push_str(self.text(&m::number_decimal()));
            let digits = format!("{fraction:02}");
            written.push_str(digits.trim_end_matches('0'));
        }
        written
    }

    /// A day, written out: `2026-yil 5-fevral`, `5 February 2026`.
    #[must_use]
    pub fn date(&self, date: CivilDate) -> String {
        let values = [
            ("day", Value::Text(date.day.to_string())),
            ("month", month_name(date.month).into()),
            ("year", Value::Text(date.year.to_string())),
        ];
        self.filled(self.text(&m::date_long()), &values)
    }

    fn pattern(&self, message: &Message) -> Option<&str> {
        match self.entries.get(message.key)? {
            Json::String(text) => Some(text),
            forms => {
                let count = message.values.iter().find_map(|(name, value)| match value {
                    Value::Number(number) if *name == "count" => Some(*number),
                    _ => None,
                });
                let category = plural::category(&self.tag, count.unwrap_or_default());
                forms.get(category).or_else(|| forms.get("other"))?.as_str()
            }
        }
    }

    fn text(&self, message: &Message) -> &str {
        self.entries.get(message.key).and_then(Json::as_str).unwrap_or_default()
    }

    fn filled(&self, pattern: &str, values: &[(&'static str, Value)]) -> String {
        let mut said = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            said.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, Value::Text(text))) => said.push_str(text),
                Some((_, Value::Number(number))) => said.push_str(&self.number(*number)),
                Some((_, Value::Hundredths(hundredths))) => {
                    said.push_str(&self.decimal(*hundredths));
                }
                Some((_, Value::Date(date))) => said.push_str(&self.date(*date)),
                Some((_, Value::Message(message))) => said.push_str(&self.say(message)),
                Some((_, Value::Names(names))) => {
                    let locale = Locale::from_code(&self.tag).unwrap_or_default();
                    said.push_str(names.best_for(locale).unwrap_or_default().1);
                }
                None => {}
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }
}

#[cfg(test)]
mod tests {
    use muloqot_domain::LocalizedText;

    use super::*;

    fn catalogue(json: &str) -> Catalogue {
        Catalogue::read("en", json).unwrap()
    }

    fn message(key: &'static str, values: Vec<(&'static str, Value)>) -> Message {
        Message { key, values }
    }

    #[test]
    fn values_stand_where_their_names_are() {
        let catalogue = catalogue(r#"{"hello": "Hello {name}, {name}!", "number_group": ","}"#);
        let hello = message("hello", vec![("name", "{name}".into())]);
        assert_eq!(catalogue.say(&hello), "Hello {name}, {name}!");
    }

    #[test]
    fn of_several_names_the_one_in_the_readers_language_is_said() {
        let names = [("en", "Nukus city"), ("uz-Latn", "Nukus shahri")];
        let names = names.map(|(tag, name)| (tag.to_owned(), name.to_owned()));
        let names = LocalizedText::from_iter(names);
        let from = message("from", vec![("place", names.into())]);
        let json = r#"{"from": "from {place}"}"#;
        let said = |tag| Catalogue::read(tag, json).unwrap().say(&from);
        assert_eq!([said("en"), said("ru")], ["from Nukus city", "from Nukus shahri"]);
    }

    #[test]
    fn the_plural_follows_the_count() {
        let catalogue = catalogue(
            r#"{"days": {"one": "{count} day", "other": "{count} days"}, "number_group": ","}"#,
        );
        let days = |count: i64| catalogue.say(&message("days", vec![("count", count.into())]));
        assert_eq!([days(1), days(0), days(1_234_567)], ["1 day", "0 days", "1,234,567 days"]);
    }

    #[test]
    fn a_key_that_is_missing_is_seen() {
        assert_eq!(catalogue("{}").say(&message("gone", vec![])), "gone");
    }

    #[test]
    fn a_pattern_with_a_stray_brace_is_said_as_it_is() {
        let catalogue = catalogue(r#"{"odd": "a { b"}"#);
        assert_eq!(catalogue.say(&message("odd", vec![])), "a { b");
    }
}
