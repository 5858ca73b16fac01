//! What stands where in a thread.

#[path = "thread/blocks.rs"]
mod blocks;

use std::collections::HashSet;

use muloqot_domain::{
    Author, Comment, CommentCounts, CommentId, CommentState, ConsultationCounts, ConsultationId,
    Cursor, LanguageTag, Page, Stance, Thread, ThreadItem, Timestamp,
};
use proptest::prelude::*;

fn comment(id: &str, parent: Option<&str>, root: Option<&str>) -> Comment {
    Comment {
        id: id.into(),
        consultation_id: ConsultationId::from("c"),
        parent_id: parent.map(Into::into),
        root_id: root.map(Into::into),
        question_id: None,
        depth: 0,
        author: Author::default(),
        stance: Stance::Neutral,
        text: Some("…".into()),
        quote: None,
        language: LanguageTag("uz-Latn".into()),
        attachments: vec![],
        created_at: Timestamp(0),
        edited_at: None,
        editable_until: None,
        state: CommentState::Visible,
        removal_reason: None,
        moderation_note: None,
        appeal: None,
        counts: CommentCounts::default(),
        is_answered: false,
        reader_vote: None,
        cited_in: None,
        reader_settled: None,
        can: vec![],
    }
}

fn page(items: Vec<Comment>, next: Option<&str>, total: u64) -> Page<Comment> {
    Page { items, next_cursor: next.map(|cursor| Cursor(cursor.into())), total, unreadable: 0 }
}

fn with_replies(mut comment: Comment, replies: u64) -> Comment {
    comment.counts.replies = replies;
    comment
}

/// Rows in a form that reads well in a failing test: `  b` is b moved in once.
fn drawn(thread: &Thread, depth_max: u32) -> Vec<String> {
    let inset = |depth: u32| "  ".repeat(depth as usize);
    let reply = |to: Option<CommentId>| to.map_or(String::new(), |to| format!(" re {to}"));
    thread
        .items(depth_max)
        .into_iter()
        .map(|item| match item {
            ThreadItem::Comment { id, depth, in_reply_to } => {
                format!("{}{id}{}", inset(depth), reply(in_reply_to))
            }
            ThreadItem::Tombstone { id, depth, in_reply_to } => {
                format!("{}†{id}{}", inset(depth), reply(in_reply_to))
            }
            ThreadItem::MoreReplies { root, remaining, .. } => format!("+{remaining} under {root}"),
            ThreadItem::MoreComments { remaining, .. } => format!("+{remaining}"),
        })
        .collect()
}

#[test]
fn replies_stand_under_what_they_answer_in_the_order_of_the_server() {
    let mut thread = Thread::new();
    let top = vec![with_replies(comment("a", None, None), 3), comment("b", None, None)];
    thread.add_comments(page(top, None, 2));
    thread.add_replies(
        &"a".into(),
        page(
            vec![
                comment("a1", Some("a"), Some("a")),
                comment("a1x", Some("a1"), Some("a")),
                comment("a2", Some("a"), Some("a")),
            ],
            None,
            3,
        ),
    );
    assert_eq!(drawn(&thread, 4), ["a", "  a1", "    a1x", "  a2", "b"]);
}

#[test]
fn what_is_not_fetched_yet_can_be_asked_for() {
    let mut thread = Thread::new();
    let top = vec![with_replies(comment("a", None, None), 5), comment("b", None, None)];
    thread.add_comments(page(top, Some("p2"), 40));
    assert_eq!(drawn(&thread, 4), ["a", "+5 under a", "b", "+38"]);
    let first = vec![comment("a1", Some("a"), Some("a")), comment("a2", Some("a"), Some("a"))];
    thread.add_replies(&"a".into(), page(first, Some("r2"), 5));
    assert_eq!(drawn(&thread, 4), ["a", "  a1", "  a2", "+3 under a", "b", "+38"]);
}

