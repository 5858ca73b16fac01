//! The app's reader of JSON and serde's give the same results.

#![allow(clippy::unwrap_used, reason = "a test that cannot write its samples fails")]

use std::fmt::Debug;

use muloqot_domain::{
    About, Agency, AgencyNumbers, Appeal, Attachment, Author, ChangedDocument, CitedComment,
    Comment, CommentAction, CommentContext, CommentCounts, CommentState, CommentVersion,
    CommentVote, Consultation, ConsultationAction, ConsultationCounts, Cursor, Decision, Document,
    FieldCode, FromJson, LanguageTag, LocalizedText, MediaType, Moderation, NewOutcome,
    OfficialReply, Outcome, OutcomeAction, Page, Person, Problem, ProblemCode, Question, Quote,
    RemovalReason, Report, ReportReason, ReviewState, Role, Session, Settlement, Stance,
    StanceCounts, Status, Theme, Timestamp, Topic, Unread, Upload,
};
use proptest::{prelude::*, sample::Index};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// A type with a value in which every field is filled.
struct Sample {
    written: Value,
    agree: fn(&Value),
}

fn sample<T>(value: T) -> Sample
where
    T: FromJson + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let written = serde_json::to_value(&value).unwrap();
    assert_eq!(T::from_own_json(&mut written.clone()), Some(value));
    Sample { written, agree: agree::<T> }
}

fn agree<T: FromJson + DeserializeOwned + PartialEq + Debug>(value: &Value) {
    let by_serde = serde_json::from_value::<T>(value.clone()).ok();
    assert_eq!(T::from_own_json(&mut value.clone()), by_serde, "{value}");
}

fn samples() -> [Sample; 15] {
    [
        sample(Upload {
            id: "u1".into(),
            name: "yo‘l.png".into(),
            media_type: MediaType::Png,
            bytes: 7,
        }),
        sample(CommentVersion {
            text: "Qachon".into(),
            language: LanguageTag("uz-Latn".into()),
            stance: Stance::For,
            written_at: Timestamp(1_770_000_100),
            until: Some(Timestamp(1_770_000_200)),
        }),
        sample(person()),
        sample(Session { person: Some(person()), csrf_token: Some("t".into()) }),
        sample(agency()),
        sample(consultation()),
        sample(about()),
        sample(comment()),
        sample(CommentContext { ancestors: vec![comment()], comment: comment() }),
        sample(report()),
        sample(Moderation {
            comment: comment(),
            version: 3,
            reports: vec![report()],
            appeal: Some(Appeal {
                text: "Bu mavzuda edi".into(),
                created_at: Timestamp(1_770_000_400),
                outcome: ReviewState::Dismissed,
                decided_at: Some(Timestamp(1_770_000_500)),
            }),
        }),
        sample(Problem {
            title: "Too long".into(),
            detail: Some("2,010 graphemes".into()),
            ..Problem::new(ProblemCode::Validation).with_field(
                "/text",
                FieldCode::TooLong,
                &[("max", 2000)],
            )
        }),
        sample(outcome()),
        sample(NewOutcome {
            language: LanguageTag("uz-Latn".into()),
            lead: "Rahmat".into(),
            themes: outcome().themes,
            replaces: Some(2),
        }),
        sample(Page {
            items: vec![agency(), agency()],
            next_cursor: Some(Cursor("c".into())),
            total: 7,
            unreadable: 0,
        }),
    ]
}

fn person() -> Person {
    Person {
        id: "p1".into(),
        name: "Nilufar".into(),
        role: Role::Officer,
        agency_id: Some("a1".into()),
        district: Some(agency().names),
    }
}

fn agency() -> Agency {
    let names = [("ru", "Школа"), ("uz-Latn", "Maktab")];
    let names = names.map(|(tag, name)| (tag.to_owned(), name.to_owned()));
    Agency { id: "a1".into(), names: LocalizedText::from_iter(names) }
}

