//! Components. One file each, with its fixtures; they know no backend and no feature.

mod breadcrumb;
mod button;
mod checkbox;
mod consultation_card;
mod facts;
pub mod fixture;
mod icon;
mod language_menu;
mod loading;
mod notice;
mod page_heading;
mod problem_notice;
mod prose;
mod radio_group;
mod rows;
mod search_field;
mod select_field;
mod stance_bar;
mod tag;
mod text_area;
mod time_text;

pub use breadcrumb::Breadcrumb;
pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use consultation_card::ConsultationCard;
pub use facts::{Fact, Facts};
pub use icon::{Icon, IconName};
pub use language_menu::LanguageMenu;
pub use loading::Loading;
pub use notice::{Notice, NoticeKind};
pub use page_heading::PageHeading;
pub use problem_notice::ProblemNotice;
pub use prose::Prose;
pub use radio_group::{RadioGroup, RadioOption};
pub use rows::{Row, Rows};
pub use search_field::SearchField;
pub use select_field::{SelectField, SelectOption};
pub use stance_bar::StanceBar;
pub use tag::{StanceTag, StatusTag, stance_icon};
pub use text_area::TextArea;
pub use time_text::{DayText, MomentText};

use fixture::Fixture;

/// The fixtures of every component, in the order of the gallery.
#[must_use]
pub fn fixtures() -> Vec<(&'static str, Vec<Fixture>)> {
    vec![
        ("breadcrumb", breadcrumb::fixtures()),
        ("button", button::fixtures()),
        ("checkbox", checkbox::fixtures()),
        ("consultation_card", consultation_card::fixtures()),
        ("facts", facts::fixtures()),
        ("icon", icon::fixtures()),
        ("language_menu", language_menu::fixtures()),
        ("loading", loading::fixtures()),
        ("notice", notice::fixtures()),
        ("page_heading", page_heading::fixtures()),
        ("problem_notice", problem_notice::fixtures()),
        ("prose", prose::fixtures()),
        ("radio_group", radio_group::fixtures()),
        ("rows", rows::fixtures()),
        ("search_field", search_field::fixtures()),
        ("select_field", select_field::fixtures()),
        ("stance_bar", stance_bar::fixtures()),
        ("tag", tag::fixtures()),
        ("text_area", text_area::fixtures()),
        ("time_text", time_text::fixtures()),
    ]
}
