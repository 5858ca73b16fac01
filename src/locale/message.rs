//! A message: what is to be said, before it is said in a language.

use muloqot_domain::{CivilDate, LocalizedText, Timestamp};

/// A value put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text as it is.
    Text(String),
    /// A whole number, grouped as the language does. The plural follows it when the
    /// placeholder is called `count`.
    Number(i64),
    /// A number in hundredths, written as a decimal.
    Hundredths(i64),
    /// A day, written out.
    Date(CivilDate),
    /// Another message.
    Message(Box<Message>),
    /// The one of several names that is in the reader's language, or the nearest to it.
    Names(LocalizedText),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Timestamp> for Value {
    fn from(moment: Timestamp) -> Self {
        Self::Date(moment.tashkent_date())
    }
}

impl From<LocalizedText> for Value {
    fn from(names: LocalizedText) -> Self {
        Self::Names(names)
    }
}

impl From<CivilDate> for Value {
    fn from(date: CivilDate) -> Self {
        Self::Date(date)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// What is to be said: a key and what goes into its placeholders.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The key in the language's file.
    pub key: &'static str,
    /// Values by placeholder.
    pub values: Vec<(&'static str, Value)>,
}

/// What stands for a key in the words of a split app, which every first visit loads: a mark that
/// no other text has, and its place among all keys in their order (`xtask/src/bundle/words.rs`
/// renames the keys of the files to it).
#[cfg(feature = "split")]
pub const fn short_key(declared: &[(&str, &[&str])], key: &str) -> [u8; 3] {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut place, mut at) = (0, 0);
    while at < declared.len() {
        if is_before(declared[at].0.as_bytes(), key.as_bytes()) {
            place += 1;
        }
        at += 1;
    }
    [b'~', DIGITS[place / DIGITS.len()], DIGITS[place % DIGITS.len()]]
}

#[cfg(feature = "split")]
const fn is_before(key: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < key.len() && at < other.len() {
        if key[at] != other[at] {
            return key[at] < other[at];
        }
        at += 1;
    }
    key.len() < other.len()
}

/// The text of a [`short_key`].
#[cfg(feature = "split")]
pub const fn text_of_key(key: &'static [u8; 3]) -> &'static str {
    match std::str::from_utf8(key) {
        Ok(text) => text,
        Err(_) => panic!("a key is ASCII"),
    }
}

/// Declares every message as a function whose parameters are its placeholders, so that
/// a message without its values does not compile. Their keys in the files of a split app are
/// `short`, or as `named` here.
macro_rules! messages {
    (@key named $key:ident) => { stringify!($key) };
    (@key short $key:ident) => {{
        #[cfg(feature = "split")]
        const SHORT: [u8; 3] = $crate::locale::message::short_key(DECLARED, stringify!($key));
        #[cfg(feature = "split")]
        const KEY: &str = $crate::locale::message::text_of_key(&SHORT);
        #[cfg(not(feature = "split"))]
        const KEY: &str = stringify!($key);
        KEY
    }};
    ($keys:ident keys; $( $key:ident $( ( $($value:ident),+ ) )? ; )+) => {
        /// Every key with its placeholders; a test holds the files of all languages to it.
        pub const DECLARED: &[(&str, &[&str])] =
            &[ $( (stringify!($key), &[ $( $( stringify!($value) ),+ )? ]) ),+ ];

        $(
            #[doc = concat!("The message `", stringify!($key), "`.")]
            #[must_use]
            pub fn $key( $( $( $value: impl Into<$crate::locale::Value> ),+ )? ) -> $crate::locale::Message {
                $crate::locale::Message {
                    key: messages!(@key $keys $key),
                    values: vec![ $( $( (stringify!($value), $value.into()) ),+ )? ],
                }
            }
        )+
    };
}

pub(super) use messages;
