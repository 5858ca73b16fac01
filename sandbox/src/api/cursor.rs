//! Cursors: a place in one list in one order, opaque to those who hold it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use muloqot_domain::Cursor;
use serde::{Serialize, de::DeserializeOwned};

/// The cursor of a place in a list; `list` names the list and its order.
///
/// # Errors
/// When the place cannot be written, which no place of ours is.
pub fn encode<T: Serialize>(list: &str, place: &T) -> serde_json::Result<Cursor> {
    Ok(Cursor(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(list, place))?)))
}

/// The place a cursor tells; `None` when it is none, or of another list or order.
pub fn decode<T: DeserializeOwned>(list: &str, cursor: &str) -> Option<T> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let (of, place) = serde_json::from_slice::<(String, T)>(&bytes).ok()?;
    (of == list).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_to_its_place_in_its_own_list_alone() {
        let cursor = encode("newest", &(12, -3)).unwrap();
        assert_eq!(decode("newest", &cursor.0), Some((12, -3)));
        assert_eq!(decode::<(i64, i64)>("oldest", &cursor.0), None);
        assert_eq!(decode::<(i64, i64)>("newest", "%%%"), None);
        assert_eq!(decode::<(i64, i64)>("newest", ""), None);
    }
}
