//! How much of something is done.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture};
use crate::{
    locale::{Message, m, t, use_language},
    reactive::derived,
};

/// A native `progress` with its label in sight (WCAG 1.3.1, 4.1.2) and the value in words
/// beside it, for a bar alone is hard to read for everybody. It announces nothing by itself:
/// it would interrupt at every step (4.1.3).
#[component]
pub fn ProgressBar(
    /// Its identifier.
    id: String,
    /// What is in progress.
    label: Message,
    /// How much is done; `None` while nobody knows.
    #[prop(into)]
    done: Signal<Option<u64>>,
    /// How much there is to do.
    all: u64,
    /// The value in words; by default, how much of how much.
    #[prop(optional, into)]
    words: Option<Signal<Message>>,
) -> impl IntoView {
    let language = use_language();
    let words = words.unwrap_or_else(|| {
        derived(move || match done.get() {
            Some(done) => m::number_of(done, all),
            None => m::loading(),
        })
    });
    let words_id = format!("{id}-words");
    view! {
        <div class="progress-bar">
            <label for=id.clone()>{t(label)}</label>
            <progress
                id=id
                max=all.to_string()
                value=move || done.get().map(|done| done.to_string())
                aria-describedby=words_id.clone()
            ></progress>
            <p id=words_id class="progress-bar__words">
                {move || words.with(|words| language.say(words))}
            </p>
        </div>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract { criteria: &["1.3.1", "1.4.11", "4.1.2"], keyboard: &[] };

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    use crate::locale::gallery as g;
    fn shown(label: Message, done: Option<u64>) -> AnyView {
        view! { <ProgressBar id="progress".to_owned() label done=Signal::stored(done) all=40/> }
            .into_any()
    }
    vec![
        Fixture::new("nothing", || shown(g::sample_document(), Some(0))),
        Fixture::new("in the middle", || shown(g::sample_document(), Some(26))),
        Fixture::new("all", || shown(g::sample_document(), Some(40))),
        Fixture::new("nobody knows", || shown(g::sample_document(), None)),
        Fixture::new("in other words", || {
            let (done, words) = (Signal::stored(Some(26)), Signal::stored(m::percent(65_u64)));
            view! {
                <ProgressBar id="progress".to_owned() label=g::sample_long() done all=40 words/>
            }
            .into_any()
        }),
    ]
}
