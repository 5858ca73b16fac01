//! A comment far from what the reader sees.

use std::cell::RefCell;

use leptos::{
    prelude::*,
    tachys::{renderer::types::Element, view::Mountable},
};
use muloqot_domain::{CommentId, Locale, Stance};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use super::{section::comment_element_id, store::ThreadStore};
use crate::{
    clock::now,
    consultation::other_script::{OthersWords, is_in_other_script},
    locale::{Language, author_words, m, stance_name, time_ago_words, use_language},
    routes::Address,
    ui::{Icon, IconName, Prose, stance_icon},
};

/// What the element is called that stands above the words.
const HEAD: &str = "header";

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
    let shape = HeadShape {
        locale: language.locale(),
        is_top: comment.depth == 0 && !store.is_side,
        is_official: comment.author.agency_id.is_some(),
        stance: comment.stance,
    };
    let head = Head {
        author_id: author_id.clone(),
        author: language.say(&author_words(comment.author)),
        permalink: Address::Comment(comment.consultation_id, id.clone()).path(),
        at: comment.created_at.to_string(),
        ago: language.say(&time_ago_words(comment.created_at, now())),
    };
    let head = head.fill(shape.copied(language)?)?;
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
                use:headed=SendWrapper::new(head)
            >
                {words}
            </article>
        }
        .into_any(),
    )
}

/// Puts what stands above the words of a comment where it belongs, in the place of what stood there
/// in another language.
fn headed(comment: Element, head: SendWrapper<Element>) {
    // A browser refuses only what cannot be put in, and a head can.
    let _ = match comment.first_element_child().filter(|it| it.local_name() == HEAD) {
        Some(before) => comment.replace_child(&head, &before),
        None => comment.insert_before(&head, comment.first_child().as_ref()),
    };
}

/// What differs in kind between what stands above the words of two comments. A browser copies an
/// element of many parts at once, where it would have to be asked for each of them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct HeadShape {
    locale: Locale,
    is_top: bool,
    is_official: bool,
    stance: Stance,
}

thread_local! {
    /// One of each shape, to be copied.
    static HEADS: RefCell<Vec<(HeadShape, Element)>> = const { RefCell::new(Vec::new()) };
}

impl HeadShape {
    /// A head of that shape in which what differs from comment to comment is left open.
    fn copied(self, language: Language) -> Option<Element> {
        HEADS.with_borrow_mut(|heads| {
            let known = heads.iter().find(|(shape, _)| *shape == self);
            let head = match known {
                Some((_, head)) => head.clone(),
                None => {
                    let head = self.made(language)?;
                    heads.push((self, head.clone()));
                    head
                }
            };
            head.clone_node_with_deep(true).ok()?.dyn_into().ok()
        })
    }

    fn made(self, language: Language) -> Option<Element> {
        let official = self.is_official.then(|| {
            let words = language.say(&m::author_official());
            view! { " " <span class="tag tag--official"><Icon name=IconName::Agency/>{words}</span> }
                .into_any()
        });
        // The headings of a thread are of one level, those of a side one below it.
        let heading = match self.is_top {
            true => view! { <h3 class="comment__author">{String::new()}{official}</h3> }.into_any(),
            false => {
                view! { <h4 class="comment__author">{String::new()}{official}</h4> }.into_any()
            }
        };
        let head = view! {
            <header class="comment__head">
                {heading}
                <p class="comment__meta">
                    <span class=format!("tag tag--{}", self.stance)>
                        <Icon name=stance_icon(self.stance)/>
                        {language.say(&stance_name(self.stance))}
                    </span>
                    <a class="comment__time">
                        <span class="visually-hidden">{language.say(&m::comment_link())} " "</span>
                        <time></time>
                    </a>
                </p>
            </header>
        };
        head.into_any().build().elements().into_iter().next()
    }
}

/// What differs from comment to comment.
struct Head {
    author_id: String,
    author: String,
    permalink: String,
    at: String,
    ago: String,
}

impl Head {
    /// Writes it into a copy, part by part as they were made.
    fn fill(self, copy: Element) -> Option<Element> {
        let heading = copy.first_element_child()?;
        heading.set_id(&self.author_id);
        heading.first_child()?.set_text_content(Some(&self.author));
        let link = copy.last_element_child()?.last_element_child()?;
        link.set_attribute("href", &self.permalink).ok()?;
        let time = link.last_element_child()?;
        time.set_attribute("datetime", &self.at).ok()?;
        time.set_text_content(Some(&self.ago));
        Some(copy)
    }
}
