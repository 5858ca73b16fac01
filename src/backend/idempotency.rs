//! The name of one intention to write, under which it happens once however often it is sent.

use muloqot_domain::from_json;
use serde::Serialize;

/// Names one intention to write. Kept with a draft, so that sending again after a reload
/// is still the same intention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct IdempotencyKey(String);

from_json!(transparent IdempotencyKey);

impl IdempotencyKey {
    /// A key that nobody has used.
    #[must_use]
    pub fn fresh() -> Self {
        Self::from_random(random_bits())
    }

    /// The key as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Random bits in the form of a UUID, version 4 (RFC 9562 § 5.4).
    fn from_random(bits: u128) -> Self {
        let bits = (bits & !(0xF << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
        Self(parts.map(|part| hex.get(part).unwrap_or_default()).join("-"))
    }
}

/// `crypto.randomUUID` is only there on https; this is everywhere.
#[cfg(target_arch = "wasm32")]
fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_some_and(|it| it.get_random_values_with_u8_array(&mut bytes).is_ok()) {
        return u128::from_le_bytes(bytes);
    }
    (js_sys::Math::random().to_bits() as u128) << 64 | js_sys::Date::now().to_bits() as u128
}

/// On the host nothing is sent; snapshots only need keys that differ.
#[cfg(not(target_arch = "wasm32"))]
fn random_bits() -> u128 {
    use std::hash::{BuildHasher, RandomState};
    let half = || u128::from(RandomState::new().hash_one(0));
    half() << 64 | half()
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::FromJson;

    #[test]
    fn a_key_has_the_form_of_a_random_uuid() {
        assert_eq!(IdempotencyKey::from_random(0).as_str(), "00000000-0000-4000-8000-000000000000");
        assert_eq!(
            IdempotencyKey::from_random(u128::MAX).as_str(),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
    }

    #[test]
    fn a_key_survives_being_kept_with_a_draft() {
        let key = IdempotencyKey::fresh();
        let kept = serde_json::to_value(&key).unwrap();
        assert_eq!(IdempotencyKey::from_json(&kept).as_ref(), Some(&key));
        assert_ne!(IdempotencyKey::fresh(), key);
    }
}
