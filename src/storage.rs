//! Where things are kept on the device. A browser may forbid it or be full: whoever keeps
//! something goes on without.

use web_sys::{Storage, window};

/// What is kept from visit to visit.
pub fn device_storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// What is kept for this visit, in this tab alone.
pub fn visit_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}
