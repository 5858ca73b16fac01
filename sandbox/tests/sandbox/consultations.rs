//! Lists of consultations, and one of them.

use muloqot_domain::{Agency, Consultation, ConsultationAction, Page, Status};

use crate::client::{Server, at};

#[tokio::test]
async fn agencies_are_listed_page_by_page() {
    let server = Server::new();
    let visitor = server.visitor();
    let all: Page<Agency> = visitor.read("/agencies?limit=100").await;
    assert_eq!(all.items.len() as u64, all.total);
    let paged: Vec<Agency> = visitor.read_all("/agencies?limit=3").await;
    assert_eq!(paged, all.items);
}

#[tokio::test]
async fn what_closes_next_comes_first_and_what_is_over_last() {
    let server = Server::new();
    let all: Vec<Consultation> = server.visitor().read_all("/consultations?limit=5").await;
    assert!(all.len() >= 12);
    let rank = |consultation: &Consultation| match consultation.status {
        Status::Open => (0, consultation.closes_at.0),
        Status::Announced => (1, consultation.opens_at.0),
        _ => (2, -consultation.closes_at.0),
    };
    assert!(all.is_sorted_by_key(rank));
    for status in [Status::Announced, Status::Open, Status::UnderReview, Status::Answered] {
        assert!(all.iter().any(|consultation| consultation.status == status), "{status}");
    }
}

#[tokio::test]
async fn every_order_gives_each_consultation_once() {
    let server = Server::new();
    for sort in ["closing_soon", "newest", "most_discussed", "recently_answered"] {
        let path = format!("/consultations?limit=4&sort={sort}");
        let all: Vec<Consultation> = server.visitor().read_all(&path).await;
        let mut ids: Vec<_> = all.iter().map(|consultation| consultation.id.clone()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all.len(), "{sort}");
        match sort {
            "newest" => assert!(all.is_sorted_by_key(|one| -one.opens_at.0)),
            "most_discussed" => {
                assert!(all.is_sorted_by(|a, b| a.counts.comments >= b.counts.comments));
            }
            "recently_answered" => {
                assert!(all.is_sorted_by(|a, b| a.answered_at >= b.answered_at));
                assert!(all[0].answered_at.is_some());
            }
            _ => {}
        }
    }
}

#[tokio::test]
async fn filters_narrow_the_list_together() {
    let server = Server::new();
    let visitor = server.visitor();
    let some = server.consultation("open").await;
    let path = format!(
        "/consultations?status=open&topic={}&agency={}&limit=100",
        some.topic, some.agency.id
    );
    let page: Page<Consultation> = visitor.read(&path).await;
    assert!(page.items.iter().any(|consultation| consultation.id == some.id));
    assert!(page.items.iter().all(|consultation| consultation.status == Status::Open
        && consultation.topic == some.topic
        && consultation.agency.id == some.agency.id));
    assert_eq!(page.items.len() as u64, page.total);
    let nobody: Page<Consultation> = visitor.read("/consultations?agency=nobody").await;
    assert_eq!((nobody.items.len(), nobody.total), (0, 0));
}

#[tokio::test]
async fn a_search_finds_a_word_in_either_script_with_any_apostrophe_or_none() {
    let server = Server::new();
    let visitor = server.visitor();
    let found = async |words: &str| {
        let path = format!("/consultations?limit=100&q={words}");
        let page: Page<Consultation> = visitor.read(&path).await;
        page.items.into_iter().map(|consultation| consultation.id).collect::<Vec<_>>()
    };
    // taʼlim, in the name of the ministry of education.
    let expected = found("ta%CA%BClim").await;
    assert!(!expected.is_empty());
    for typed in ["ta'lim", "ta%E2%80%99lim", "talim", "TA%60LIM"] {
        assert_eq!(found(typed).await, expected, "{typed}");
    }
    // таълим
    assert!(!found("%D1%82%D0%B0%D1%8A%D0%BB%D0%B8%D0%BC").await.is_empty());
    assert_eq!(found("zzzz").await, []);
    assert_eq!(found("%25").await, found("100%25zz").await, "a percent sign is no wildcard");
    assert_eq!(found("%20").await.len() as u64, {
        let all: Page<Consultation> = visitor.read("/consultations").await;
        all.total
    });
}

