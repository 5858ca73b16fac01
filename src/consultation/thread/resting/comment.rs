//! A comment at rest in a row that will wake.

use leptos::{prelude::*, tachys::renderer::types::Element};
use muloqot_domain::CommentId;
use send_wrapper::SendWrapper;

use super::{
    super::{section::comment_element_id, store::ThreadStore},
    row::{RowShape, WORDS, author_id},
};
use crate::{
    consultation::other_script::{OthersWords, is_in_other_script},
    locale::use_language,
    ui::Prose,
};

/// What the element is called that stands above the words.
const HEAD: &str = "header";

/// Who, where they stand, when and what: to be read, searched and linked to. No part of it is told
/// of changes by itself; made anew as a whole in another language. Nothing, when the comment is
/// not there to be read.
pub fn resting_comment(store: ThreadStore, id: &CommentId) -> Option<AnyView> {
    let language = use_language();
    let comment = untrack(|| store.comment(id))?;
    let row = RowShape::of(&comment, comment.depth, store.is_side, language).copied(language)?;
    row.fill_head(&comment, language)?;
    let author_id = author_id(&comment);
    let (text, lang) = (comment.text?, comment.language);
    let words = match is_in_other_script(&lang, language.locale()) {
        true => view! { <OthersWords text lang class=WORDS/> }.into_any(),
        false => view! { <Prose text lang class=WORDS/> }.into_any(),
    };
    let element_id = comment_element_id(id);
    Some(
        view! {
            <article
                class="comment comment--resting"
                id=element_id
                tabindex="-1"
                aria-labelledby=author_id
                data-comment=id.0.clone()
                use:headed=SendWrapper::new(row.head)
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
