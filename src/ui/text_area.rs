//! A field for a text of several lines.

use leptos::prelude::*;
use muloqot_domain::{COMMENT_GRAPHEMES_MAX, CountMark, count_mark_crossed, graphemes_left};

use super::{
    Field,
    field::{described_by, is_wrong},
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::use_announcer,
    graphemes::graphemes,
    locale::{Message, gallery as g, m, use_language},
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
    /// How many characters there may be, as a person counts them.
    #[prop(default = COMMENT_GRAPHEMES_MAX)]
    limit: usize,
    /// What to know before writing, where that is more than the limit.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// Whether the text is on its way: it can be read and copied then, and not changed.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let language = use_language();
    let announcer = use_announcer();
    let left = memo(move || text.with(|text| graphemes_left(text, limit, graphemes)));
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
    let hint = hint.unwrap_or_else(|| m::compose_limit(limit as u64));
    let described = described_by(&id, true);
    view! {
        <Field id=id.clone() label hint error>
            <textarea
                id=id.clone()
                name=id
                rows="5"
                dir="auto"
                aria-describedby=described
                aria-invalid=is_wrong(error)
                readonly=move || busy.get()
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <p class="field__count" class:field__count--over=move || { left.get() < 0 }>
                {move || language.say(&count_words())}
            </p>
        </Field>
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
        Fixture::new("a limit of its own", || {
            let text = RwSignal::new("Yoʻl taʼmirlansin".to_owned());
            let (id, label) = ("title".to_owned(), g::sample_summary());
            view! { <TextArea id label text limit=70 hint=g::sample_summary_hint()/> }.into_any()
        }),
        Fixture::new("right to left", || shown("العدل أساس الملك".to_owned(), None)),
        Fixture::new("busy", || {
            let text = RwSignal::new("Haftada ikki kun bepul".to_owned());
            view! { <TextArea id="text".to_owned() label=m::compose_text() text busy=true/> }
                .into_any()
        }),
    ]
}
