//! The row of a comment at rest.

use std::cell::RefCell;

use leptos::{
    prelude::*,
    tachys::{renderer::types::Element, view::Mountable},
};
use muloqot_domain::{Comment, Inline, LanguageTag, Locale, Stance, paragraphs};
use wasm_bindgen::JsCast;

use super::super::section::comment_element_id;
use crate::{
    clock::now,
    locale::{Language, author_words, m, stance_name, time_ago_words},
    routes::Address,
    ui::{Icon, IconName, Prose, stance_icon},
};

/// How the words of a comment are marked.
pub const WORDS: &str = "comment__text prose";

/// What differs in kind between the rows of two comments. A browser copies an element of many
/// parts at once, where it would have to be asked for each of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RowShape {
    locale: Locale,
    depth: u32,
    is_side: bool,
    is_official: bool,
    stance: Stance,
}

thread_local! {
    /// One of each shape, to be copied.
    static ROWS: RefCell<Vec<(RowShape, Element)>> = const { RefCell::new(Vec::new()) };
}

impl RowShape {
    /// That of a comment so deep in a thread, or in that of a side.
    pub fn of(comment: &Comment, depth: u32, is_side: bool, language: Language) -> Self {
        Self {
            locale: language.locale(),
            depth,
            is_side,
            is_official: comment.author.agency_id.is_some(),
            stance: comment.stance,
        }
    }

    /// A row of that shape in which what differs from comment to comment is left open.
    pub fn copied(self, language: Language) -> Option<RestingRow> {
        let copy: Element = ROWS.with_borrow_mut(|rows| {
            let known = rows.iter().find(|(shape, _)| *shape == self);
            let row = match known {
                Some((_, row)) => row.clone(),
                None => {
                    let row = self.made(language)?;
                    rows.push((self, row.clone()));
                    row
                }
            };
            row.clone_node_with_deep(true).ok()?.dyn_into().ok()
        })?;
        let article = copy.first_element_child()?;
        let head = article.first_element_child()?;
        Some(RestingRow { element: copy, article, head })
    }

    fn made(self, language: Language) -> Option<Element> {
        let official = self.is_official.then(|| {
            let words = language.say(&m::author_official());
            view! { " " <span class="tag tag--official"><Icon name=IconName::Agency/>{words}</span> }
                .into_any()
        });
        // The headings of a thread are of one level, those of a side one below it.
        let heading = match self.depth == 0 && !self.is_side {
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
        let row = view! {
            <li class="thread__row" data-depth=self.depth.to_string()>
                <article class="comment comment--resting" tabindex="-1">
                    {head.into_any()}
                    <div class=WORDS><p dir="auto"></p></div>
                </article>
            </li>
        };
        made(row.into_any())
    }
}

/// The element that a view of exactly one is, without what would tell it of changes.
pub fn made(view: AnyView) -> Option<Element> {
    view.build().elements().into_iter().next()
}

/// A row, and what of it is filled in.
pub struct RestingRow {
    /// All of it.
    pub element: Element,
    article: Element,
    /// What stands above the words.
    pub head: Element,
}

impl RestingRow {
    /// Writes in who, when and which, part by part as they were made.
    pub fn fill_head(&self, comment: &Comment, language: Language) -> Option<()> {
        let heading = self.head.first_element_child()?;
        heading.set_id(&author_id(comment));
        let author = language.say(&author_words(comment.author.clone()));
        heading.first_child()?.set_text_content(Some(&author));
        let link = self.head.last_element_child()?.last_element_child()?;
        let address = Address::Comment(comment.consultation_id.clone(), comment.id.clone());
        link.set_attribute("href", &address.path()).ok()?;
        let time = link.last_element_child()?;
        time.set_attribute("datetime", &comment.created_at.to_string()).ok()?;
        let ago = language.say(&time_ago_words(comment.created_at, now()));
        time.set_text_content(Some(&ago));
        Some(())
    }

    /// Writes in the words of it.
    pub fn fill(&self, comment: &Comment, text: String, lang: LanguageTag) -> Option<()> {
        let article = &self.article;
        article.set_id(&comment_element_id(&comment.id));
        article.set_attribute("aria-labelledby", &author_id(comment)).ok()?;
        article.set_attribute("data-comment", &comment.id.0).ok()?;
        let words = article.last_element_child()?;
        if let [paragraph] = &paragraphs(&text)[..]
            && let [Inline::Text(text)] = &paragraph.0[..]
        {
            words.set_attribute("lang", lang.as_str()).ok()?;
            words.first_element_child()?.set_text_content(Some(text));
            return Some(());
        }
        let prose = made(view! { <Prose text lang class=WORDS/> }.into_any())?;
        article.replace_child(&prose, &words).ok()?;
        Some(())
    }

    /// Says below the words what was done with them.
    pub fn add_note(&self, note: &str) -> Option<()> {
        let note = note.to_owned();
        let note = made(view! { <p class="other-script"><span>{note}</span></p> }.into_any())?;
        self.article.append_child(&note).ok()?;
        Some(())
    }
}

/// The identifier of the heading of a comment.
pub fn author_id(comment: &Comment) -> String {
    format!("{}-author", comment_element_id(&comment.id))
}
