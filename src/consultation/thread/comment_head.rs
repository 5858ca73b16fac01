//! What stands above the words of a comment.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentState};

use super::{
    asking::Asking, history::wordings_of, item::in_reply_to, section::comment_element_id,
    store::ThreadStore,
};
use crate::{
    consultation::outcome::theme_element_id,
    locale::{Message, author_words, m, t, tombstone_words, use_language},
    pieces::piece,
    routes::Address,
    ui::{Icon, IconName, MomentText, Notice, StanceTag},
};

piece! {
    /// What a comment said before: for those who ask.
    static HISTORY: fn(Asking) -> AnyView = history { wordings_of }
}

/// How deep replies are moved in on a phone. One that is moved in further elsewhere says what
/// it answers, and leads there; the way back is the browser's.
const DEPTH_NARROW: u32 = 2;

/// Who wrote it, where they stand, when.
#[component]
pub fn CommentHead(
    /// The comment, without what changes of it by itself.
    comment: Comment,
    /// With that.
    now: Memo<Option<Comment>>,
    /// The identifier of its heading.
    author_id: String,
    /// How far it is moved in.
    depth: u32,
    /// Whether what it replies to does not stand right above it.
    is_parent_away: bool,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    let language = use_language();
    let hidden = hidden_words(&comment);
    let Comment { id, author, parent_id, consultation_id, created_at, edited_at, .. } = comment;
    let is_official = author.agency_id.is_some();
    let author_words = author_words(author);
    let [edited, history] = Asking::new(id.clone(), store, "history", false).view(
        edited_at.map(|_| m::edited()),
        &HISTORY,
        false,
    );
    let permalink = Address::Comment(consultation_id, id).path();
    let answers = parent_id.map(|parent| {
        let href = format!("#{}", comment_element_id(&parent));
        let is_there = untrack(|| store.comment(&parent)).is_some();
        let words = move || language.say(&in_reply_to(store, &parent));
        match is_parent_away || depth > DEPTH_NARROW {
            true if is_there => {
                view! { <p class="comment__answers"><a href=href>{words}</a></p> }.into_any()
            }
            true => view! { <p class="comment__answers">{words}</p> }.into_any(),
            false => view! { <p class="visually-hidden">{words}</p> }.into_any(),
        }
    });
    let name = view! {
        {t(author_words)}
        {is_official
            .then(|| view! { " " <span class="tag tag--official"><Icon name=IconName::Agency/>{t(m::author_official())}</span> }.into_any())}
    };
    let heading = match depth {
        0 if !store.is_side => {
            view! { <h3 class="comment__author" id=author_id>{name}</h3> }.into_any()
        }
        _ => view! { <h4 class="comment__author" id=author_id>{name}</h4> }.into_any(),
    };
    let cited = comment.cited_in.map(|theme| {
        let href = format!("#{}", theme_element_id(&theme));
        view! { <p class="comment__answers"><a href=href>{t(m::cited_in_outcome())}</a></p> }
            .into_any()
    });
    view! {
        <header class="comment__head">
            {heading}
            <p class="comment__meta">
                <StanceTag stance=comment.stance/>
                <a href=permalink class="comment__time">
                    <span class="visually-hidden">{t(m::comment_link())}" "</span>
                    <MomentText at=created_at/>
                </a>
                {edited}
                {move || {
                    let is_answered = now.with(|now| now.as_ref().is_some_and(|it| it.is_answered));
                    is_answered.then(|| view! { <span>{t(m::filter_answered())}</span> }.into_any())
                }}
            </p>
            {history}
            {answers}
            {cited}
            {hidden.map(|words| view! { <Notice><p>{t(words)}</p></Notice> }.into_any())}
        </header>
    }
}

/// Why not everybody reads it.
fn hidden_words(comment: &Comment) -> Option<Message> {
    match comment.state {
        CommentState::Visible => None,
        CommentState::Held if comment.author.is_reader => Some(m::held_own()),
        _ => Some(tombstone_words(comment)),
    }
}
