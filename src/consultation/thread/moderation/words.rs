//! The words for reporting and moderating, which are fetched with the form that says them: most
//! who read do neither.

use leptos::prelude::*;
use muloqot_domain::{Problem, ProblemCode};

use crate::{
    fetched::{Fetched, Load},
    locale::{Catalogue, Language, fetch_messages, use_language},
    ui::Loading,
};

/// Shows something in these words, together with all others, once they are there. In another
/// language it is made anew.
pub fn in_words(shown: fn(super::Case) -> AnyView, case: super::Case) -> AnyView {
    let app = use_language();
    let own = Language::new(untrack(|| app.locale()), Catalogue::default());
    let fetched = Fetched::new(move || {
        let locale = app.locale();
        Box::pin(async move {
            let address = format!("/moderation/{}.json", locale.tag());
            let words = fetch_messages(locale, &address).await.map_err(|error| {
                web_sys::console::error_1(&error.into());
                Problem::new(ProblemCode::Offline)
            })?;
            own.change(locale, app.together_with(words));
            Ok(())
        })
    });
    let content = move || match fetched.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Ready(()) => {
            provide_context(own);
            shown(case.clone())
        }
        // What comes takes the focus by itself.
        Load::Failed(problem) => fetched.problem_notice(problem, ""),
    };
    view! { <div class="moderation">{move || content()}</div> }.into_any()
}
