//! The words of a part of a consultation's page that has its own.

use leptos::prelude::*;
use muloqot_domain::Locale;

use crate::{
    accessibility::{focus_by_id_when_there, use_arrivals},
    backend::Answer,
    fetched::{Fetched, Load},
    locale::{Catalogue, Language, fetch_part_words, use_language},
    ui::Loading,
};

/// The reader's language with the words of a part, as soon as they have come. Another language is
/// spoken once its words are there, so that nothing is unsaid meanwhile.
#[derive(Clone, Copy)]
pub struct PartWords {
    /// What the part speaks.
    pub language: Language,
    /// Whether its words are there.
    pub are_there: RwSignal<bool>,
    /// How far those of the chosen language have come.
    pub fetched: Fetched<()>,
}

impl PartWords {
    /// Fetches those of a part now, and anew for each language.
    #[inline(always)]
    pub fn fetch(part: &'static str) -> Self {
        Self::brought(None, move |locale| Box::pin(fetch_part_words(locale, part)))
    }

    /// Has those that are there already, and brings those of each language.
    // Used by few pieces, and so little would be a file of its own.
    #[inline(always)]
    pub fn brought(
        first: Option<Catalogue>,
        bring: impl Fn(Locale) -> Answer<Catalogue> + 'static,
    ) -> Self {
        let app = use_language();
        let are_there = RwSignal::new(first.is_some());
        // What the app itself says is said at once, and why its own words do not come.
        let known = app.together_with(first.unwrap_or_default());
        let language = Language::new(untrack(|| app.locale()), known);
        let fetched = Fetched::new(move || {
            let locale = app.locale();
            let words = bring(locale);
            Box::pin(async move {
                language.change(locale, app.together_with(words.await?));
                // Told once: what is said in them is not made anew.
                if !are_there.get_untracked() {
                    are_there.set(true);
                }
                Ok(())
            })
        });
        Self { language, are_there, fetched }
    }

    /// What stands in the place of a part whose words are not there: that they are on their way,
    /// or why they do not come. What comes takes the focus by itself. Reactive.
    pub fn notice(self) -> AnyView {
        match self.fetched.state() {
            Load::Failed(problem) => self.fetched.problem_notice(problem, ""),
            Load::Waiting | Load::Ready(()) => view! { <Loading/> }.into_any(),
        }
    }

    /// A part that is said in these words, once they are there. When the button to try again, that
    /// had the focus, is gone by then, its heading takes the focus (WCAG 2.4.3).
    #[inline(always)]
    pub fn then(
        self,
        heading_id: &'static str,
        was_tried_again: bool,
        show: impl Fn() -> AnyView + Send + 'static,
    ) -> AnyView {
        let wants_focus = StoredValue::new(was_tried_again);
        let shown = move || match self.are_there.get() {
            true => {
                if wants_focus.get_value() {
                    focus_by_id_when_there(heading_id);
                    wants_focus.set_value(false);
                } else {
                    use_arrivals().part_came();
                }
                show()
            }
            false => {
                if matches!(self.fetched.state(), Load::Failed(_)) {
                    wants_focus.set_value(true);
                }
                self.notice()
            }
        };
        view! { {move || shown()} }.into_any()
    }
}
