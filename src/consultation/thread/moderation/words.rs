//! The words for reporting and moderating, which are fetched with the form that says them: most
//! who read do neither.

use leptos::prelude::*;
use muloqot_domain::CommentAction;

use super::{
    super::asking::Asking,
    moderating::Moderating,
    reporting::{AppealForm, ReportForm},
    standing::standing,
};
use crate::{
    fetched::{Fetched, Load},
    locale::{Catalogue, Language, fetch_part_words, use_language},
    ui::Loading,
};

/// What is done about a comment, said in these words together with all others, once they are
/// there. In another language it is made anew.
pub fn in_words(asking: Asking) -> AnyView {
    let app = use_language();
    let own = Language::new(untrack(|| app.locale()), Catalogue::default());
    let fetched = Fetched::new(move || {
        let locale = app.locale();
        Box::pin(async move {
            let words = fetch_part_words(locale, "/moderation").await?;
            own.change(locale, app.together_with(words));
            Ok(())
        })
    });
    let content = move || match fetched.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Ready(()) => {
            provide_context(own);
            shown(asking.clone()).into_any()
        }
        // What comes takes the focus by itself.
        Load::Failed(problem) => fetched.problem_notice(problem, ""),
    };
    view! { <div class="moderation">{move || content()}</div> }.into_any()
}

fn shown(asking: Asking) -> impl IntoView {
    let comment = untrack(|| asking.store.comment(&asking.id))?;
    let told = comment.author.is_reader.then(|| standing(&comment)).flatten();
    let may = |action| comment.can.contains(&action);
    let may_moderate =
        [CommentAction::Hold, CommentAction::Remove, CommentAction::Restore].into_iter().any(may);
    let form = asking.is_open.get_untracked().then(|| {
        if may_moderate {
            view! { <Moderating asking comment/> }.into_any()
        } else if comment.author.is_reader {
            view! { <AppealForm asking comment/> }.into_any()
        } else {
            view! { <ReportForm asking comment/> }.into_any()
        }
    });
    Some(view! { {told}{form} }.into_any())
}
