//! A list of a thread that is far from what the reader sees.

use leptos::{html, prelude::*, tachys::renderer::types::Element};
use muloqot_domain::{Comment, CommentId, Locale, Thread, ThreadBlock, ThreadItem};

use super::{
    super::{
        item::{item_row, tombstone},
        more::replies_label,
        store::ThreadStore,
    },
    row::{RowShape, made},
};
use crate::{
    consultation::other_script::{OwnScript, is_in_other_script, use_own_script},
    locale::{Language, use_language},
    reactive::{derived, effect, memo},
    ui::Rows,
};

/// A list whose rows are elements alone until the reader comes near to it: to be read, searched
/// and linked to, in the language and the script that the reader wants. `number` tells the list
/// apart, `list` is what stands in it.
pub fn resting_list(store: ThreadStore, number: usize, list: Memo<Vec<ThreadBlock>>) -> AnyView {
    let reader = Reader { store, language: use_language(), own_script: use_own_script() };
    let place = NodeRef::<html::Ol>::new();
    let is_far = memo(move || store.is_far(number));
    let mut rows = Far::default();
    effect(move || {
        let Some(place) = place.get() else { return };
        match is_far.get() {
            true => rows.show(reader, list.with(|list| items_of(list).cloned().collect()), &place),
            false => rows.clear(),
        }
    });
    let each = derived(move || {
        // The button for more is one from the beginning.
        let is_far = is_far.get();
        let is_live =
            |item: &&ThreadItem| !is_far || matches!(item, ThreadItem::MoreComments { .. });
        list.with(|list| items_of(list).filter(is_live).map(|item| item_row(item, store)).collect())
    });
    view! {
        <ol class="thread__block" role="list" data-first=number.to_string() node_ref=place>
            <Rows each/>
        </ol>
    }
    .into_any()
}

fn items_of(list: &[ThreadBlock]) -> impl Iterator<Item = &ThreadItem> {
    list.iter().flat_map(|block| &block.items)
}

/// The rows of a list far off.
#[derive(Default)]
struct Far {
    wish: Option<Wish>,
    items: Vec<ThreadItem>,
    /// What stands for each of the items that have one.
    rows: Vec<Element>,
}

/// In which words the reader wants them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wish {
    locale: Locale,
    is_own_script: bool,
}

impl Far {
    /// Shows what stands in the list now: below the rows that are there, where it only goes on.
    fn show(&mut self, reader: Reader, items: Vec<ThreadItem>, place: &Element) {
        let wish = Some(reader.wish(&items));
        if self.wish != wish || !items.starts_with(&self.items) {
            self.clear();
        }
        let below = match self.rows.last() {
            Some(last) => last.next_sibling(),
            None => place.first_child(),
        };
        for row in items.iter().skip(self.items.len()).filter_map(|item| reader.row(item)) {
            // A browser refuses only what cannot be put in, and a row can.
            let _ = place.insert_before(&row, below.as_ref());
            self.rows.push(row);
        }
        (self.wish, self.items) = (wish, items);
    }

    fn clear(&mut self) {
        self.items.clear();
        self.rows.drain(..).for_each(|row| row.remove());
    }
}

/// For whom the rows of a thread are made.
#[derive(Clone, Copy)]
struct Reader {
    store: ThreadStore,
    language: Language,
    own_script: OwnScript,
}

impl Reader {
    /// Reactive.
    fn wish(self, items: &[ThreadItem]) -> Wish {
        let Self { language, own_script, .. } = self;
        let locale = language.locale();
        let is_other = |item: &ThreadItem| match item {
            ThreadItem::Comment { id, .. } => {
                self.of_comment(id, |it| is_in_other_script(&it.language, locale).then_some(()))
            }
            _ => None,
        };
        // What converts them is not fetched for texts that need none of it.
        let is_concerned = items.iter().any(|item| is_other(item).is_some());
        Wish { locale, is_own_script: is_concerned && own_script.is_applied() }
    }

    /// What stands for an item until the reader comes near; nothing for the button for more.
    fn row(self, item: &ThreadItem) -> Option<Element> {
        let language = self.language;
        match item {
            ThreadItem::Comment { id, depth, .. } => {
                self.of_comment(id, |comment| self.comment_row(comment, *depth))
            }
            ThreadItem::Tombstone { id, depth, .. } => self.of_comment(id, |comment| {
                let depth = depth.to_string();
                made(
                    view! { <li class="thread__row" data-depth=depth>{tombstone(comment)}</li> }
                        .into_any(),
                )
            }),
            ThreadItem::MoreReplies { cursor, remaining, .. } => {
                let label = language.say(&replies_label(cursor.as_ref(), *remaining));
                made(
                    view! { <li class="thread__row" data-depth="1"><p>{label}</p></li> }.into_any(),
                )
            }
            ThreadItem::MoreComments { .. } => None,
        }
    }

    fn of_comment<T>(self, id: &CommentId, show: impl FnOnce(&Comment) -> Option<T>) -> Option<T> {
        let Self { store, .. } = self;
        let of_thread = |thread: &Thread| thread.comment(id).and_then(show);
        store.thread.try_with_untracked(of_thread).flatten()
    }

    fn comment_row(self, comment: &Comment, depth: u32) -> Option<Element> {
        let Self { store, language, own_script } = self;
        let row = RowShape::of(comment, depth, store.is_side, language).copied(language)?;
        row.fill_head(comment, language)?;
        let (text, lang) = (comment.text.clone()?, comment.language.clone());
        match own_script.applied_to(&text, &lang, language.locale()) {
            Some((text, converted)) => {
                row.fill(comment, text, language.locale().into())?;
                row.add_note(&language.say(&converted))?;
            }
            None => row.fill(comment, text, lang)?,
        }
        Some(row.element)
    }
}
