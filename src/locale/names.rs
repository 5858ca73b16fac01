//! The words for what the domain names: statuses, topics, stances, problems.

use muloqot_domain::{
    Author, Comment, CommentSort, CommentState, ConsultationSort, DatePart, DateRefusal, Decision,
    FieldCode, FieldError, Problem, ProblemCode, RemovalReason, Stance, Status, TextRefusal,
    TimeAgo, TimeLeft, Timestamp, Topic, time_ago,
};

use super::{Message, Value, m};

/// Where a consultation stands.
#[must_use]
pub fn status_name(status: Status) -> Message {
    match status {
        Status::Announced => m::status_announced(),
        Status::Open => m::status_open(),
        Status::UnderReview => m::status_under_review(),
        Status::Answered => m::status_answered(),
        Status::Done => m::status_done(),
        Status::Other => m::status_other(),
    }
}

/// What a consultation is about.
#[must_use]
pub fn topic_name(topic: Topic) -> Message {
    match topic {
        Topic::Education => m::topic_education(),
        Topic::Health => m::topic_health(),
        Topic::Transport => m::topic_transport(),
        Topic::Environment => m::topic_environment(),
        Topic::Economy => m::topic_economy(),
        Topic::Housing => m::topic_housing(),
        Topic::Digital => m::topic_digital(),
        Topic::Justice => m::topic_justice(),
        Topic::Culture => m::topic_culture(),
        Topic::Social => m::topic_social(),
        Topic::Other => m::topic_other(),
    }
}

/// The side a comment takes.
#[must_use]
pub fn stance_name(stance: Stance) -> Message {
    match stance {
        Stance::For => m::stance_for(),
        Stance::Against => m::stance_against(),
        Stance::Neutral => m::stance_neutral(),
        Stance::Question => m::stance_question(),
        Stance::Other => m::stance_other(),
    }
}

/// What an agency made of what people said.
#[must_use]
pub fn decision_name(decision: Decision) -> Message {
    match decision {
        Decision::TakenUp => m::decision_taken_up(),
        Decision::InPart => m::decision_in_part(),
        Decision::NotTaken => m::decision_not_taken(),
        Decision::Later => m::decision_later(),
        Decision::Other => m::decision_other(),
    }
}

/// How long a consultation still takes comments.
#[must_use]
pub fn time_left_words(left: TimeLeft) -> Message {
    match left {
        TimeLeft::OpensInDays(0) => m::time_opens_today(),
        TimeLeft::OpensInDays(days) => m::time_opens_in(days),
        TimeLeft::LastDay => m::time_last_day(),
        TimeLeft::Days(days) => m::time_days_left(days),
        TimeLeft::Over => m::time_over(),
    }
}

/// The order of a list of consultations.
#[must_use]
pub fn consultation_sort_name(sort: ConsultationSort) -> Message {
    match sort {
        ConsultationSort::ClosingSoon | ConsultationSort::Other => m::sort_closing_soon(),
        ConsultationSort::Newest => m::sort_newest(),
        ConsultationSort::MostDiscussed => m::sort_most_discussed(),
        ConsultationSort::RecentlyAnswered => m::sort_recently_answered(),
    }
}

/// The order of a thread.
#[must_use]
pub fn comment_sort_name(sort: CommentSort) -> Message {
    match sort {
        CommentSort::Fair | CommentSort::Other => m::sort_fair(),
        CommentSort::MostSupported => m::sort_most_supported(),
        CommentSort::MostDiscussed => m::sort_most_discussed(),
        CommentSort::Newest => m::sort_newest(),
        CommentSort::Oldest => m::sort_oldest(),
    }
}

/// The name of a month, 1 to 12, as it stands in a date.
#[must_use]
pub fn month_name(month: u8) -> Message {
    match month {
        1 => m::month_1(),
        2 => m::month_2(),
        3 => m::month_3(),
        4 => m::month_4(),
        5 => m::month_5(),
        6 => m::month_6(),
        7 => m::month_7(),
        8 => m::month_8(),
        9 => m::month_9(),
        10 => m::month_10(),
        11 => m::month_11(),
        _ => m::month_12(),
    }
}

/// The hour and minute in Tashkent, `14:05`.
#[must_use]
pub fn clock_time(at: Timestamp) -> String {
    let (hour, minute) = at.tashkent_time();
    format!("{hour:02}:{minute:02}")
}

/// A day and the hour, in Tashkent.
#[must_use]
pub fn moment(at: Timestamp) -> Message {
    m::date_and_time(at, clock_time(at))
}

/// How long ago something was, with the hour, which stays true on a page that is left open;
/// beyond a week, the day and the hour.
#[must_use]
pub fn time_ago_words(at: Timestamp, now: Timestamp) -> Message {
    let ago = match time_ago(at, now) {
        TimeAgo::Now => m::ago_now(),
        TimeAgo::Minutes(minutes) => m::ago_minutes(minutes),
        TimeAgo::Hours(hours) => m::ago_hours(hours),
        TimeAgo::Yesterday => m::ago_yesterday(),
        TimeAgo::Days(days) => m::ago_days(days),
        TimeAgo::LongAgo => return moment(at),
    };
    m::date_and_time(ago, clock_time(at))
}

