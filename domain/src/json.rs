//! Reading JSON on a phone.
//!
//! serde writes a reader anew for every type and every place it stands in, which on a
//! phone is a tenth of the app. These few lines read by the same rules, and a test holds
//! both to the same results. serde stays where there is room: in the sandbox.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What can be read from JSON, by the rules of the contract: unknown fields are ignored,
/// unknown values of an enumeration are `Other`, and a missing optional is `None`.
///
/// Unlike serde, it does not take an array for a struct.
pub trait FromJson: Sized {
    /// Reads a value; `None` when it has not the form. Why is not told: the reason may
    /// quote a person's words.
    fn from_json(value: &Value) -> Option<Self>;

    /// Reads an answer that nobody else needs: what is carried along unread is taken out of it.
    fn from_own_json(value: &mut Value) -> Option<Self> {
        Self::from_json(value)
    }
}

/// The members of an object.
pub type Members = Map<String, Value>;

/// The member of a name. `None` when it is missing or has not the form.
pub fn required<T: FromJson>(members: &Members, name: &str) -> Option<T> {
    T::from_json(members.get(name)?)
}

/// The member of a name, or the default when it is missing. `None` when it has not the form.
pub fn optional<T: FromJson + Default>(members: &Members, name: &str) -> Option<T> {
    members.get(name).map_or_else(|| Some(T::default()), T::from_json)
}

/// The items of a list that can be read, none where there is no list. One that is broken costs
/// that one alone.
pub fn readable<T: FromJson>(members: &Members, name: &str) -> Option<Vec<T>> {
    let Some(value) = members.get(name) else { return Some(Vec::new()) };
    Some(value.as_array()?.iter().filter_map(T::from_json).collect())
}

/// The same for serde.
pub(crate) fn whole_ones<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = Vec::<Value>::deserialize(deserializer)?;
    Ok(items.into_iter().filter_map(|item| T::deserialize(item).ok()).collect())
}

/// The default: what goes by this name does not travel, or is taken out before the rest is read.
pub fn unsent<T: Default>(_members: &Members, _name: &str) -> Option<T> {
    Some(T::default())
}

/// Says how a struct is read: for each field whether it is `required`, `optional`, a
/// list of which all that is `readable` counts, or `unsent`, and its name in the JSON where that is
/// another one; and which field is `carrying` what is read later. A `transparent` struct is read as
/// the one thing in it.
#[macro_export]
macro_rules! from_json {
    (transparent $name:ident) => {
        impl $crate::json::FromJson for $name {
            fn from_json(value: &::serde_json::Value) -> Option<Self> {
                $crate::json::FromJson::from_json(value).map(Self)
            }
        }
    };
    (
        $name:ident { $( $field:ident: $rule:ident $( as $key:literal )? ),+ $(,)? }
        $( carrying $carried:ident )?
    ) => {
        impl $crate::json::FromJson for $name {
            fn from_json(value: &::serde_json::Value) -> Option<Self> {
                let members = value.as_object()?;
                Some(Self {
                    $( $field: $crate::json::$rule(
                        members,
                        $crate::from_json!(@key $field $( $key )?),
                    )?, )+
                })
            }

            $( fn from_own_json(value: &mut ::serde_json::Value) -> Option<Self> {
                let carried = $crate::Unread::taken_from(value, stringify!($carried));
                Some(Self { $carried: carried, ..Self::from_json(value)? })
            } )?
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

impl FromJson for bool {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl FromJson for i64 {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_i64()
    }
}

impl FromJson for u64 {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_u64()
    }
}

impl FromJson for u32 {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl FromJson for u16 {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl FromJson for String {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::from_json(value).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(T::from_json).collect()
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(value: &Value) -> Option<Self> {
        let mut map = Self::new();
        // One by one: to collect them would bring a sort along, 4 kB for each `T`.
        for (name, value) in value.as_object()? {
            map.insert(name.clone(), T::from_json(value)?);
        }
        Some(map)
    }
}
