//! The words for reporting and moderating, which are fetched with the form that says them: most
//! who read do neither.

use leptos::prelude::*;
use muloqot_domain::CommentAction;

use super::{
    super::asking::Asking,
    answering::Answering,
    moderating::Moderating,
    reporting::{AppealForm, ReportForm},
    standing::standing,
};
use crate::consultation::{ASKED_FOR_STYLE, part_words::PartWords};

/// What is done about a comment, said in these words together with all others, once they are
/// there.
pub fn in_words(asking: Asking) -> AnyView {
    let words = PartWords::fetch("/moderation");
    let content = move || match words.are_there.get() {
        true => {
            provide_context(words.language);
            shown(asking.clone()).into_any()
        }
        false => words.notice(),
    };
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <div class="moderation">{move || content()}</div>
    }
    .into_any()
}

fn shown(asking: Asking) -> impl IntoView {
    let comment = untrack(|| asking.store.comment(&asking.id))?;
    let told = comment.author.is_reader.then(|| standing(&comment)).flatten();
    let may = |action| comment.can.contains(&action);
    let may_moderate =
        [CommentAction::Hold, CommentAction::Remove, CommentAction::Restore].into_iter().any(may);
    let answering = may(CommentAction::MarkAnswered).then(|| {
        let (comment, store) = (comment.clone(), asking.store);
        view! { <Answering comment store/> }.into_any()
    });
    let form = asking.is_open.get_untracked().then(|| {
        if may_moderate {
            view! { <Moderating asking comment/> }.into_any()
        } else if comment.author.is_reader {
            view! { <AppealForm asking comment/> }.into_any()
        } else {
            view! { <ReportForm asking comment/> }.into_any()
        }
    });
    Some(view! { {told}{answering}{form} }.into_any())
}