fn consultation() -> Consultation {
    Consultation {
        id: "c1".into(),
        agency: agency(),
        topic: Topic::Education,
        language: LanguageTag("uz-Latn".into()),
        title: "Maktab".into(),
        summary: "Nima kerak?".into(),
        body: Some("Uzun matn".into()),
        plain_text: Some("Qisqa matn".into()),
        about: Some(Unread::from(serde_json::to_value(about()).unwrap())),
        status: Status::Done,
        opens_at: Timestamp(1_770_000_000),
        closes_at: Timestamp(1_780_000_000),
        answered_at: Some(Timestamp(1_781_000_000)),
        done_at: Some(Timestamp(1_782_000_000)),
        counts: ConsultationCounts {
            comments: 10,
            participants: 9,
            by_stance: StanceCounts { in_favour: 1, against: 2, neutral: 3, question: 4 },
        },
        general_counts: Some(ConsultationCounts { comments: 3, ..ConsultationCounts::default() }),
        official_reply: Some(OfficialReply {
            text: "Rahmat".into(),
            language: LanguageTag("uz-Latn".into()),
            author_name: "Vazir".into(),
            published_at: Timestamp(1_781_000_000),
        }),
        has_outcome: true,
        can: vec![ConsultationAction::Comment],
    }
}

fn about() -> About {
    About {
        why: Some("Sabab".into()),
        purpose: Some("Maqsad".into()),
        invited: Some("Ota-onalar".into()),
        documents: vec![Document {
            title: "Loyiha".into(),
            url: "https://a.example.uz/loyiha.pdf".into(),
            media_type: Some("application/pdf".into()),
            bytes: Some(7),
            language: Some(LanguageTag("uz-Latn".into())),
        }],
        questions: vec![Question {
            id: "q1".into(),
            text: "Qaysi biri?".into(),
            counts: ConsultationCounts { comments: 1, ..ConsultationCounts::default() },
        }],
        email_updates_url: Some("https://a.example.uz/xabar".into()),
    }
}

fn comment() -> Comment {
    Comment {
        id: "k2".into(),
        consultation_id: "c1".into(),
        parent_id: Some("k1".into()),
        root_id: Some("k1".into()),
        question_id: Some("q1".into()),
        depth: 1,
        author: Author {
            name: Some("Nilufar".into()),
            district: Some(agency().names),
            agency_id: Some("a1".into()),
            is_reader: true,
        },
        stance: Stance::Question,
        text: Some("Qachon?".into()),
        quote: Some(Quote {
            text: "Maktab kerak".into(),
            language: LanguageTag("uz-Latn".into()),
            author: Author { name: Some("Jasur".into()), ..Author::default() },
            since_edited: true,
        }),
        language: LanguageTag("uz-Latn".into()),
        attachments: vec![attachment("u1"), attachment("u2")],
        created_at: Timestamp(1_770_000_100),
        edited_at: Some(Timestamp(1_770_000_200)),
        editable_until: Some(Timestamp(1_770_001_000)),
        state: CommentState::Removed,
        removal_reason: Some(RemovalReason::OffTopic),
        moderation_note: Some("Boshqa mavzu".into()),
        appeal: Some(ReviewState::Open),
        counts: CommentCounts { replies: 1, agree: 2, disagree: 3 },
        is_answered: true,
        reader_vote: Some(CommentVote::Agree),
        cited_in: Some("t1".into()),
        reader_settled: Some(false),
        can: vec![CommentAction::Reply, CommentAction::Withdraw],
    }
}

fn attachment(id: &str) -> Attachment {
    Attachment {
        id: id.into(),
        name: "yo‘l.pdf".into(),
        media_type: MediaType::Pdf,
        bytes: 1_000,
        description: "Yo‘lning holati".into(),
    }
}

