//! Enumerations that a newer server may extend.

/// Declares an enum whose values travel as the given strings and whose unknown
/// values decode to `Other`, so that a newer server never breaks an older app.
///
/// `Other` is never a valid value to send: [`FromStr`](core::str::FromStr)
/// refuses it and the schema of the contract does not list it.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
            /// A value this version does not know.
            Other,
        }

        impl $name {
            /// Every known value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The value as it travels.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $text, )+
                    Self::Other => "other",
                }
            }
        }

        impl core::str::FromStr for $name {
            type Err = ();

            /// Reads a known value; `Err` for anything else.
            fn from_str(text: &str) -> Result<Self, ()> {
                match text {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err(()),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Ok(text.parse().unwrap_or(Self::Other))
            }
        }

        impl $crate::FromJson for $name {
            fn from_json(value: &serde_json::Value) -> Option<Self> {
                Some(value.as_str()?.parse().unwrap_or(Self::Other))
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([ $( $text, )+ ]))
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($name))
            }
        }
    };
}

pub(crate) use open_enum;
