//! The questions of a consultation, each with a thread of its own.

use muloqot_domain::{About, Comment, CommentContext, Consultation, Page, Unread, is_safe_address};
use serde_json::{Value, json};

use crate::{
    client::{Browser, Server, reply_to, words},
    moderation::{decide, hold, remove, restore},
};

const STALLS: &str = "/consultations/market-stalls";

fn answering(question: &str, text: &str) -> Value {
    let mut body = words(text);
    body["question_id"] = json!(question);
    body
}

async fn stalls(reader: &Browser<'_>) -> Consultation {
    reader.read(STALLS).await
}

fn about(consultation: &Consultation) -> About {
    consultation.about.as_ref().and_then(Unread::read).unwrap()
}

async fn thread(reader: &Browser<'_>, query: &str) -> Page<Comment> {
    reader.read(&format!("{STALLS}/comments?sort=oldest&{query}")).await
}

#[tokio::test]
async fn a_consultation_tells_what_it_is_about_and_a_list_does_not() {
    let server = Server::new();
    let visitor = server.visitor();
    let consultation = stalls(&visitor).await;
    let about = about(&consultation);
    assert!(about.why.is_some() && about.purpose.is_some());
    assert_eq!((about.documents.len(), about.questions.len()), (2, 2));
    assert!(about.documents.iter().all(|document| is_safe_address(&document.url)));
    assert!(consultation.plain_text.is_some() && about.invited.is_some());
    assert!(about.email_updates_url.is_some_and(|url| is_safe_address(&url)));
    let listed: Page<Consultation> = visitor.read("/consultations?limit=100").await;
    assert!(
        listed
            .items
            .iter()
            .all(|it| { (&it.about, &it.plain_text, &it.general_counts) == (&None, &None, &None) })
    );
}

#[tokio::test]
async fn an_answer_stands_in_the_thread_of_its_question_and_in_no_other() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let before = stalls(&author).await;
    let general = thread(&author, "limit=100").await;
    let answer = author.comment(&before, &answering("tolov", "Ten thousand")).await;
    assert_eq!(answer.question_id.as_ref().map(|id| id.as_str()), Some("tolov"));
    let reply = author.comment(&before, &reply_to(&answer, "Eight")).await;
    assert_eq!(reply.question_id, answer.question_id);

    let of_question = thread(&author, "question=tolov").await;
    assert_eq!((of_question.items.len(), of_question.total), (1, 1));
    assert_eq!(of_question.items[0].id, answer.id);
    assert_eq!(thread(&author, "question=chegirma").await.total, 0);
    let after = thread(&author, "limit=100").await;
    assert_eq!((after.items, after.total), (general.items, general.total));

    for (query, found) in [("question=tolov&mine=true", 2), ("mine=true", 0)] {
        assert_eq!(thread(&author, query).await.total, found, "{query}");
    }
    let context: CommentContext = author.read(&format!("/comments/{}/context", reply.id)).await;
    assert_eq!(context.ancestors[0].question_id, answer.question_id);
}

#[tokio::test]
async fn every_thread_has_numbers_of_its_own() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let before = stalls(&author).await;
    author.comment(&before, &answering("tolov", "Ten thousand")).await;
    let after = stalls(&author).await;
    assert_eq!(after.counts.comments, before.counts.comments + 1);
    assert_eq!(after.general_counts, before.general_counts);
    let counted: Vec<u64> = about(&after).questions.iter().map(|it| it.counts.comments).collect();
    assert_eq!(counted, [1, 0]);
    assert_eq!(about(&after).questions[0].counts.by_stance.in_favour, 1);

    let school: Consultation = author.read("/consultations/school-meals").await;
    let threads = about(&school).questions.into_iter().map(|it| it.counts.comments);
    let general = school.general_counts.unwrap().comments;
    assert_eq!(threads.sum::<u64>() + general, school.counts.comments);
}

