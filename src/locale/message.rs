//! A message: what is to be said, before it is said in a language.

use muloqot_domain::{CivilDate, Timestamp};

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

/// Declares every message as a function whose parameters are its placeholders, so that
/// a message without its values does not compile.
macro_rules! messages {
    ($( $key:ident $( ( $($value:ident),+ ) )? ; )+) => {
        /// Every key with its placeholders; a test holds the files of all languages to it.
        pub const DECLARED: &[(&str, &[&str])] =
            &[ $( (stringify!($key), &[ $( $( stringify!($value) ),+ )? ]) ),+ ];

        $(
            #[doc = concat!("The message `", stringify!($key), "`.")]
            #[must_use]
            pub fn $key( $( $( $value: impl Into<$crate::locale::Value> ),+ )? ) -> $crate::locale::Message {
                $crate::locale::Message {
                    key: stringify!($key),
                    values: vec![ $( $( (stringify!($value), $value.into()) ),+ )? ],
                }
            }
        )+
    };
}

pub(super) use messages;
