//! Consultations as they are kept.

use muloqot_domain::{
    AgencyId, CommentState, Consultation, ConsultationCounts, ConsultationId, LanguageTag,
    OfficialReply, Schedule, SearchKey, Stance, StanceCounts, Timestamp, Topic, status_at,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{agencies, known, questions};

/// Keeps a consultation, in the place of one with its identifier. Its counts are not
/// taken from it: [`count`] makes them.
pub fn put(db: &Connection, consultation: &Consultation) -> rusqlite::Result<()> {
    let words = searched_words(consultation);
    let reply = consultation.official_reply.as_ref();
    db.prepare_cached(
        "INSERT INTO consultation (id, agency_id, topic, language, title, summary, body,
             opens_at, closes_at, answered_at, done_at, reply_text, reply_language,
             reply_author_name, search_exact, search_bare, plain_text, about)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         ON CONFLICT (id) DO UPDATE SET agency_id = excluded.agency_id,
             topic = excluded.topic, language = excluded.language, title = excluded.title,
             summary = excluded.summary, body = excluded.body, opens_at = excluded.opens_at,
             closes_at = excluded.closes_at, search_exact = excluded.search_exact,
             search_bare = excluded.search_bare, plain_text = excluded.plain_text,
             about = excluded.about",
    )?
    .execute(params![
        consultation.id.as_str(),
        consultation.agency.id.as_str(),
        consultation.topic.as_str(),
        consultation.language.as_str(),
        consultation.title,
        consultation.summary,
        consultation.body.as_deref().unwrap_or_default(),
        consultation.opens_at.0,
        consultation.closes_at.0,
        consultation.answered_at.map(|at| at.0),
        consultation.done_at.map(|at| at.0),
        reply.map(|reply| &reply.text),
        reply.map(|reply| reply.language.as_str()),
        reply.map(|reply| &reply.author_name),
        words.exact,
        words.bare,
        consultation.plain_text,
        consultation.about.as_ref().map(|about| about.json().to_string()),
    ])?;
    Ok(())
}

/// The words a search looks in: title, summary, body and the agency's names.
fn searched_words(consultation: &Consultation) -> SearchKey {
    let names = consultation.agency.names.texts();
    let mut words: Vec<&str> = vec![&consultation.title, &consultation.summary];
    words.extend(consultation.body.as_deref());
    words.extend(consultation.plain_text.as_deref());
    words.extend(names);
    SearchKey::of(&words.join("\n"))
}

/// Writes the words that are searched in anew: a newer version may fold them otherwise.
pub fn index_again(db: &mut Connection) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    for Listed { id, .. } in listed(&transaction, false)? {
        // What time it is decides about the status alone, in which nobody searches.
        if let Some(consultation) = get(&transaction, id.as_str(), Timestamp::default())? {
            let words = searched_words(&consultation);
            transaction
                .prepare_cached(
                    "UPDATE consultation SET search_exact = ?2, search_bare = ?3
                     WHERE id = ?1 AND (search_exact, search_bare) IS NOT (?2, ?3)",
                )?
                .execute(params![id.as_str(), words.exact, words.bare])?;
        }
    }
    transaction.commit()
}

/// Counts a consultation's comments anew.
pub fn count(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE consultation SET top_comments = now.top_comments, comments = now.comments,
             participants = now.participants, stance_for = now.stance_for,
             stance_against = now.stance_against, stance_neutral = now.stance_neutral,
             stance_question = now.stance_question
         FROM (
             SELECT COUNT(*) FILTER (WHERE depth = 0 AND question_id IS NULL) AS top_comments,
                 COUNT(*) FILTER (WHERE state = ?2) AS comments,
                 COUNT(DISTINCT author_id) FILTER (WHERE state = ?2) AS participants,
                 COUNT(*) FILTER (WHERE state = ?2 AND stance = ?3) AS stance_for,
                 COUNT(*) FILTER (WHERE state = ?2 AND stance = ?4) AS stance_against,
                 COUNT(*) FILTER (WHERE state = ?2 AND stance = ?5) AS stance_neutral,
                 COUNT(*) FILTER (WHERE state = ?2 AND stance = ?6) AS stance_question
             FROM comment WHERE consultation_id = ?1
         ) AS now
         WHERE consultation.id = ?1",
    )?
    .execute(params![
        id,
        CommentState::Visible.as_str(),
        Stance::For.as_str(),
        Stance::Against.as_str(),
        Stance::Neutral.as_str(),
        Stance::Question.as_str(),
    ])?;
    questions::count(db, id)
}

/// Whether there are none.
pub fn none(db: &Connection) -> rusqlite::Result<bool> {
    Ok(!db.prepare("SELECT 1 FROM consultation")?.exists([])?)
}

/// What a list is filtered and sorted by.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Which.
    pub id: ConsultationId,
    /// Who asks.
    pub agency_id: AgencyId,
    /// What about.
    pub topic: Topic,
    /// When.
    pub schedule: Schedule,
    /// How many visible comments it has.
    pub comments: i64,
    /// Its words, when they were asked for.
    pub words: Option<SearchKey>,
}

