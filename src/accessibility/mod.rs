//! What makes the app usable by everybody: announcements, focus, the way a page arrives.

mod announcer;
mod arrival;
mod focus;
mod palette;
mod preferences;

pub use announcer::{Announcer, LiveRegions, use_announcer};
pub use arrival::{Arrivals, HEADING_ID, Return, use_arrivals};
pub use focus::{
    focus_by_id, focus_by_id_when_there, focus_in_place, focus_link, has_focus_in,
    hold_focus_in_place, is_focus_within,
};
pub use palette::{Pairing, pairings};
pub use preferences::{ON, Preference, Preferences, page_limit, saves_data};
