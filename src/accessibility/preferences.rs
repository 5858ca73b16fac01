//! How a reader wants the app to look, sound and load.

use leptos::prelude::*;
use muloqot_domain::PAGE_LIMIT_DEFAULT;

use crate::{json::read_json, reactive::effect, storage::device_storage};

/// Where they are kept. `public/preferences.js` reads it before anything is painted.
const STORAGE_KEY: &str = "muloqot.preferences";

/// How many rows a page of a list has for whoever saves data.
const PAGE_LIMIT_SAVING: u32 = 10;

/// The value of a switch that is on.
pub const ON: &str = "on";

/// What can be preferred, each with its values; without any of them it is as usual. A value is
/// the attribute `data-{name}` of the page's root, and the styles do the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The size of text in per cent.
    Size,
    /// The space between lines.
    Lines,
    /// The space between letters and words.
    Letters,
    /// The font.
    Font,
    /// The colours.
    Theme,
    /// No pictures.
    Plain,
    /// No motion.
    Still,
    /// Every link underlined.
    Underline,
    /// A wide mark where the focus is.
    Mark,
    /// Fewer bytes.
    Save,
}

impl Preference {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Size,
        Self::Lines,
        Self::Letters,
        Self::Font,
        Self::Theme,
        Self::Plain,
        Self::Still,
        Self::Underline,
        Self::Mark,
        Self::Save,
    ];

    /// Its name in the storage and in the attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Lines => "lines",
            Self::Letters => "letters",
            Self::Font => "font",
            Self::Theme => "theme",
            Self::Plain => "plain",
            Self::Still => "still",
            Self::Underline => "underline",
            Self::Mark => "mark",
            Self::Save => "save",
        }
    }

    /// The values it may have, apart from being as usual.
    #[must_use]
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Size => &["125", "150", "175", "200"],
            Self::Lines | Self::Letters => &["wide", "wider"],
            Self::Font => &["easy"],
            Self::Theme => &["light", "dark", "contrast", "mono"],
            Self::Plain | Self::Still | Self::Underline | Self::Mark | Self::Save => &[ON],
        }
    }
}

/// What the reader prefers: the same in every tab, and kept for the next visit. Made when
/// somebody wants to see or change it; until then `public/preferences.js` does what is needed.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// The kept form, from which everything is read: one signal in place of ten.
    kept: RwSignal<String>,
}

impl Preferences {
    /// As they were kept on the device, put on the page whenever they change, here or in
    /// another tab.
    #[must_use]
    pub fn kept() -> Self {
        let kept = RwSignal::new(read().unwrap_or_default());
        effect(move || kept.with(|kept| put_on_page(kept)));
        let from_elsewhere = window_event_listener(leptos::ev::storage, move |event| {
            // Without a key, everything was removed.
            if event.key().is_none_or(|key| key == STORAGE_KEY) {
                kept.set(read().unwrap_or_default());
            }
        });
        on_cleanup(move || from_elsewhere.remove());
        Self { kept }
    }

    /// The value of one; empty for as usual. Reactive.
    #[must_use]
    pub fn value(self, preference: Preference) -> String {
        self.kept.with(|kept| value_in(kept, preference)).unwrap_or_default().to_owned()
    }

    /// Prefers something else from now on; an empty value is as usual.
    pub fn prefer(self, preference: Preference, value: &str) {
        let before = self.kept.get_untracked();
        let after = with_value(&before, preference, value);
        if after != before {
            self.keep(after);
        }
    }

    /// Everything as usual.
    pub fn reset(self) {
        self.keep(String::new());
    }

    fn keep(self, kept: String) {
        if let Some(storage) = device_storage() {
            // A browser that keeps nothing still shows the page as preferred until it is left.
            let _ = match kept.is_empty() {
                true => storage.remove_item(STORAGE_KEY),
                false => storage.set_item(STORAGE_KEY, &kept),
            };
        }
        self.kept.set(kept);
    }
}

/// How many rows a page of a list has, as the reader prefers now.
#[must_use]
pub fn page_limit() -> u32 {
    if saves_data() { PAGE_LIMIT_SAVING } else { PAGE_LIMIT_DEFAULT }
}

/// Whether the reader saves data: nothing is asked for that nobody asked for.
#[must_use]
pub fn saves_data() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-save"))
}

fn read() -> Option<String> {
    device_storage()?.get_item(STORAGE_KEY).ok()?
}

/// The value of a preference in the kept form; `None` for one that is not known (any more).
fn value_in(kept: &str, preference: Preference) -> Option<&'static str> {
    let kept = read_json(kept)?;
    let value = kept.get(preference.name())?.as_str()?;
    preference.values().iter().find(|known| **known == value).copied()
}

/// The kept form with another value; empty when everything is as usual.
fn with_value(kept: &str, changed: Preference, value: &str) -> String {
    let mut pairs = String::new();
    for preference in Preference::ALL {
        let value = match preference == changed {
            true => preference.values().iter().find(|known| **known == value).copied(),
            false => value_in(kept, preference),
        };
        if let Some(value) = value {
            pairs.push_str(if pairs.is_empty() { "{\"" } else { ",\"" });
            pairs.push_str(preference.name());
            pairs.push_str("\":\"");
            pairs.push_str(value);
            pairs.push('"');
        }
    }
    if !pairs.is_empty() {
        pairs.push('}');
    }
    pairs
}

fn put_on_page(kept: &str) {
    let Some(root) = document().document_element() else { return };
    for preference in Preference::ALL {
        let attribute = ["data-", preference.name()].concat();
        // Either fails only for a malformed name of the attribute.
        let _ = match value_in(kept, preference) {
            Some(value) => root.set_attribute(&attribute, value),
            None => root.remove_attribute(&attribute),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_as_it_was_preferred() {
        let mut kept = String::new();
        for preference in Preference::ALL {
            for value in preference.values() {
                kept = with_value(&kept, preference, value);
                assert_eq!(value_in(&kept, preference), Some(*value));
            }
        }
        assert_eq!(value_in(&kept, Preference::Size), Some("200"));
        for preference in Preference::ALL {
            kept = with_value(&kept, preference, "");
            assert_eq!(value_in(&kept, preference), None);
        }
        assert_eq!(kept, "");
    }

    #[test]
    fn what_somebody_else_put_there_does_no_harm() {
        for kept in ["", "null", "[]", "{", r#"{"size":200}"#, r#"{"size":"9000","x":"on"}"#] {
            assert_eq!(value_in(kept, Preference::Size), None, "{kept}");
            assert_eq!(with_value(kept, Preference::Mark, ON), r#"{"mark":"on"}"#, "{kept}");
        }
        assert_eq!(with_value("{}", Preference::Theme, "pink"), "");
    }
}