#[test]
fn a_reply_deeper_than_is_shown_names_what_it_answers() {
    let mut thread = Thread::new();
    thread.add_comments(page(vec![with_replies(comment("a", None, None), 3)], None, 1));
    let replies = vec![
        comment("b", Some("a"), Some("a")),
        comment("c", Some("b"), Some("a")),
        comment("d", Some("c"), Some("a")),
    ];
    thread.add_replies(&"a".into(), page(replies, None, 3));
    assert_eq!(drawn(&thread, 2), ["a", "  b", "    c", "    d re c"]);
    assert_eq!(drawn(&thread, 0), ["a", "b re a", "c re b", "d re c"]);
}

#[test]
fn a_reply_to_a_removed_comment_keeps_its_place() {
    let mut thread = Thread::new();
    let removed = Comment {
        text: None,
        state: CommentState::Removed,
        ..with_replies(comment("a", None, None), 1)
    };
    thread.add_comments(page(vec![removed], None, 1));
    thread.add_replies(&"a".into(), page(vec![comment("b", Some("a"), Some("a"))], None, 1));
    assert_eq!(drawn(&thread, 4), ["†a", "  b"]);
}

#[test]
fn a_held_comment_is_a_comment_to_its_author_and_a_tombstone_to_others() {
    let held = Comment { state: CommentState::Held, ..comment("a", None, None) };
    let hidden = Comment { text: None, ..held.clone() };
    for (comment, row) in [(held, "a"), (hidden, "†a")] {
        let mut thread = Thread::new();
        thread.add_comments(page(vec![comment], None, 1));
        assert_eq!(drawn(&thread, 4), [row]);
    }
}

#[test]
fn a_reply_whose_parent_could_not_be_read_stands_under_its_top_comment() {
    let mut thread = Thread::new();
    thread.add_comments(page(vec![with_replies(comment("a", None, None), 2)], None, 1));
    let mut replies = page(vec![comment("c", Some("b"), Some("a"))], None, 2);
    replies.unreadable = 1;
    thread.add_replies(&"a".into(), replies);
    assert_eq!(drawn(&thread, 4), ["a", "  c re b"]);
}

#[test]
fn ones_own_words_are_seen_at_once() {
    let mut thread = Thread::new();
    thread.add_comments(page(vec![comment("a", None, None)], Some("p2"), 21));
    thread.insert_new(comment("mine", None, None));
    thread.insert_new(comment("reply", Some("a"), Some("a")));
    thread.insert_new(comment("reply", Some("a"), Some("a")));
    assert_eq!(drawn(&thread, 4), ["mine", "a", "  reply", "+20"]);
    let new: Vec<&str> = thread.new_comments().map(|comment| comment.id.as_str()).collect();
    assert_eq!(new, ["mine"], "a reply stands under what it answers");
    assert_eq!(thread.total(), 22);
    assert_eq!(thread.comment(&"a".into()).map(|a| a.counts.replies), Some(1));
}

#[test]
fn an_own_reply_does_not_hide_those_not_fetched_yet() {
    let mut thread = Thread::new();
    thread.add_comments(page(vec![with_replies(comment("a", None, None), 3)], None, 1));
    thread.insert_new(comment("mine", Some("a"), Some("a")));
    assert_eq!(drawn(&thread, 4), ["a", "  mine", "+3 under a"]);
}

#[test]
fn a_comment_counts_while_it_can_be_read() {
    let visible = Comment { stance: Stance::Question, ..comment("a", None, None) };
    let withdrawn = Comment { state: CommentState::Withdrawn, ..visible.clone() };
    let counts = ConsultationCounts::default().with(&visible).with(&withdrawn);
    assert_eq!((counts.comments, counts.by_stance.question), (1, 1));
    assert_eq!(Stance::ALL.iter().map(|it| counts.by_stance.of(*it)).sum::<u64>(), 1);
    assert_eq!(counts.by_stance.of(Stance::Question), 1);
    assert_eq!(counts.without(&withdrawn), counts);
    assert_eq!(counts.without(&visible).without(&visible), ConsultationCounts::default());
}