/// All consultations as a list sees them.
pub fn listed(db: &Connection, with_words: bool) -> rusqlite::Result<Vec<Listed>> {
    db.prepare_cached(
        "SELECT id, agency_id, topic, opens_at, closes_at, answered_at, done_at, comments,
             CASE WHEN ?1 THEN search_exact END, CASE WHEN ?1 THEN search_bare END
         FROM consultation",
    )?
    .query_map([with_words], |row| {
        let exact: Option<String> = row.get(8)?;
        let bare: Option<String> = row.get(9)?;
        Ok(Listed {
            id: ConsultationId(row.get(0)?),
            agency_id: AgencyId(row.get(1)?),
            topic: known(row, 2)?,
            schedule: schedule(row, 3)?,
            comments: row.get(7)?,
            words: exact.zip(bare).map(|(exact, bare)| SearchKey { exact, bare }),
        })
    })?
    .collect()
}

/// The whole consultation as it stands at a moment, without what the reader may do.
pub fn get(db: &Connection, id: &str, now: Timestamp) -> rusqlite::Result<Option<Consultation>> {
    db.prepare_cached(
        "SELECT c.id, c.agency_id, agency.names, c.topic, c.language, c.title, c.summary,
             c.body, c.opens_at, c.closes_at, c.answered_at, c.done_at, c.comments,
             c.participants, c.stance_for, c.stance_against, c.stance_neutral,
             c.stance_question, c.reply_text, c.reply_language, c.reply_author_name,
             EXISTS (SELECT 1 FROM outcome WHERE outcome.consultation_id = c.id),
             c.plain_text, c.about
         FROM consultation AS c JOIN agency ON agency.id = c.agency_id WHERE c.id = ?1",
    )?
    .query_row([id], |row| from_row(row, now))
    .optional()?
    .map(|mut consultation| {
        questions::tell(db, &mut consultation)?;
        Ok(consultation)
    })
    .transpose()
}

fn from_row(row: &Row<'_>, now: Timestamp) -> rusqlite::Result<Consultation> {
    let schedule = schedule(row, 8)?;
    let body: String = row.get(7)?;
    let answered_at = schedule.answered_at.filter(|at| *at <= now);
    let reply_text: Option<String> = row.get(18)?;
    let official_reply = match answered_at.zip(reply_text) {
        Some((published_at, text)) => Some(OfficialReply {
            text,
            language: LanguageTag(row.get(19)?),
            author_name: row.get(20)?,
            published_at,
        }),
        None => None,
    };
    Ok(Consultation {
        id: ConsultationId(row.get(0)?),
        agency: agencies::from_row(row, 1)?,
        topic: known(row, 3)?,
        language: LanguageTag(row.get(4)?),
        title: row.get(5)?,
        summary: row.get(6)?,
        body: (!body.is_empty()).then_some(body),
        plain_text: row.get(22)?,
        about: row.get::<_, Option<String>>(23)?.and_then(|json| serde_json::from_str(&json).ok()),
        status: status_at(&schedule, now),
        opens_at: schedule.opens_at,
        closes_at: schedule.closes_at,
        answered_at,
        done_at: schedule.done_at.filter(|at| *at <= now),
        counts: ConsultationCounts {
            comments: row.get(12)?,
            participants: row.get(13)?,
            by_stance: StanceCounts {
                in_favour: row.get(14)?,
                against: row.get(15)?,
                neutral: row.get(16)?,
                question: row.get(17)?,
            },
        },
        general_counts: None,
        official_reply,
        has_outcome: row.get(21)?,
        can: Vec::new(),
    })
}

/// What of a consultation its thread needs.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Who asks.
    pub agency_id: AgencyId,
    /// When.
    pub schedule: Schedule,
    /// How many comments stand at the top of the thread.
    pub top_comments: u64,
    /// Whether it has an outcome.
    pub has_outcome: bool,
}

/// What of a consultation its thread needs.
pub fn ground(db: &Connection, id: &str) -> rusqlite::Result<Option<Ground>> {
    db.prepare_cached(
        "SELECT agency_id, opens_at, closes_at, answered_at, done_at, top_comments,
             EXISTS (SELECT 1 FROM outcome WHERE consultation_id = consultation.id)
         FROM consultation WHERE id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Ground {
            agency_id: AgencyId(row.get(0)?),
            schedule: schedule(row, 1)?,
            top_comments: row.get(5)?,
            has_outcome: row.get(6)?,
        })
    })
    .optional()
}

/// Reads a schedule from four columns of a row.
pub fn schedule(row: &Row<'_>, first: usize) -> rusqlite::Result<Schedule> {
    Ok(Schedule {
        opens_at: Timestamp(row.get(first)?),
        closes_at: Timestamp(row.get(first + 1)?),
        answered_at: row.get::<_, Option<i64>>(first + 2)?.map(Timestamp),
        done_at: row.get::<_, Option<i64>>(first + 3)?.map(Timestamp),
    })
}
