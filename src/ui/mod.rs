//! Components. One file each, with its fixtures; they know no backend and no feature.

mod avatar;
mod bar_chart;
mod breadcrumb;
mod button;
mod card;
mod chart;
mod checkbox;
mod checkbox_group;
mod consultation_card;
mod countdown;
mod date_field;
mod dialog;
mod disclosure;
mod empty_state;
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
mod line_chart;
mod link;
mod list;
mod load_more;
mod loading;
mod menu;
mod navigation;
mod notice;
mod notification_banner;
mod page_heading;
mod pagination;
mod problem_notice;
mod progress_bar;
mod prose;
mod radio_group;
mod rows;
mod search_field;
mod section_heading;
mod select_field;
mod skip_link;
mod stacked_bar_chart;
mod stage_mark;
mod stance_bar;
mod stepper;
mod table;
mod tabs;
mod tag;
mod text_area;
mod text_input;
mod time_text;
mod timeline;
mod toast;

pub use avatar::Avatar;
pub use bar_chart::{Bar, BarChart};
pub use breadcrumb::{Breadcrumb, Crumb};
pub use button::{Button, ButtonKind};
pub use card::Card;
pub use chart::Chart;
pub use checkbox::Checkbox;
pub use checkbox_group::{CheckboxGroup, CheckboxOption};
pub use consultation_card::ConsultationCard;
pub use countdown::Countdown;
pub use date_field::{DateField, date_part_id};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, Mistake};
pub use facts::{Fact, Facts, FactsKind};
pub use field::Field;
pub use fieldset::Fieldset;
pub use file_field::{ChosenFile, FILE_STYLE, FileField, JudgeContent, UnderFile};
pub use filter_group::{FilterChip, FilterGroup};
pub use form::Form;
pub use guarded_button::GuardedButton;
pub use icon::{Icon, IconName};
pub use language_menu::LanguageMenu;
pub use line_chart::{Line, LineChart};
pub use link::{Link, LinkKind};
pub use list::{List, ListKind};
pub use load_more::LoadMore;
pub use loading::Loading;
pub use menu::{Menu, MenuItem};
pub use navigation::{SectionLink, SectionLinks, Whereabouts};
pub use notice::{Notice, NoticeKind};
pub use notification_banner::NotificationBanner;
pub use page_heading::PageHeading;
pub use pagination::Pagination;
pub use problem_notice::ProblemNotice;
pub use progress_bar::ProgressBar;
pub use prose::Prose;
pub use radio_group::{RadioGroup, RadioOption};
pub use rows::{Row, Rows};
pub use search_field::SearchField;
pub use section_heading::{HeadingLevel, SectionHeading};
pub use select_field::{SelectField, SelectOption};
pub use skip_link::SkipLink;
pub use stacked_bar_chart::{StackedBar, StackedBarChart};
pub use stage_mark::{Stage, StageMark};
pub use stance_bar::StanceBar;
pub use stepper::{Step, Stepper};
pub use table::{Cell, Column, Direction, Table};
pub use tabs::{Tab, Tabs};
pub use tag::{DecisionTag, StanceTag, StatusTag, stance_icon};
pub use text_area::TextArea;
pub use text_input::{TextInput, TextKind};
pub use time_text::{DayText, MomentText};
pub use timeline::{Days, Phase, Timeline, stage_at};
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
        component!(avatar),
        component!(bar_chart),
        component!(breadcrumb),
        component!(button),
        component!(card),
        component!(chart),
        component!(checkbox),
        component!(checkbox_group),
        component!(consultation_card),
        component!(countdown),
        component!(date_field),
        component!(dialog),
        component!(disclosure),
        component!(empty_state),
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
        component!(line_chart),
        component!(link),
        component!(list),
        component!(load_more),
        component!(loading),
        component!(menu),
        component!(navigation),
        component!(notice),
        component!(notification_banner),
        component!(page_heading),
        component!(pagination),
        component!(problem_notice),
        component!(progress_bar),
        component!(prose),
        component!(radio_group),
        component!(rows),
        component!(search_field),
        component!(section_heading),
        component!(select_field),
        component!(skip_link),
        component!(stacked_bar_chart),
        component!(stage_mark),
        component!(stance_bar),
        component!(stepper),
        component!(table),
        component!(tabs),
        component!(tag),
        component!(text_area),
        component!(text_input),
        component!(time_text),
        component!(timeline),
        component!(toast),
    ]
}
