//! Small pictures beside words.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};

/// The pictures there are, drawn for a box of 24 by 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// A magnifying glass.
    Search,
    /// An arrow that turns back.
    Reply,
    /// A chain.
    Link,
    /// A pen.
    Edit,
    /// A globe.
    Language,
    /// A tick: for.
    For,
    /// A cross: against.
    Against,
    /// A circle: neutral.
    Neutral,
    /// A question mark.
    Question,
    /// A building with columns: an agency.
    Agency,
    /// A clock.
    Clock,
    /// An exclamation mark in a triangle.
    Warning,
    /// A house.
    Home,
    /// Two speech bubbles.
    Talk,
    /// A person.
    Person,
    /// An eye.
    Eye,
    /// A thumb that points up.
    Agree,
    /// A thumb that points down.
    Disagree,
}

impl IconName {
    /// Every picture.
    pub const ALL: [Self; 18] = [
        Self::Search,
        Self::Reply,
        Self::Link,
        Self::Edit,
        Self::Language,
        Self::For,
        Self::Against,
        Self::Neutral,
        Self::Question,
        Self::Agency,
        Self::Clock,
        Self::Warning,
        Self::Home,
        Self::Talk,
        Self::Person,
        Self::Eye,
        Self::Agree,
        Self::Disagree,
    ];

    fn strokes(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20",
            Self::Reply => "M10 6 4 12l6 6M4 12h10a6 6 0 0 1 6 6",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"
            }
            Self::Edit => "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
            Self::Language => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"
            }
            Self::For => "M5 13l4 4L19 7",
            Self::Against => "M6 6l12 12M18 6 6 18",
            Self::Neutral => "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14",
            Self::Question => "M8 9a4 4 0 1 1 6 3c-1.5 1-2 1.5-2 3M12 19v.5",
            Self::Agency => "M3 9l9-5 9 5zM5 9v8M10 9v8M14 9v8M19 9v8M3 20h18",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2",
            Self::Warning => "M12 4 2.5 20h19zM12 10v5M12 17.5v.5",
            Self::Home => "M3 11l9-7 9 7M6 10v10h12V10",
            Self::Talk => "M4 5h11v8H8l-4 3zM9 16h7l4 3V9h-2",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 20c1-4 4-6 8-6s7 2 8 6",
            Self::Agree => "M3 11h4v9H3zM7 12l4-8c1.5 0 2.5 1 2.5 2.5V10H20l-2 10H7",
            Self::Disagree => "M3 4h4v9H3zM7 12l4 8c1.5 0 2.5-1 2.5-2.5V14H20L18 4H7",
            Self::Eye => {
                "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6"
            }
        }
    }
}

/// A picture that only repeats the words beside it, so it is hidden from screen readers
/// (WCAG 1.1.1). It takes the colour and size of the text.
#[component]
pub fn Icon(
    /// Which picture.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.strokes()></path>
        </svg>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.1.1"], keyboard: &[] };

/// Every picture.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("all", || {
        IconName::ALL.map(|name| view! { <Icon name/> }).collect_view().into_any()
    })]
}
