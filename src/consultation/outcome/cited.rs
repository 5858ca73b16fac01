//! A comment that a theme rests on.

use leptos::prelude::*;
use muloqot_domain::{CitedComment, CommentAction};

use super::{settling::Settling, state::OutcomeState};
use crate::{
    locale::{author_words, outcome as o, t},
    routes::Address,
    ui::{Icon, IconName},
};

/// Whose comment it is and its first words, as a link to it; what its author says of the
/// outcome; and for that author, the question.
#[component]
pub fn CitedRow(
    /// Which comment.
    cited: CitedComment,
    /// Whether its author is asked here.
    may_ask: bool,
    /// The outcome it is cited in.
    state: OutcomeState,
) -> impl IntoView {
    let CitedComment { id, author, excerpt, language, can, .. } = cited;
    let name = author_words(author);
    let link = match excerpt {
        Some(words) => {
            let href = Address::Comment(state.consultation.clone(), id.clone()).path();
            view! {
                <a href=href>
                    <strong>{t(name)}</strong> ": "
                    <q lang=language.0 dir="auto">{words}</q>
                </a>
            }
            .into_any()
        }
        None => view! { <em>{t(o::outcome_comment_gone())}</em> }.into_any(),
    };
    let is_asked = may_ask && can.contains(&CommentAction::Settle);
    let said = {
        let (id, state) = (id.clone(), state.clone());
        move || state.said(&id).filter(|_| !is_asked)
    };
    let told = move || {
        let (icon, words) = match said()?.settled {
            true => (IconName::For, o::outcome_author_settled()),
            false => (IconName::Against, o::outcome_author_unsettled()),
        };
        Some(view! { <p class="theme__said"><Icon name=icon/>{t(words)}</p> }.into_any())
    };
    view! {
        <li>
            {link}
            {move || told()}
            {is_asked.then(|| view! { <Settling id state/> }.into_any())}
        </li>
    }
}
