//! `public/config.json`: which platform the app speaks to, where it is, and in which languages.

use core::fmt;

use muloqot_domain::{FromJson, Locale};
use serde_json::Value;

use crate::{json::read_json, reactive::provided};

/// What the app is told before it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The platform.
    pub backend: BackendConfig,
    /// The languages on offer, in the order of the language menu; never empty.
    pub languages: Vec<Locale>,
    /// Where somebody writes whom something stands in the way of.
    pub accessibility_email: Option<String>,
}

/// The same, as the app provides it.
#[derive(Clone)]
pub struct AccessibilityEmail(pub Option<String>);

/// Where somebody writes whom something stands in the way of.
#[must_use]
pub fn use_accessibility_email() -> Option<String> {
    provided::<AccessibilityEmail>().0
}

/// A platform and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackendConfig {
    /// The native contract.
    Muloqot {
        /// The path all its resources are under, without a slash at the end.
        base: String,
    },
}

/// Why a configuration cannot be used, for whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// The text is no JSON.
    Malformed,
    /// A setting has another type than it must have: its path.
    WrongType(&'static str),
    /// A setting is missing or blank: its path.
    Missing(&'static str),
    /// No platform is spoken to by this name.
    UnknownKind(String),
    /// The base is no path of this site.
    ForeignBase(String),
    /// None of the languages is one the app speaks.
    NoKnownLanguage,
}

impl Config {
    /// Reads the text of a configuration. A language the app does not speak is left out;
    /// whatever else it does not know is ignored.
    ///
    /// # Errors
    /// Names the first thing that must be put right.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let config = read_json(text).ok_or(ConfigError::Malformed)?;
        let backend = backend(member(&config, "backend", "backend")?)?;

        let mut languages = Vec::new();
        for tag in setting::<Vec<String>>(&config, "languages", "languages")? {
            if let Some(locale) = Locale::from_code(&tag).filter(|known| !languages.contains(known))
            {
                languages.push(locale);
            }
        }
        if languages.is_empty() {
            return Err(ConfigError::NoKnownLanguage);
        }
        let accessibility_email = match config.get("accessibility_email") {
            None | Some(Value::Null) => None,
            Some(email) => Some(
                String::from_json(email).ok_or(ConfigError::WrongType("accessibility_email"))?,
            ),
        };
        Ok(Self { backend, languages, accessibility_email })
    }
}

fn backend(config: &Value) -> Result<BackendConfig, ConfigError> {
    let kind: String = setting(config, "kind", "backend.kind")?;
    if kind != "muloqot" {
        return Err(ConfigError::UnknownKind(kind));
    }
    let base: String = setting(config, "base", "backend.base")?;
    let base = base.trim();
    if base.is_empty() {
        return Err(ConfigError::Missing("backend.base"));
    }
    // Another site's cookie is not sent along, and its sign-in does not come back to this one:
    // a citizen could read and never answer.
    if !base.starts_with('/') || base.starts_with("//") {
        return Err(ConfigError::ForeignBase(base.to_owned()));
    }
    Ok(BackendConfig::Muloqot { base: base.trim_end_matches('/').to_owned() })
}

fn setting<T: FromJson>(parent: &Value, name: &str, path: &'static str) -> Result<T, ConfigError> {
    T::from_json(member(parent, name, path)?).ok_or(ConfigError::WrongType(path))
}

fn member<'a>(parent: &'a Value, name: &str, path: &'static str) -> Result<&'a Value, ConfigError> {
    parent.get(name).filter(|it| !it.is_null()).ok_or(ConfigError::Missing(path))
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => f.write_str("config.json is no JSON"),
            Self::WrongType(path) => write!(f, "\"{path}\" in config.json has the wrong type"),
            Self::Missing(path) => write!(f, "config.json lacks \"{path}\""),
            Self::UnknownKind(kind) => {
                write!(f, "config.json asks for a backend of the unknown kind \"{kind}\"")
            }
            Self::ForeignBase(base) => {
                write!(f, "\"backend.base\" in config.json must be a path of this site, not {base}")
            }
            Self::NoKnownLanguage => {
                f.write_str("\"languages\" in config.json names no language the app speaks")
            }
        }
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str) -> Result<Config, ConfigError> {
        Config::parse(json)
    }

    #[test]
    fn the_configuration_that_is_shipped_is_read() {
        assert_eq!(
            parse(include_str!("../public/config.json")),
            Ok(Config {
                backend: BackendConfig::Muloqot { base: "/api/v1".into() },
                languages: Locale::ALL.to_vec(),
                accessibility_email: None,
            })
        );
    }

    #[test]
    fn unknown_and_repeated_languages_are_left_out() {
        let config = parse(
            r#"{"backend":{"kind":"muloqot","base":"/api/"},"languages":["tlh","en","en-GB"],"x":1}"#,
        )
        .unwrap();
        assert_eq!(config.languages, [Locale::En]);
        assert_eq!(config.backend, BackendConfig::Muloqot { base: "/api".into() });
    }

    #[test]
    fn what_is_wrong_is_named() {
        let with_backend = |backend: &str| {
            parse(&format!(r#"{{"backend":{backend},"languages":["en"]}}"#)).unwrap_err()
        };
        assert_eq!(parse("<html>").unwrap_err(), ConfigError::Malformed);
        assert_eq!(with_backend(r#"{"kind":5}"#), ConfigError::WrongType("backend.kind"));
        assert_eq!(parse("{}").unwrap_err(), ConfigError::Missing("backend"));
        assert_eq!(with_backend("null"), ConfigError::Missing("backend"));
        assert_eq!(with_backend("{}"), ConfigError::Missing("backend.kind"));
        assert_eq!(
            with_backend(r#"{"kind":"decidim"}"#),
            ConfigError::UnknownKind("decidim".into())
        );
        for base in [r#"{"kind":"muloqot"}"#, r#"{"kind":"muloqot","base":" "}"#] {
            assert_eq!(with_backend(base), ConfigError::Missing("backend.base"));
        }
        for base in ["api/v1", "https://a.uz/api", "//a.uz"] {
            assert_eq!(
                with_backend(&format!(r#"{{"kind":"muloqot","base":"{base}"}}"#)),
                ConfigError::ForeignBase(base.into())
            );
        }
        let backend = r#""backend":{"kind":"muloqot","base":"/api"}"#;
        assert_eq!(
            parse(&format!("{{{backend}}}")).unwrap_err(),
            ConfigError::Missing("languages")
        );
        assert_eq!(
            parse(&format!(r#"{{{backend},"languages":["tlh"]}}"#)).unwrap_err(),
            ConfigError::NoKnownLanguage
        );
    }
}
