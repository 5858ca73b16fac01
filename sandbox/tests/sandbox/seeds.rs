//! The invented consultations.

use muloqot_domain::{Comment, Consultation, TASHKENT_OFFSET_SECONDS, Timestamp};
use muloqot_sandbox::{Clock, Place, Store, seed_if_empty};

use crate::client::{NOW, Server, at};

async fn everything(now: Timestamp, seed: u64) -> String {
    let store = Store::open(&Place::Memory).unwrap();
    seed_if_empty(&store, now, seed).unwrap();
    let server = Server::of(store, Clock::fixed(now), |_| {});
    let mut text = String::new();
    let visitor = server.visitor();
    for consultation in visitor.read_all::<Consultation>("/consultations?limit=100").await {
        let path = format!("/consultations/{}/comments?limit=100", consultation.id);
        let comments: Vec<Comment> = visitor.read_all(&path).await;
        assert!(comments.iter().all(|comment| comment.created_at < now));
        assert!(comments.iter().all(|comment| comment.created_at >= consultation.opens_at));
        text.push_str(&serde_json::to_string(&(consultation, comments)).unwrap());
    }
    text
}

#[tokio::test]
async fn the_same_seed_at_the_same_time_gives_the_same_data() {
    let now = at(NOW);
    let first = everything(now, 7).await;
    assert_eq!(everything(now, 7).await, first);
    assert_ne!(everything(now, 8).await, first);
}

#[tokio::test]
async fn seeds_fit_any_time_of_day_and_year() {
    for now in ["2026-02-28T18:59:59Z", "2026-02-28T19:00:00Z", "2028-12-31T23:00:00Z"] {
        everything(at(now), 1).await;
    }
}

#[tokio::test]
async fn a_day_begins_and_ends_at_midnight_in_tashkent() {
    let server = Server::new();
    let all: Vec<Consultation> = server.visitor().read_all("/consultations?limit=100").await;
    for consultation in all {
        for moment in [consultation.opens_at, consultation.closes_at] {
            assert_eq!((moment.0 + TASHKENT_OFFSET_SECONDS) % 86_400, 0, "{}", consultation.id);
        }
    }
}

#[test]
fn what_holds_something_is_not_seeded_again() {
    let store = Store::open(&Place::Memory).unwrap();
    assert!(seed_if_empty(&store, at(NOW), 1).unwrap().unwrap() >= 12);
    assert_eq!(seed_if_empty(&store, at(NOW), 1).unwrap(), None);
}
