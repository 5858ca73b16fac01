//! A comment far from what the reader sees.

use leptos::prelude::*;
use muloqot_domain::CommentId;

use super::{section::comment_element_id, store::ThreadStore};
use crate::{
    clock::now,
    consultation::other_script::{OthersWords, is_in_other_script},
    locale::{author_words, m, stance_name, time_ago_words, use_language},
    routes::Address,
    ui::{Icon, IconName, Prose, stance_icon},
};

/// Who, where they stand, when and what: to be read, searched and linked to. No part of it is told
/// of changes by itself, since ten thousand rows with all that a row is told of would take a phone
/// minutes and its memory; made anew as a whole in another language. Nothing, when the comment is
/// not there to be read.
pub fn resting_comment(store: ThreadStore, id: &CommentId) -> Option<AnyView> {
    let language = use_language();
    let comment = untrack(|| store.comment(id))?;
    let (text, lang) = (comment.text?, comment.language);
    let element_id = comment_element_id(id);
    let author_id = format!("{element_id}-author");
    let is_official = comment.author.agency_id.is_some();
    let author = language.say(&author_words(comment.author));
    let official = is_official.then(|| {
        let words = language.say(&m::author_official());
        view! { " " <span class="tag tag--official"><Icon name=IconName::Agency/>{words}</span> }
            .into_any()
    });
    // The headings of a thread are of one level, those of a side one below it.
    let heading = match comment.depth {
        0 if !store.is_side => {
            view! { <h3 class="comment__author" id=author_id.clone()>{author}{official}</h3> }
                .into_any()
        }
        _ => view! { <h4 class="comment__author" id=author_id.clone()>{author}{official}</h4> }
            .into_any(),
    };
    let at = comment.created_at;
    let ago = language.say(&time_ago_words(at, now()));
    let permalink = Address::Comment(comment.consultation_id, id.clone()).path();
    let words = match is_in_other_script(&lang, language.locale()) {
        true => view! { <OthersWords text lang class="comment__text prose"/> }.into_any(),
        false => view! { <Prose text lang class="comment__text prose"/> }.into_any(),
    };
    Some(
        view! {
            <article
                class="comment comment--resting"
                id=element_id
                tabindex="-1"
                aria-labelledby=author_id
                data-comment=id.0.clone()
            >
                <header class="comment__head">
                    {heading}
                    <p class="comment__meta">
                        <span class=format!("tag tag--{}", comment.stance)>
                            <Icon name=stance_icon(comment.stance)/>
                            {language.say(&stance_name(comment.stance))}
                        </span>
                        <a href=permalink class="comment__time">
                            <span class="visually-hidden">{language.say(&m::comment_link())} " "</span>
                            <time datetime=at.to_string()>{ago}</time>
                        </a>
                    </p>
                </header>
                {words}
            </article>
        }
        .into_any(),
    )
}