#[test]
fn a_thread_without_comments_is_empty_only_when_none_are_to_come() {
    let mut thread = Thread::new();
    thread.add_comments(page(vec![], Some("p2"), 3));
    assert!(!thread.is_empty());
    assert_eq!(thread.next_cursor(), Some(&Cursor("p2".into())));
    assert!(Thread::new().is_empty());
    assert_eq!(Thread::new().next_cursor(), None);
}

#[test]
fn what_is_under_a_collapsed_comment_is_put_away_and_comes_back() {
    let mut thread = Thread::new();
    let a = with_replies(comment("a", None, None), 4);
    thread.add_comments(page(vec![a, comment("z", None, None)], None, 2));
    assert_eq!(thread.is_collapsed(&"a".into()), None, "nothing to put away is there");
    let replies = vec![comment("b", Some("a"), Some("a")), comment("c", Some("b"), Some("a"))];
    thread.add_replies(&"a".into(), page(replies, Some("next"), 4));
    assert_eq!(thread.is_collapsed(&"a".into()), Some(false));
    assert_eq!(thread.is_collapsed(&"c".into()), None);

    thread.toggle(&"b".into());
    assert_eq!(drawn(&thread, 4), ["a", "  b", "+2 under a", "z"]);
    thread.toggle(&"a".into());
    assert_eq!(drawn(&thread, 4), ["a", "z"]);
    thread.toggle(&"a".into());
    assert_eq!(drawn(&thread, 4), ["a", "  b", "+2 under a", "z"]);

    thread.toggle(&"a".into());
    thread.insert_new(comment("d", Some("c"), Some("a")));
    assert_eq!(drawn(&thread, 4), ["a", "  b", "    c", "      d", "+2 under a", "z"]);
}

#[test]
fn what_came_since_is_told_from_what_was_not_fetched_yet() {
    let named = |ids: &[&str]| ids.iter().map(|id| comment(id, None, None)).collect::<Vec<_>>();
    let ids = |comments: Vec<Comment>| -> Vec<String> {
        comments.into_iter().map(|comment| comment.id.0).collect()
    };
    let mut thread = Thread::new();
    thread.add_comments(page(named(&["c", "a"]), Some("next"), 4));
    let newest = page(named(&["f", "e", "d", "c", "b", "a"]), None, 6);
    assert_eq!(ids(thread.news_in(&newest)), ["f", "e"]);
    assert_eq!(ids(thread.news_in(&page(named(&["d", "c", "b", "a"]), None, 4))), [""; 0]);

    thread.insert_new(comment("e", None, None));
    assert_eq!(ids(thread.news_in(&newest)), ["f"]);
    thread.insert_new(comment("f", None, None));
    assert_eq!(ids(thread.news_in(&newest)), [""; 0]);
    assert_eq!(drawn(&thread, 4), ["f", "e", "c", "a", "+2"]);

    // Some were taken away meanwhile: then the newest of the new, and never one of the old.
    assert_eq!(ids(thread.news_in(&page(named(&["g", "f"]), Some("next"), 3))), [""; 0]);
}

#[test]
fn a_chain_of_a_hundred_thousand_replies_overflows_nothing() {
    let ids: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
    let mut replies = Vec::new();
    for pair in ids.windows(2) {
        replies.push(comment(&pair[1], Some(&pair[0]), Some("0")));
    }
    let mut thread = Thread::new();
    thread.add_comments(page(vec![comment("0", None, None)], None, 1));
    thread.add_replies(&"0".into(), page(replies, None, 99_999));
    assert_eq!(thread.items(4).len(), 100_000);
}

