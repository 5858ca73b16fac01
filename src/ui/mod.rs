//! Components. One file each, with its fixtures; they know no backend and no feature.

mod breadcrumb;
mod button;
mod checkbox;
mod checkbox_group;
mod consultation_card;
mod date_field;
mod dialog;
mod disclosure;
mod error_summary;
mod facts;
mod field;
mod fieldset;
mod file_field;
mod filter_group;
pub mod fixture;
mod form;
mod guarded_button;
mod icon;
mod language_menu;
mod loading;
mod menu;
mod notice;
mod notification_banner;
mod page_heading;
mod problem_notice;
mod prose;
mod radio_group;
mod rows;
mod search_field;
mod select_field;
mod stance_bar;
mod tabs;
mod tag;
mod text_area;
mod text_input;
mod time_text;
mod toast;

pub use breadcrumb::Breadcrumb;
pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use checkbox_group::{CheckboxGroup, CheckboxOption};
pub use consultation_card::ConsultationCard;
pub use date_field::{DateField, date_part_id};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use error_summary::{ErrorSummary, Mistake};
pub use facts::{Fact, Facts};
pub use field::Field;
pub use fieldset::Fieldset;
pub use file_field::{ChosenFile, FileField};
pub use filter_group::{FilterChip, FilterGroup};
pub use form::Form;
pub use guarded_button::GuardedButton;
pub use icon::{Icon, IconName};
pub use language_menu::LanguageMenu;
pub use loading::Loading;
pub use menu::{Menu, MenuItem};
pub use notice::{Notice, NoticeKind};
pub use notification_banner::NotificationBanner;
pub use page_heading::PageHeading;
pub use problem_notice::ProblemNotice;
pub use prose::Prose;
pub use radio_group::{RadioGroup, RadioOption};
pub use rows::{Row, Rows};
pub use search_field::SearchField;
pub use select_field::{SelectField, SelectOption};
pub use stance_bar::StanceBar;
pub use tabs::{Tab, Tabs};
pub use tag::{StanceTag, StatusTag, stance_icon};
pub use text_area::TextArea;
pub use text_input::{TextInput, TextKind};
pub use time_text::{DayText, MomentText};
pub use toast::Toast;

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
        component!(checkbox_group),
        component!(consultation_card),
        component!(date_field),
        component!(dialog),
        component!(disclosure),
        component!(error_summary),
        component!(facts),
        component!(field),
        component!(fieldset),
        component!(file_field),
        component!(filter_group),
        component!(form),
        component!(guarded_button),
        component!(icon),
        component!(language_menu),
        component!(loading),
        component!(menu),
        component!(notice),
        component!(notification_banner),
        component!(page_heading),
        component!(problem_notice),
        component!(prose),
        component!(radio_group),
        component!(rows),
        component!(search_field),
        component!(select_field),
        component!(stance_bar),
        component!(tabs),
        component!(tag),
        component!(text_area),
        component!(text_input),
        component!(time_text),
        component!(toast),
    ]
}