#[tokio::test]
async fn lists_leave_out_what_only_one_page_shows() {
    let server = Server::new();
    let answered = server.consultation("answered").await;
    assert_eq!((answered.body, answered.official_reply), (None, None));
    let path = format!("/consultations/{}", answered.id);
    let whole: Consultation = server.visitor().read(&path).await;
    assert!(whole.body.is_some());
    assert_eq!(whole.official_reply.map(|reply| reply.published_at), whole.answered_at);
}

#[tokio::test]
async fn a_query_that_cannot_be_read_is_told_by_name() {
    let server = Server::new();
    let visitor = server.visitor();
    for (query, field) in [
        ("status=sleeping", "?status unknown_value"),
        ("topic=", "?topic unknown_value"),
        ("sort=other", "?sort unknown_value"),
        ("limit=0", "?limit unknown_value"),
        ("limit=101", "?limit unknown_value"),
        ("limit=ten", "?limit unknown_value"),
        ("cursor=garbage", "?cursor unknown_value"),
        ("cursor=", "?cursor unknown_value"),
        ("cursor=%F0%9F%92%A5", "?cursor unknown_value"),
    ] {
        let answer = visitor.get(&format!("/consultations?{query}")).await;
        assert_eq!(answer.problem(), (422, "validation".into()), "{query}");
        assert_eq!(answer.refused_fields(), [field], "{query}");
    }
}

#[tokio::test]
async fn a_cursor_of_another_order_is_refused() {
    let server = Server::new();
    let visitor = server.visitor();
    let page: Page<Consultation> = visitor.read("/consultations?limit=1&sort=newest").await;
    let cursor = page.next_cursor.unwrap().0;
    let answer = visitor.get(&format!("/consultations?limit=1&cursor={cursor}")).await;
    assert_eq!(answer.refused_fields(), ["?cursor unknown_value"]);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let server = Server::new();
    let visitor = server.visitor();
    for path in [
        "/consultations/none",
        "/consultations/none/comments",
        "/comments/none",
        "/comments/none/replies",
        "/comments/none/context",
        "/comments/%FF",
        "/nowhere",
        "/faults",
    ] {
        assert_eq!(visitor.get(path).await.problem(), (404, "not-found".into()), "{path}");
    }
}

#[tokio::test]
async fn a_consultation_can_be_commented_while_it_is_open_and_not_by_another_agency() {
    let server = Server::new();
    let open = server.consultation("open").await;
    let path = format!("/consultations/{}", open.id);
    let officer_elsewhere =
        if open.agency.id.as_str() == "ecology" { "shahnoza" } else { "otabek" };
    let seen = async |person: Option<&str>| -> Consultation {
        match person {
            Some(person) => server.signed_in(person).await.read(&path).await,
            None => server.visitor().read(&path).await,
        }
    };
    assert_eq!(seen(None).await.can, [ConsultationAction::Comment]);
    assert_eq!(seen(Some("dilnoza")).await.can, [ConsultationAction::Comment]);
    assert_eq!(seen(Some(officer_elsewhere)).await.can, []);

    server.clock.set(open.closes_at);
    let closed = seen(None).await;
    assert_eq!((closed.status, closed.can), (Status::UnderReview, vec![]));
    server.clock.set(at("2020-01-01T00:00:00Z"));
    let announced = seen(None).await;
    assert_eq!((announced.status, announced.can), (Status::Announced, vec![]));
}

#[tokio::test]
async fn a_reply_is_not_told_before_it_is_published() {
    let server = Server::new();
    let answered = server.consultation("answered").await;
    server.clock.set(muloqot_domain::Timestamp(answered.answered_at.unwrap().0 - 1));
    let early: Consultation =
        server.visitor().read(&format!("/consultations/{}", answered.id)).await;
    assert_eq!((early.answered_at, early.official_reply), (None, None));
}