/// A tree of up to 40 comments (number n replies to a smaller number), plus, in a hostile
/// variation, parents that are arbitrary: missing, themselves, or in rings.
fn trees() -> impl Strategy<Value = Vec<Comment>> {
    let parents =
        prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), 0..50_usize), 1..40);
    (parents, any::<bool>()).prop_map(|(choices, is_hostile)| {
        let mut comments: Vec<Comment> = Vec::new();
        for (number, (index, is_top, anything)) in choices.into_iter().enumerate() {
            let id = number.to_string();
            let parent = if is_hostile && !is_top {
                Some(anything.to_string())
            } else if is_top || number == 0 {
                None
            } else {
                Some(index.index(number).to_string())
            };
            let root = parent.as_ref().map(|parent| {
                let above = comments.iter().find(|c| c.id.as_str() == parent);
                above.and_then(|c| c.root_id.clone()).map_or(parent.clone(), |root| root.0)
            });
            comments.push(comment(&id, parent.as_deref(), root.as_deref()));
        }
        comments
    })
}

fn cut(comments: Vec<Comment>, sizes: &[usize]) -> Vec<Page<Comment>> {
    let total = comments.len() as u64;
    let mut rest = comments.into_iter();
    let mut pages: Vec<Page<Comment>> = sizes
        .iter()
        .map(|size| page(rest.by_ref().take(*size).collect(), Some("next"), total))
        .collect();
    pages.push(page(rest.collect(), None, total));
    pages
}

proptest! {
    #[test]
    fn any_pages_of_any_tree_give_each_comment_once_and_parents_first(
        comments in trees(),
        sizes in prop::collection::vec(1..6_usize, 0..8),
        order in any::<prop::sample::Index>(),
        repeated in any::<prop::sample::Index>(),
        depth_max in 0..5_u32,
    ) {
        let is_tree = comments.iter().all(|c| {
            c.parent_id.as_ref().is_none_or(|p| p.0.parse::<usize>().unwrap() < c.id.0.parse::<usize>().unwrap())
        });
        let mut pages = cut(comments.clone(), &sizes);
        let turn = order.index(pages.len());
        pages.rotate_left(turn);
        pages.push(pages[repeated.index(pages.len())].clone());

        let mut thread = Thread::new();
        for page in pages {
            match page.items.first().and_then(|first| first.root_id.clone()) {
                Some(root) => thread.add_replies(&root, page),
                None => thread.add_comments(page),
            }
        }

        let items = thread.items(depth_max);
        let keys: HashSet<String> = items.iter().map(ThreadItem::key).collect();
        prop_assert_eq!(keys.len(), items.len(), "two rows with one key");

        let mut seen = HashSet::new();
        for item in items {
            if let ThreadItem::Comment { id, depth, in_reply_to } = item {
                prop_assert!(depth <= depth_max);
                let parent = thread.comment(&id).and_then(|c| c.parent_id.clone());
                if let Some(parent) = parent {
                    prop_assert!(!is_tree || seen.contains(&parent), "{} before its parent", id);
                    prop_assert!(seen.contains(&parent) || in_reply_to == Some(parent));
                }
                prop_assert!(seen.insert(id), "twice");
            }
        }
        prop_assert_eq!(seen.len(), comments.len());
    }

    #[test]
    fn collapsing_hides_what_is_under_a_comment_and_nothing_else(
        comments in trees(),
        collapsed in any::<prop::sample::Index>(),
    ) {
        let mut thread = Thread::new();
        let total = comments.len() as u64;
        thread.add_comments(page(comments.clone(), None, total));
        let ids = |thread: &Thread| -> Vec<(CommentId, u32)> {
            thread.items(99).into_iter().filter_map(|item| match item {
                ThreadItem::Comment { id, depth, .. } => Some((id, depth)),
                _ => None,
            }).collect()
        };
        let all = ids(&thread);
        let (id, depth) = all[collapsed.index(all.len())].clone();
        thread.toggle(&id);
        let at = all.iter().position(|(other, _)| *other == id).unwrap();
        let under = all[at + 1..].iter().take_while(|(_, below)| *below > depth).count();
        let kept: Vec<_> = all[..=at].iter().chain(&all[at + 1 + under..]).cloned().collect();
        prop_assert_eq!(ids(&thread), kept);
        thread.toggle(&id);
        prop_assert_eq!(ids(&thread), all);
    }
}
