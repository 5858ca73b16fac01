//! Reading threads.

use std::collections::HashSet;

use muloqot_domain::{
    About, Author, Comment, CommentAction, CommentContext, CommentState, Consultation, Page, Stance,
};
use serde_json::json;

use crate::client::{Server, reply_to, words};

/// Whether a comment passes a filter.
type Passes = fn(&Comment) -> bool;

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| comment.id.as_str()).collect()
}

async fn biggest(server: &Server) -> Consultation {
    let page: Page<Consultation> =
        server.visitor().read("/consultations?sort=most_discussed&status=open&limit=1").await;
    page.items.into_iter().next().unwrap()
}

#[tokio::test]
async fn top_comments_come_in_the_order_that_was_asked_for() {
    let server = Server::new();
    let consultation = biggest(&server).await;
    let path = format!("/consultations/{}/comments?limit=30", consultation.id);
    let visitor = server.visitor();
    let support = |comment: &Comment| comment.counts.disagree as i64 - comment.counts.agree as i64;
    let supported: Vec<Comment> = visitor.read_all(&path).await;
    assert!(supported.is_sorted_by_key(support));
    assert!(supported.iter().all(|comment| comment.depth == 0 && comment.parent_id.is_none()));
    let newest: Vec<Comment> = visitor.read_all(&format!("{path}&sort=newest")).await;
    assert!(newest.is_sorted_by(|a, b| a.created_at >= b.created_at));
    let mut oldest: Vec<Comment> = visitor.read_all(&format!("{path}&sort=oldest")).await;
    oldest.reverse();
    assert_eq!(oldest, newest);
    assert_eq!(newest.len(), supported.len());
    let discussed: Vec<Comment> = visitor.read_all(&format!("{path}&sort=most_discussed")).await;
    assert!(discussed.is_sorted_by(|a, b| a.counts.replies >= b.counts.replies));
    assert_eq!(discussed.len(), supported.len());
}

#[tokio::test]
async fn a_fair_order_is_one_readers_own_and_stays_when_others_write() {
    let server = Server::new();
    let consultation = biggest(&server).await;
    let reader = server.signed_in("dilnoza").await;
    let path = |seed: &str| {
        format!("/consultations/{}/comments?limit=30&sort=fair{seed}", consultation.id)
    };
    let own: Vec<Comment> = reader.read_all(&path("&seed=7")).await;
    let others: Vec<Comment> = reader.read_all(&path("&seed=255")).await;
    assert_ne!(ids(&own), ids(&others));
    let all: HashSet<&str> = ids(&own).into_iter().collect();
    assert_eq!(all, ids(&others).into_iter().collect());
    assert_eq!(all.len(), own.len());
    assert!(!own.is_sorted_by_key(|comment| comment.created_at));
    assert!(!own.is_sorted_by(|a, b| a.created_at >= b.created_at));

    let late = reader.comment(&consultation, &words("later than all")).await;
    let after: Vec<Comment> = reader.read_all(&path("&seed=7")).await;
    let without: Vec<&str> = ids(&after).into_iter().filter(|id| *id != late.id.as_str()).collect();
    assert_eq!((without, after.len()), (ids(&own), own.len() + 1));

    let page: Page<Comment> = reader.read(&path("&seed=7")).await;
    let cursor = page.next_cursor.unwrap().0;
    for (query, field) in [
        ("&seed=256".to_owned(), "?seed unknown_value"),
        ("&seed=-1".to_owned(), "?seed unknown_value"),
        ("&seed=x".to_owned(), "?seed unknown_value"),
        (format!("&seed=8&cursor={cursor}"), "?cursor unknown_value"),
    ] {
        assert_eq!(reader.get(&path(&query)).await.refused_fields(), [field], "{query}");
    }
}

