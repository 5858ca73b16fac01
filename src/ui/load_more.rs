//! The button for what is not there yet.

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

use super::{
    Button, ButtonKind, Notice, NoticeKind,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, problem_words, t};

/// A button that brings more of a list, at the end of it. A list that grows by itself while it
/// is scrolled would keep the foot of the page out of reach (WCAG 2.4.3, 3.2.5). What failed
/// is an alert, and the button stays under the finger to try again (4.1.3). At the end of a
/// list that has grown it says that there is no more. Who uses it puts the focus on the
/// first of what has come, and says how many there are.
#[component]
pub fn LoadMore(
    /// What it brings, and how many.
    #[prop(into)]
    label: Signal<Message>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// The identifier of what tells it apart from others with the same words.
    #[prop(optional_no_strip)]
    described_by: Option<String>,
    /// Whether more is on its way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Why it did not come.
    #[prop(into)]
    failure: Signal<Option<Problem>>,
    /// Whether everything is there.
    #[prop(optional, into)]
    over: Signal<bool>,
    /// Brings it.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="load-more">
            <div role="alert">
                {move || failure.get().map(|problem| {
                    let words = t(problem_words(&problem));
                    view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
                })}
            </div>
            {move || match over.get() {
                true => view! { <p class="load-more__end">{t(m::loaded_all())}</p> }.into_any(),
                false => {
                    let described_by = described_by.clone();
                    view! { <Button label kind described_by busy on_press/> }.into_any()
                }
            }}
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["2.1.1", "2.4.3", "2.5.5", "3.2.5", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(busy: bool, failure: Option<Problem>, over: bool) -> AnyView {
        let label = Signal::stored(m::load_more(12_i64));
        let on_press = Callback::new(|()| ());
        view! { <LoadMore label busy=busy failure=Signal::stored(failure) over=over on_press/> }
            .into_any()
    }
    vec![
        Fixture::new("more is there", || shown(false, None, false)),
        Fixture::new("busy", || shown(true, None, false)),
        Fixture::new("failed", || shown(false, Some(Problem::new(ProblemCode::Offline)), false)),
        Fixture::new("at the end", || shown(false, None, true)),
    ]
}
