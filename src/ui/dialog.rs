//! A question that comes before everything else.

use leptos::{html, prelude::*};

use super::{
    Button, ButtonKind, IconName,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    locale::{Message, gallery as g, m, t},
    reactive::effect,
};

/// A native modal `dialog`: the browser keeps the focus inside, makes the page behind it
/// unreachable, closes it on Escape and gives the focus back to what opened it (WCAG 2.1.2,
/// 2.4.3). Its heading names it (4.1.2) and has the focus at first, so that it is read from
/// its beginning. A press beside it does not close it: what is typed in it would be lost.
#[component]
pub fn Dialog(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// Its heading.
    title: Message,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Refused only to a dialog that is not in the page (any more).
            (true, false) => _ = dialog.show_modal(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let title_id = format!("{id}-title");
    let close = Callback::new(move |()| open.set(false));
    view! {
        <dialog
            id=id
            class="dialog"
            node_ref=dialog
            aria-labelledby=title_id
            on:close=move |_| open.set(false)
        >
            <div class="dialog__head">
                <h2 id=title_id.clone() class="dialog__title" tabindex="-1" autofocus=true>{t(title)}</h2>
                <Button
                    label=m::close()
                    kind=ButtonKind::Quiet
                    icon=IconName::Against
                    on_press=close
                />
            </div>
            {children()}
        </dialog>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.4.10", "2.1.1", "2.1.2", "2.4.3", "2.4.11", "4.1.2"],
    keyboard: &[Key("Tab", g::key_stays_inside), Key("Escape", g::key_closes)],
};

/// Every state of a dialog, each with the button that opens it again.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(is_open: bool, paragraphs: usize) -> AnyView {
        let open = RwSignal::new(is_open);
        let opens = Callback::new(move |()| open.set(true));
        let closes = Callback::new(move |()| open.set(false));
        let paragraph = |_| view! { <p>{t(g::sample_paragraph())}</p> }.into_any();
        view! {
            <Button label=m::action_withdraw() on_press=opens/>
            <Dialog id="question" title=m::withdraw_question() open>
                {(0..paragraphs).map(paragraph).collect_view()}
                <p>{t(m::withdraw_note())}</p>
                <div class="dialog__actions">
                    <Button
                        label=m::withdraw_confirm()
                        kind=ButtonKind::Primary
                        on_press=closes
                    />
                    <Button label=m::cancel() on_press=closes/>
                </div>
            </Dialog>
        }
        .into_any()
    }
    vec![
        Fixture::new("open", || shown(true, 0)),
        Fixture::new("open, higher than the window", || shown(true, 12)),
        Fixture::new("closed", || shown(false, 0)),
    ]
}
