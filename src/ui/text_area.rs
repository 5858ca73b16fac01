//! A field for a text of several lines.

use leptos::prelude::*;
use muloqot_domain::{COMMENT_GRAPHEMES_MAX, CountMark, count_mark_crossed, graphemes_left};

use super::fixture::{Contract, Fixture, Key};
use crate::{
    accessibility::use_announcer,
    graphemes::graphemes,
    locale::{Message, gallery as g, m, t, use_language},
    reactive::{effect, memo},
};

/// A text area with its label, hint, error and the count of what may still be typed.
///
/// The count is in sight but no live region: it would interrupt at every key. When 50, 20
/// or 0 are left, and when there are too many, it is announced once (WCAG 4.1.3). Nothing
/// cuts the text off: what is too much stays and is told (3.3.1).
#[component]
pub fn TextArea(
    /// Its identifier and name.
    id: String,
    /// What is to be written.
    label: Message,
    /// What is typed.
    text: RwSignal<String>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// Whether the text is on its way: it can be read and copied then, and not changed.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let language = use_language();
    let announcer = use_announcer();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let left = memo(move || text.with(|text| graphemes_left(text, graphemes)));
    let count_words = move || match left.get() {
        left if left < 0 => m::compose_over(-left),
        left => m::compose_left(left),
    };
    let mut before = None;
    effect(move || {
        let after = left.get();
        match before.and_then(|before| count_mark_crossed(before, after)) {
            Some(CountMark::Left(count)) => announcer.say(language.say(&m::compose_left(count))),
            Some(CountMark::Over) => announcer.say(language.say(&m::compose_over(-after))),
            None => {}
        }
        before = Some(after);
    });
    let (hint, both) = (hint_id.clone(), format!("{error_id} {hint_id}"));
    view! {
        <div class="field">
            <label for=id.clone()>{t(label)}</label>
            <p id=hint_id class="field__hint">{t(m::compose_limit(COMMENT_GRAPHEMES_MAX as u64))}</p>
            <p id=error_id class="field__error" hidden=move || error.with(Option::is_none)>
                {move || error.with(|error| error.as_ref().map(|error| language.say(error)))}
            </p>
            <textarea
                id=id.clone()
                name=id
                rows="5"
                dir="auto"
                aria-describedby=move || if error.with(Option::is_some) { both.clone() } else { hint.clone() }
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                readonly=move || busy.get()
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <p class="field__count" class:field__count--over=move || { left.get() < 0 }>
                {move || language.say(&count_words())}
            </p>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["3.3.1", "3.3.2", "4.1.2", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_new_line)],
};

/// Every state of a text area.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(text: String, error: Option<Message>) -> AnyView {
        let text = RwSignal::new(text);
        view! { <TextArea id="text".to_owned() label=m::compose_text() text error=error/> }
            .into_any()
    }
    vec![
        Fixture::new("empty", || shown(String::new(), None)),
        Fixture::new("with an error", || shown(String::new(), Some(m::text_empty()))),
        Fixture::new("one too many", || {
            shown("a".repeat(COMMENT_GRAPHEMES_MAX + 1), Some(m::text_too_long(1_i64)))
        }),
    ]
}