#[tokio::test]
async fn a_thread_is_narrowed_down_to_what_passes_wherever_it_stands() {
    let server = Server::new();
    let officer = server.signed_in("otabek").await;
    let all: Vec<Consultation> = officer.read_all("/consultations?status=open&limit=100").await;
    let consultation = all.iter().find(|one| one.agency.id.as_str() == "ecology").unwrap();
    let writer = server.signed_in("dilnoza").await;
    let asked =
        json!({ "stance": "question", "text": "Қачон ўқувчилар учун?", "language": "uz-Cyrl" });
    let top = writer.comment(consultation, &asked).await;
    let below = writer.comment(consultation, &reply_to(&top, "zumrad below")).await;
    let apart = writer.comment(consultation, &words("zumrad apart")).await;
    officer.comment(consultation, &reply_to(&below, "The agency's word")).await;
    let visitor = server.visitor();
    let path =
        |query: &str| format!("/consultations/{}/comments?limit=100{query}", consultation.id);
    let everything: Vec<Comment> = visitor.read_all(&path("")).await;
    let mut whole = everything.clone();
    for top in &everything {
        let below = format!("/comments/{}/replies?limit=100", top.id);
        whole.extend(visitor.read_all::<Comment>(&below).await);
    }
    let readable = |passes: Passes| -> HashSet<&str> {
        let passing = whole.iter().filter(|it| it.text.is_some() && passes(it));
        passing.map(|comment| comment.id.as_str()).collect()
    };
    let says =
        |comment: &Comment, words: &str| comment.text.as_ref().is_some_and(|it| it.contains(words));
    let cases: [(&str, Passes); 5] = [
        ("&stance=question", |it| it.stance == Stance::Question),
        ("&language=uz-Cyrl", |it| it.language.0 == "uz-Cyrl"),
        ("&stance=for&language=en", |it| it.stance == Stance::For && it.language.0 == "en"),
        ("&q=%20ZUMRAD", |it| it.text.as_ref().is_some_and(|it| it.contains("zumrad"))),
        ("&q=zumrad%20yoq%20bunday%20soz", |_| false),
    ];
    for (query, passes) in cases {
        for sort in ["fair&seed=3", "newest", "oldest", "most_supported", "most_discussed"] {
            let path = path(&format!("{query}&sort={sort}"));
            let found: Vec<Comment> = visitor.read_all(&path).await;
            let wanted = readable(passes);
            assert_eq!(ids(&found).into_iter().collect::<HashSet<_>>(), wanted, "{path}");
            assert_eq!(found.len(), wanted.len(), "{path}");
            let page: Page<Comment> = visitor.read(&path).await;
            assert_eq!(page.total, wanted.len() as u64, "{path}");
        }
    }
    let folded: Vec<Comment> = visitor.read_all(&path("&q=oquvchilar%20QACHON")).await;
    assert!(folded.iter().any(|comment| comment.id == top.id), "in the other script");
    assert!(folded.iter().all(|comment| !says(comment, "zumrad")));
    let answered: Vec<Comment> = visitor.read_all(&path("&answered=true&q=zumrad")).await;
    assert_eq!(ids(&answered), [below.id.as_str()]);
    let mine: Vec<Comment> = writer.read_all(&path("&mine=true&sort=oldest")).await;
    assert!(mine.iter().all(|comment| comment.author.is_reader) && mine.len() >= 3);
    assert_eq!(visitor.read_all::<Comment>(&path("&mine=true")).await, []);
    assert_eq!(visitor.read_all::<Comment>(&path("&mine=false")).await, everything);

    let narrow = path("&q=zumrad&sort=oldest").replace("limit=100", "limit=1");
    let paged: Vec<Comment> = visitor.read_all(&narrow).await;
    assert_eq!(ids(&paged), [below.id.as_str(), apart.id.as_str()]);
    let first: Page<Comment> = visitor.read(&narrow).await;
    let cursor = first.next_cursor.unwrap().0;
    for (query, field) in [
        (format!("&sort=oldest&cursor={cursor}"), "?cursor unknown_value"),
        ("&stance=maybe".to_owned(), "?stance unknown_value"),
        ("&language=no%20tag".to_owned(), "?language unknown_value"),
        ("&mine=yes".to_owned(), "?mine unknown_value"),
    ] {
        assert_eq!(visitor.get(&path(&query)).await.refused_fields(), [field], "{query}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_not_found() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let comment = writer.comment(&consultation, &words("zumrad, taken back")).await;
    let path = format!("/consultations/{}/comments?q=zumrad", consultation.id);
    assert_eq!(writer.read_all::<Comment>(&path).await.len(), 1);
    writer.withdraw(&comment).await;
    assert_eq!(writer.read_all::<Comment>(&path).await, []);
}

#[tokio::test]
async fn paging_gives_each_comment_once_while_others_write() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let start = server.clock.now().0;
    for number in 0..300 {
        server.clock.set(muloqot_domain::Timestamp(start + number));
        writer.comment(&consultation, &words(&format!("comment {number}"))).await;
    }
    for sort in ["fair&seed=9", "newest", "oldest", "most_supported", "most_discussed"] {
        let base = format!("/consultations/{}/comments?limit=20&sort={sort}", consultation.id);
        let before: Vec<Comment> = writer.read_all(&base).await;
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page: Page<Comment> = writer.read(&format!("{base}{cursor}")).await;
            seen.extend(page.items);
            writer.comment(&consultation, &words("meanwhile")).await;
            match page.next_cursor {
                Some(next) => cursor = format!("&cursor={}", next.0),
                None => break,
            }
        }
        let once: HashSet<&str> = ids(&seen).into_iter().collect();
        assert_eq!(once.len(), seen.len(), "{sort}: nothing twice");
        assert!(ids(&before).iter().all(|id| once.contains(id)), "{sort}: nothing left out");
    }
}

