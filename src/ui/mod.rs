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

use fixture::Component;

/// A component by the name of its file.
macro_rules! component {
    ($name:ident) => {
        Component {
            name: stringify!($name),
            contract: $name::CONTRACT,
            fixtures: $name::fixtures(),
        }
    };
}

/// Every component, in the order of the gallery.
#[must_use]
pub fn components() -> Vec<Component> {
    vec![
        component!(breadcrumb),
        component!(button),
        component!(checkbox),
        component!(consultation_card),
        component!(facts),
        component!(icon),
        component!(language_menu),
        component!(loading),
        component!(notice),
        component!(page_heading),
        component!(problem_notice),
        component!(prose),
        component!(radio_group),
        component!(rows),
        component!(search_field),
        component!(select_field),
        component!(stance_bar),
        component!(tag),
        component!(text_area),
        component!(time_text),
    ]
}
