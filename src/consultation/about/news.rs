//! What is new in a consultation, in words.

use leptos::prelude::*;
use muloqot_domain::News;

use crate::locale::{Message, about as a, status_name, t};

/// What is new, the weightiest first: each in a sentence, none where nothing is.
pub fn news_words(news: News) -> Vec<Message> {
    let comments = (news.comments > 0).then(|| a::news_comments(news.comments));
    [
        news.has_outcome.then(a::news_outcome),
        news.has_reply.then(a::news_reply),
        news.phase.map(|phase| a::news_phase(status_name(phase))),
        comments,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is new, as a list.
pub fn news_list(news: News) -> AnyView {
    let item = |words: Message| view! { <li>{t(words)}</li> }.into_any();
    let items = news_words(news).into_iter().map(item).collect_view();
    view! { <ul class="news">{items}</ul> }.into_any()
}
