//! What time it is, for those who show it. Rules get it as an argument.

use muloqot_domain::Timestamp;

/// Now, by the device's clock.
#[must_use]
pub fn now() -> Timestamp {
    #[cfg(target_arch = "wasm32")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    // Snapshots are made on the host and must not change from day to day.
    #[cfg(not(target_arch = "wasm32"))]
    let seconds = 1_770_000_000;
    Timestamp(seconds)
}
