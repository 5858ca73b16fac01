//! Pages of a list, walked by cursor.

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{FromJson, from_json, json};

/// How many items a page holds when nobody asks for another number.
pub const PAGE_LIMIT_DEFAULT: u32 = 20;
/// How many items a page may hold at most.
pub const PAGE_LIMIT_MAX: u32 = 100;

/// The place in a list from which the next page starts. Opaque: only the server
/// that made it can read it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String))]
pub struct Cursor(pub String);

from_json!(transparent Cursor);

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page starts; absent on the last page.
    pub next_cursor: Option<Cursor>,
    /// How many items the whole list holds.
    pub total: u64,
    /// How many items of this page could not be read and were left out.
    #[serde(skip)]
    pub unreadable: usize,
}

impl<T> Page<T> {
    /// The page of a list that has nothing in it.
    #[must_use]
    pub fn empty() -> Self {
        Self { items: Vec::new(), next_cursor: None, total: 0, unreadable: 0 }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Page<T> {
    /// Reads a page item by item: a broken item costs that item, not the page.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire {
            items: Vec<Value>,
            #[serde(default)]
            next_cursor: Option<Cursor>,
            #[serde(default)]
            total: Option<u64>,
        }
        let wire = Wire::deserialize(deserializer)?;
        let sent = wire.items.len();
        let items: Vec<T> =
            wire.items.into_iter().filter_map(|item| T::deserialize(item).ok()).collect();
        let unreadable = sent - items.len();
        let total = wire.total.unwrap_or(sent as u64);
        Ok(Self { items, next_cursor: wire.next_cursor, total, unreadable })
    }
}

impl<T: FromJson> FromJson for Page<T> {
    /// Reads a page item by item: a broken item costs that item, not the page.
    fn from_json(value: &Value) -> Option<Self> {
        let members = value.as_object()?;
        let sent = members.get("items")?.as_array()?;
        let items: Vec<T> = sent.iter().filter_map(T::from_json).collect();
        Some(Self {
            unreadable: sent.len() - items.len(),
            items,
            next_cursor: json::optional(members, "next_cursor")?,
            total: json::optional::<Option<u64>>(members, "total")?.unwrap_or(sent.len() as u64),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_item_costs_that_item_alone() {
        let page: Page<u8> = serde_json::from_str(r#"{"items":[1,"two",3],"total":9}"#).unwrap();
        assert_eq!((page.items, page.unreadable, page.total), (vec![1, 3], 1, 9));
        assert_eq!(page.next_cursor, None);
    }

    #[test]
    fn something_that_is_no_page_is_refused() {
        assert!(serde_json::from_str::<Page<u8>>(r#"{"rows":[1]}"#).is_err());
    }
}
