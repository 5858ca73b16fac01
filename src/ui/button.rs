//! A button.

use leptos::prelude::*;

use super::{
    Icon, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action of a screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action within a row, without a frame.
    Quiet,
}

impl ButtonKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A button with words on it.
///
/// A native `button`, so that it works by keyboard and with every assistive technology
/// (WCAG 2.1.1, 4.1.2). While busy it stays focusable and says so: a button that is
/// `disabled` under the finger would drop the focus (2.4.3). 44 px high at least (2.5.8).
#[component]
pub fn Button(
    /// What it does, in words.
    #[prop(into)]
    label: Signal<Message>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// The words for a screen reader, where those shown are not enough out of their place;
    /// they begin with those shown (2.5.3).
    #[prop(optional, into)]
    name: Option<Message>,
    /// The identifier of what tells it apart from others with the same words.
    #[prop(optional_no_strip)]
    described_by: Option<String>,
    /// A small picture before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether what it does is being done; presses are ignored meanwhile.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// `submit` in a form, else `button`.
    #[prop(default = "button")]
    r#type: &'static str,
    /// Whether what it opens is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// Whether what it switches is on.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Its identifier, where the focus comes back to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// What a press does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let language = crate::locale::use_language();
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class=kind.class()
            type=r#type
            id=id
            aria-label=name.map(t)
            aria-describedby=described_by
            aria-busy=move || busy.get().then_some("true")
            aria-expanded=move || expanded.map(|expanded| expanded.get().to_string())
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            on:click=press
        >
            {icon.map(|icon| view! { <Icon name=icon/> }.into_any())}
            {move || label.with(|label| language.say(label))}
        </button>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "2.4.3", "2.5.3", "2.5.8", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of a button.
pub fn fixtures() -> Vec<Fixture> {
    vec![
        Fixture::new("primary", || {
            view! { <Button label=m::compose_send() kind=ButtonKind::Primary r#type="submit"/> }
                .into_any()
        }),
        Fixture::new("secondary", || view! { <Button label=m::try_again()/> }.into_any()),
        Fixture::new("quiet, with an icon and a longer name", || {
            view! {
                <Button
                    label=m::action_reply()
                    name=m::action_reply_to("Dilnoza")
                    kind=ButtonKind::Quiet
                    icon=IconName::Reply
                />
            }
            .into_any()
        }),
        Fixture::new("busy", || {
            view! { <Button label=m::compose_sending() kind=ButtonKind::Primary busy=true/> }
                .into_any()
        }),
        Fixture::new("switched on", || {
            view! {
                <Button
                    label=m::vote_agree()
                    kind=ButtonKind::Quiet
                    icon=IconName::Agree
                    pressed=Signal::stored(true)
                />
            }
            .into_any()
        }),
        Fixture::new("opens something", || {
            view! { <Button label=m::show_replies(3_i64) expanded=Signal::stored(false)/> }
                .into_any()
        }),
    ]
}