fn outcome() -> Outcome {
    Outcome {
        published_at: Timestamp(1_781_000_000),
        revision: 2,
        language: LanguageTag("uz-Latn".into()),
        lead: "Rahmat".into(),
        themes: vec![Theme {
            id: "t1".into(),
            title: "Daraxt".into(),
            decision: Decision::InPart,
            reason: "Joy yoʻq".into(),
            comments: vec!["k1".into(), "k2".into()],
            document: Some(ChangedDocument {
                title: "Reja".into(),
                url: "https://example.gov.uz/reja.pdf".into(),
                media_type: Some("application/pdf".into()),
                bytes: Some(1),
            }),
        }],
        cited: vec![CitedComment {
            id: "k1".into(),
            author: comment().author,
            excerpt: Some("Qachon?".into()),
            language: LanguageTag("uz-Latn".into()),
            settlement: Some(Settlement { settled: true, note: Some("Rahmat".into()) }),
            can: vec![CommentAction::Settle],
        }],
        agency_numbers: AgencyNumbers { asked: 4, answered: 3, resolved: 1, median_days: Some(9) },
        can: vec![OutcomeAction::Revise],
    }
}

fn report() -> Report {
    Report {
        id: "r1".into(),
        comment_id: "k2".into(),
        consultation_id: "c1".into(),
        reason: ReportReason::SomethingElse,
        note: Some("Qoʻrqityapti".into()),
        created_at: Timestamp(1_770_000_300),
        outcome: ReviewState::Upheld,
        decided_at: Some(Timestamp(1_770_000_500)),
    }
}

/// What may stand where something else belongs. The array is one that serde does not
/// take for a struct either; an empty one it would, so nothing is changed within it.
fn odd_values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.0),
        json!(65_536),
        json!(4_294_967_296_u64),
        json!(9_223_372_036_854_775_808_u64),
        json!(""),
        json!("of a newer server"),
        json!("2026-02-05T12:00:00+05:00"),
        json!([true, true]),
        json!({}),
        json!({ "x": 1 }),
    ]
}

/// The JSON Pointer (RFC 6901) of every value in a value, the outermost first.
fn places(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, it)| (name.clone(), it)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, it)| (index.to_string(), it)).collect()
        }
        _ => Vec::new(),
    };
    let below = inner.into_iter().flat_map(|(name, value)| {
        places(value).into_iter().map(move |place| format!("/{name}{place}"))
    });
    std::iter::once(String::new()).chain(below).collect()
}

fn replace(value: &mut Value, place: &str, with: Value) {
    if let Some(value) = value.pointer_mut(place) {
        *value = with;
    }
}

fn remove(value: &mut Value, place: &str) {
    let Some((parent, name)) = place.rsplit_once('/') else { return };
    match value.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(name)),
        Some(Value::Array(items)) => {
            let index = name.parse().ok().filter(|index: &usize| *index < items.len());
            if let Some(index) = index {
                items.remove(index);
            }
        }
        _ => {}
    }
}

#[test]
fn whatever_one_thing_is_missing_or_odd_both_readers_agree() {
    for Sample { written, agree } in samples() {
        for place in places(&written) {
            let mut lacking = written.clone();
            remove(&mut lacking, &place);
            agree(&lacking);
            for odd in odd_values() {
                let mut changed = written.clone();
                replace(&mut changed, &place, odd);
                agree(&changed);
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_several_things_are_missing_or_odd_both_readers_agree(
        which in 0..samples().len(),
        changes in prop::collection::vec(
            (any::<Index>(), prop::option::of(prop::sample::select(odd_values()))),
            2..6,
        ),
    ) {
        let Sample { mut written, agree } = samples().into_iter().nth(which).unwrap();
        let places = places(&written);
        for (place, odd) in changes {
            let place = place.get(&places);
            match odd {
                Some(odd) => replace(&mut written, place, odd),
                None => remove(&mut written, place),
            }
        }
        agree(&written);
    }
}

#[test]
fn an_array_is_no_struct() {
    assert_eq!(Session::from_json(&json!([])), None);
}

#[test]
fn a_field_that_does_not_travel_is_not_read() {
    let told = json!({ "type": "rate-limited", "retry_after_seconds": 5 });
    assert_eq!(Problem::from_json(&told).unwrap().retry_after_seconds, None);
}