#[tokio::test]
async fn what_becomes_of_an_answer_is_counted_in_its_thread_alone() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let officer = server.signed_in("shahnoza").await;
    let school = "/consultations/school-meals";
    let before: Consultation = author.read(school).await;
    let numbers = async |reader: &Browser<'_>| {
        let now: Consultation = reader.read(school).await;
        assert_eq!(now.general_counts, before.general_counts, "another thread is not concerned");
        let of = |it: &Consultation| about(it).questions[1].counts.comments;
        (of(&now) - of(&before), now.counts.comments - before.counts.comments)
    };
    let answer = author.comment(&before, &answering("taom", "Xolodilnik")).await;
    assert_eq!(numbers(&author).await, (1, 1));
    let visitor = server.visitor();
    let path = format!("{school}/comments?sort=oldest&question=*&q=xolodilnik");
    for (decision, shown) in [(hold(), 0), (restore(), 1), (remove(), 0), (restore(), 1)] {
        assert!(decide(&officer, &answer, decision).await.status.is_success());
        assert_eq!(numbers(&author).await, (shown, shown));
        let found: Page<Comment> = visitor.read(&path).await;
        assert_eq!(found.total, shown, "and found in every thread while it can be read");
    }
    let answer: Comment = author.read(&format!("/comments/{}", answer.id)).await;
    assert!(author.withdraw(&answer).await.status.is_success());
    assert_eq!(numbers(&author).await, (0, 0));
}

#[tokio::test]
async fn a_question_that_is_not_asked_has_no_answers() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = stalls(&author).await;
    let answer = author.comment(&consultation, &answering("tolov", "Ten")).await;
    let mut elsewhere = reply_to(&answer, "Eight");
    elsewhere["question_id"] = json!("chegirma");
    for body in [answering("nowhere", "Ten"), answering("usul", "Ten"), elsewhere] {
        let refused = author.post(&consultation, &body).await;
        assert_eq!(refused.problem(), (422, "validation".into()));
        assert_eq!(refused.refused_fields(), ["/question_id no_such"]);
    }
    let refused = author.get(&format!("{STALLS}/comments?question=nowhere")).await;
    assert_eq!(refused.refused_fields(), ["?question no_such"]);
    let open_data: Consultation = author.read("/consultations/open-data").await;
    let refused = author.post(&open_data, &answering("tolov", "Ten")).await;
    assert_eq!(refused.refused_fields(), ["/question_id no_such"]);
}

#[tokio::test]
async fn who_looks_through_all_threads_finds_answers_too() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = stalls(&author).await;
    let before = thread(&author, "question=*&limit=1").await.total;
    author.comment(&consultation, &answering("tolov", "Xolodilnik ten")).await;
    author.comment(&consultation, &words("Xolodilnik eleven")).await;
    let found = thread(&author, "question=*&q=xolodilnik").await;
    let questions: Vec<_> = found.items.iter().map(|found| found.question_id.is_some()).collect();
    assert_eq!(questions.iter().filter(|is_answer| **is_answer).count(), 1);
    assert_eq!(questions.len(), 2);
    assert_eq!(thread(&author, "question=*&limit=1").await.total, before + 2);
    assert_eq!(thread(&author, "q=xolodilnik").await.items.len(), 1);
}

#[tokio::test]
async fn an_answer_is_compared_with_answers_to_its_own_question() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = stalls(&author).await;
    author.comment(&consultation, &answering("tolov", "Xolodilnik rasta bozor")).await;
    let other = server.visitor();
    let like = async |question: &str| {
        let path = format!("{STALLS}/comments/similar?{question}text=xolodilnik%20rasta%20bozor");
        other.read::<Page<Comment>>(&path).await.items.len()
    };
    assert_eq!(like("question=tolov&").await, 1);
    assert_eq!((like("question=chegirma&").await, like("").await), (0, 0));
    let path = format!("{STALLS}/comments/similar?question=nowhere&text=a");
    assert_eq!(other.get(&path).await.refused_fields(), ["?question no_such"]);
}

#[tokio::test]
async fn a_page_of_one_thread_does_not_go_on_in_another() {
    let server = Server::new();
    let author = server.signed_in("dilnoza").await;
    let consultation = stalls(&author).await;
    for number in 0..3 {
        author.comment(&consultation, &answering("tolov", &format!("Number {number}"))).await;
    }
    let first = thread(&author, "question=tolov&limit=2").await;
    let cursor = first.next_cursor.unwrap().0;
    let rest = thread(&author, &format!("question=tolov&limit=2&cursor={cursor}")).await;
    assert_eq!(rest.items.len(), 1);
    let path = format!("{STALLS}/comments?sort=oldest&limit=2&cursor={cursor}");
    assert_eq!(author.get(&path).await.refused_fields(), ["?cursor unknown_value"]);
}