/// How long something takes, in the greatest unit that it fills, rounded up: what is promised
/// must hold.
#[must_use]
pub fn duration_words(seconds: i64) -> Message {
    match seconds {
        ..3_541 => m::lasts_minutes(seconds.div_euclid(60) + i64::from(seconds % 60 > 0)),
        3_541..82_801 => m::lasts_hours(seconds.div_euclid(3_600) + i64::from(seconds % 3_600 > 0)),
        _ => m::lasts_days(seconds.div_euclid(86_400) + i64::from(seconds % 86_400 > 0)),
    }
}

/// What stands in the place of a comment that cannot be read.
#[must_use]
pub fn tombstone_words(comment: &Comment) -> Message {
    match (comment.state, comment.removal_reason) {
        (CommentState::Withdrawn, _) => m::tombstone_withdrawn(),
        (CommentState::Held, _) => m::tombstone_held(),
        (_, Some(RemovalReason::Insult)) => m::tombstone_removed_insult(),
        (_, Some(RemovalReason::PersonalData)) => m::tombstone_removed_personal_data(),
        (_, Some(RemovalReason::Spam)) => m::tombstone_removed_spam(),
        (_, Some(RemovalReason::OffTopic)) => m::tombstone_removed_off_topic(),
        (_, Some(RemovalReason::Advertising)) => m::tombstone_removed_advertising(),
        (_, Some(RemovalReason::Other) | None) => m::tombstone_removed(),
    }
}

/// Why a text cannot be sent.
#[must_use]
pub fn text_refusal_words(refusal: TextRefusal) -> Message {
    match refusal {
        TextRefusal::Empty => m::text_empty(),
        TextRefusal::TooLong { over } => m::text_too_long(over as u64),
        TextRefusal::TooHeavy => m::text_too_heavy(),
        TextRefusal::ControlCharacter => m::text_control_character(),
    }
}

/// The same as a platform tells it of a field.
#[must_use]
pub fn text_error_words(error: &FieldError) -> Message {
    let over = error.params.get("over").and_then(|over| usize::try_from(over).ok());
    text_refusal_words(match error.code {
        FieldCode::Empty => TextRefusal::Empty,
        FieldCode::TooLong => TextRefusal::TooLong { over: over.unwrap_or(1) },
        FieldCode::TooHeavy => TextRefusal::TooHeavy,
        FieldCode::ControlCharacter => TextRefusal::ControlCharacter,
        // A newer server knows reasons that this app does not.
        _ => return m::text_refused(),
    })
}

/// By what the author of a comment is shown: their name, else the district they live in.
#[must_use]
pub fn author_name(author: Author) -> Value {
    match (author.name, author.district) {
        (Some(name), _) => name.into(),
        (None, Some(district)) => m::author_of_district(district).into(),
        (None, None) => m::author_hidden().into(),
    }
}

/// Whose a comment is.
#[must_use]
pub fn author_words(author: Author) -> Message {
    match author.is_reader {
        true => m::author_you(author_name(author)),
        false => m::verbatim(author_name(author)),
    }
}

/// Why what was typed is no date.
#[must_use]
pub fn date_refusal_words(refusal: DateRefusal) -> Message {
    match refusal {
        DateRefusal::Empty => m::date_empty(),
        DateRefusal::Wrong(DatePart::Day) => m::date_day_wrong(),
        DateRefusal::Wrong(DatePart::Month) => m::date_month_wrong(),
        DateRefusal::Wrong(DatePart::Year) => m::date_year_wrong(),
        DateRefusal::NoSuchDay => m::date_no_such_day(),
    }
}

/// What went wrong and what to do next. A server's own prose is never shown: it is in one
/// language and written for developers.
#[must_use]
pub fn problem_words(problem: &Problem) -> Message {
    match (problem.code, problem.retry_after_seconds) {
        (ProblemCode::NotSignedIn, _) => m::problem_not_signed_in(),
        (ProblemCode::NotAllowed, _) => m::problem_not_allowed(),
        (ProblemCode::Closed, _) => m::problem_closed(),
        (ProblemCode::NotFound, _) => m::problem_not_found(),
        (ProblemCode::Gone, _) => m::problem_gone(),
        (ProblemCode::Validation, _) => m::problem_validation(),
        (ProblemCode::Conflict, _) => m::problem_conflict(),
        (ProblemCode::RateLimited, Some(seconds)) => {
            m::problem_rate_limited_for(i64::from(seconds))
        }
        (ProblemCode::RateLimited, None) => m::problem_rate_limited(),
        (ProblemCode::Unavailable, _) => m::problem_unavailable(),
        (ProblemCode::Offline, _) => m::problem_offline(),
        (ProblemCode::TimedOut, _) => m::problem_timed_out(),
        (ProblemCode::Unreadable, _) => m::problem_unreadable(),
        (ProblemCode::PartMissing, _) => m::problem_part_missing(),
        (ProblemCode::OtherPerson, _) => m::problem_other_person(),
        (ProblemCode::Other, _) => m::problem_other(),
    }
}