#[tokio::test]
async fn replies_come_depth_first_with_the_oldest_sibling_first() {
    let server = Server::new();
    let consultation = server.consultation("open").await;
    let writer = server.signed_in("dilnoza").await;
    let top = writer.comment(&consultation, &words("top")).await;
    let first = writer.comment(&consultation, &reply_to(&top, "first")).await;
    let second = writer.comment(&consultation, &reply_to(&top, "second")).await;
    let under_first = writer.comment(&consultation, &reply_to(&first, "under first")).await;
    let deep = writer.comment(&consultation, &reply_to(&under_first, "deep")).await;
    let last = writer.comment(&consultation, &reply_to(&first, "under first, later")).await;
    assert_eq!((deep.depth, deep.root_id.as_ref()), (3, Some(&top.id)));

    let path = format!("/comments/{}/replies", top.id);
    let page: Page<Comment> = writer.read(&path).await;
    let order = [&first, &under_first, &deep, &last, &second].map(|comment| comment.id.as_str());
    assert_eq!(ids(&page.items), order);
    assert_eq!((page.total, page.next_cursor), (5, None));
    let paged: Vec<Comment> = writer.read_all(&format!("{path}?limit=2")).await;
    assert_eq!(ids(&paged), order);

    let branch: Page<Comment> = writer.read(&format!("/comments/{}/replies", first.id)).await;
    assert_eq!(ids(&branch.items), order[1..4]);
    let whole: Comment = writer.read(&format!("/comments/{}", top.id)).await;
    assert_eq!(whole.counts.replies, 5);
    let context: CommentContext = writer.read(&format!("/comments/{}/context", deep.id)).await;
    let above = [&top, &first, &under_first].map(|comment| comment.id.as_str());
    assert_eq!(ids(&context.ancestors), above);
    assert_eq!(context.comment.id, deep.id);
}

#[tokio::test]
async fn every_seeded_thread_has_parents_before_children_and_true_counts() {
    let server = Server::new();
    let visitor = server.visitor();
    let all: Vec<Consultation> = visitor.read_all("/consultations?limit=100").await;
    let mut deepest = 0;
    for consultation in all {
        let path = format!("/consultations/{}", consultation.id);
        let whole: Consultation = visitor.read(&path).await;
        let mut tops: Vec<Comment> = visitor.read_all(&format!("{path}/comments?limit=100")).await;
        for question in whole.about.and_then(|it| it.read::<About>()).unwrap_or_default().questions
        {
            let path = format!("{path}/comments?limit=100&question={}", question.id);
            tops.extend(visitor.read_all::<Comment>(&path).await);
        }
        let mut visible = 0;
        for top in tops {
            let path = format!("/comments/{}/replies?limit=7", top.id);
            let below: Vec<Comment> = visitor.read_all(&path).await;
            assert_eq!(below.len() as u64, top.counts.replies);
            let mut before = HashSet::from([top.id.clone()]);
            for reply in &below {
                assert!(before.contains(reply.parent_id.as_ref().unwrap()));
                before.insert(reply.id.clone());
                deepest = deepest.max(reply.depth);
            }
            let thread = below.iter().chain([&top]);
            visible += thread.filter(|one| one.state == CommentState::Visible).count() as u64;
        }
        assert_eq!(visible, consultation.counts.comments, "{}", consultation.id);
        let stances = consultation.counts.by_stance;
        let sum = stances.in_favour + stances.against + stances.neutral + stances.question;
        assert_eq!(sum, visible);
    }
    assert!(deepest >= 3);
}

#[tokio::test]
async fn what_cannot_be_read_keeps_its_place_and_nothing_else() {
    let server = Server::new();
    let visitor = server.visitor();
    let consultation = biggest(&server).await;
    let path = format!("/consultations/{}/comments?limit=100", consultation.id);
    let mut states = HashSet::new();
    for top in visitor.read_all::<Comment>(&path).await {
        let below: Vec<Comment> =
            visitor.read_all(&format!("/comments/{}/replies?limit=100", top.id)).await;
        for comment in below.into_iter().chain([top]) {
            states.insert(comment.state);
            if comment.state == CommentState::Visible {
                assert!(comment.text.is_some());
                continue;
            }
            assert_eq!((comment.text, comment.author), (None, Author::default()));
            assert_eq!((comment.can, comment.edited_at), (vec![], None));
            let is_removed = comment.state == CommentState::Removed;
            assert_eq!(comment.removal_reason.is_some(), is_removed);
        }
    }
    assert_eq!(states.len(), 4, "{states:?}");
}

#[tokio::test]
async fn a_held_comment_is_read_by_its_author_alone() {
    let server = Server::in_a_file();
    let consultation = server.consultation("open").await;
    let author = server.signed_in("dilnoza").await;
    let comment = author.comment(&consultation, &words("to be looked at")).await;
    server.moderate("UPDATE comment SET state = 'held' WHERE id = ?1", comment.id.as_str());
    let path = format!("/comments/{}", comment.id);
    let own: Comment = author.read(&path).await;
    assert_eq!((own.state, own.text.as_deref()), (CommentState::Held, Some("to be looked at")));
    assert!(own.author.is_reader);
    let may = [CommentAction::Edit, CommentAction::Withdraw, CommentAction::Appeal];
    assert_eq!(own.can, may);
    for reader in [server.visitor(), server.signed_in("shahnoza").await] {
        let seen: Comment = reader.read(&path).await;
        assert_eq!((seen.text, seen.author, seen.can), (None, Author::default(), vec![]));
    }
    let answer = author.post(&consultation, &reply_to(&comment, "a reply")).await;
    assert_eq!(answer.problem(), (409, "conflict".into()));
}
