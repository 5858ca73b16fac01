//! A Polis export (`summary.csv`, `comments.csv`) as a consultation.
//!
//! Each statement becomes a top comment of an author who keeps their name hidden. Votes
//! become agreement. Polis knows no sides, so the stance is neutral.

mod export;

use std::fmt;

use muloqot_domain::{
    Agency, AgencyId, CommentState, Consultation, ConsultationCounts, ConsultationId, LanguageTag,
    LocalizedText, PersonId, RemovalReason, Role, ShownAs, Stance, Status, TASHKENT_OFFSET_SECONDS,
    Timestamp, Topic, similarity_key,
};
use rusqlite::{Connection, OptionalExtension, params};

use super::language_guess;
use crate::{
    random,
    store::{
        Store, agencies,
        comments::{self, CommentToKeep},
        consultations,
        people::{self, PersonRecord},
    },
};
use export::Statement;
pub use export::{BadRow, PolisExport};

const AGENCY: &str = "imported-data";
const AGENCY_NAMES: [(&str, &str); 5] = [
    ("uz-Latn", "Tashqi manbadan olingan maʼlumotlar"),
    ("uz-Cyrl", "Ташқи манбадан олинган маълумотлар"),
    ("kaa-Latn", "Sırtqı derekten alınǵan maǵlıwmatlar"),
    ("ru", "Данные из внешнего источника"),
    ("en", "Imported data"),
];
/// After all agencies that were seeded.
const AGENCY_POSITION: usize = 1_000;
const DAY_SECONDS: i64 = 24 * 3600;

/// What an export does not say.
#[derive(Clone, Debug)]
pub struct PolisOptions {
    /// The language of its texts; guessed when absent.
    pub language: Option<LanguageTag>,
    /// What it is about.
    pub topic: Topic,
}

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// The consultation it went into.
    pub consultation_id: ConsultationId,
    /// The language of its texts.
    pub language: LanguageTag,
    /// Comments that are new.
    pub imported: usize,
    /// Comments that were there.
    pub updated: usize,
    /// Rows that could not be read.
    pub skipped: Vec<BadRow>,
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { consultation_id, language, imported, updated, skipped } = self;
        let skipped = skipped.len();
        write!(
            f,
            "consultation {consultation_id} ({}): {imported} imported, \
             {updated} updated, {skipped} skipped",
            language.as_str(),
        )
    }
}

/// Imports an export: all of it or, when the database cannot be written, nothing.
///
/// # Errors
/// When the database cannot be written.
pub fn import_polis(
    store: &Store,
    export: PolisExport,
    options: &PolisOptions,
) -> anyhow::Result<Imported> {
    let texts = || export.statements.iter().map(|statement| statement.text.as_str());
    let language = options
        .language
        .clone()
        .unwrap_or_else(|| LanguageTag(language_guess::guess(texts()).to_owned()));
    let consultation = consultation(&export, language.clone(), options.topic);
    let id = consultation.id.clone();
    let (imported, updated) = store.write_now(|db| {
        agencies::put(db, &consultation.agency, AGENCY_POSITION)?;
        consultations::put(db, &consultation)?;
        let mut counts = (0, 0);
        for statement in &export.statements {
            if update(db, &id, &language, statement)? {
                counts.1 += 1;
            } else {
                insert(db, &id, &language, statement)?;
                counts.0 += 1;
            }
        }
        consultations::count(db, id.as_str())?;
        anyhow::Ok(counts)
    })?;
    Ok(Imported { consultation_id: id, language, imported, updated, skipped: export.bad_rows })
}

fn consultation(export: &PolisExport, language: LanguageTag, topic: Topic) -> Consultation {
    let times = || export.statements.iter().map(|statement| statement.created_at);
    let first = times().min().unwrap_or_default();
    let last = times().max().unwrap_or_default();
    let midnight = |days| Timestamp(days * DAY_SECONDS - TASHKENT_OFFSET_SECONDS);
    let names: LocalizedText =
        AGENCY_NAMES.iter().map(|(tag, name)| ((*tag).into(), (*name).into())).collect();
    let body = export.description.clone();
    let summary = body.as_deref().and_then(|body| body.split("\n\n").next());
    Consultation {
        id: ConsultationId(format!("polis-{}", export.key)),
        agency: Agency { id: AgencyId::from(AGENCY), names },
        topic,
        language,
        title: export.title.clone(),
        summary: summary.unwrap_or(&export.title).to_owned(),
        body,
        plain_text: None,
        about: None,
        status: Status::Other,
        opens_at: midnight(first.tashkent_date().epoch_days()),
        closes_at: midnight(last.tashkent_date().epoch_days() + 1),
        answered_at: None,
        done_at: None,
        counts: ConsultationCounts::default(),
        general_counts: None,
        official_reply: None,
        has_outcome: false,
        can: Vec::new(),
    }
}

fn state_of(statement: &Statement) -> (CommentState, Option<RemovalReason>) {
    if statement.is_rejected {
        // Polis does not say why; off the topic is what its moderators are asked to judge.
        (CommentState::Removed, Some(RemovalReason::OffTopic))
    } else {
        (CommentState::Visible, None)
    }
}

/// Brings a comment up to date; whether there was one.
fn update(
    db: &Connection,
    consultation_id: &ConsultationId,
    language: &LanguageTag,
    statement: &Statement,
) -> rusqlite::Result<bool> {
    let (state, reason) = state_of(statement);
    let id: Option<String> = db
        .prepare_cached("SELECT id FROM comment WHERE consultation_id = ?1 AND external_key = ?2")?
        .query_row(params![consultation_id.as_str(), statement.id.to_string()], |row| row.get(0))
        .optional()?;
    let Some(id) = id else { return Ok(false) };
    db.prepare_cached(
        "UPDATE comment SET text = ?2, language = ?3, created_at = ?4, state = ?5,
             removal_reason = ?6, agree = ?7, disagree = ?8, stems = ?9 WHERE id = ?1",
    )?
    .execute(params![
        id,
        statement.text,
        language.as_str(),
        statement.created_at.0,
        state.as_str(),
        reason.map(RemovalReason::as_str),
        statement.agrees,
        statement.disagrees,
        similarity_key(&statement.text),
    ])?;
    Ok(true)
}

fn insert(
    db: &Connection,
    consultation_id: &ConsultationId,
    language: &LanguageTag,
    statement: &Statement,
) -> rusqlite::Result<()> {
    let author = PersonRecord {
        id: PersonId(format!("{consultation_id}-{}", statement.author)),
        name: None,
        role: Role::Citizen,
        agency_id: None,
        district: None,
        about: None,
    };
    people::put(db, &author, None)?;
    let (state, removal_reason) = state_of(statement);
    let key = statement.id.to_string();
    comments::insert(
        db,
        &CommentToKeep {
            id: &random::id_of(&[consultation_id.as_str(), &key]),
            consultation_id: consultation_id.as_str(),
            parent: None,
            question_id: None,
            author_id: author.id.as_str(),
            stance: Stance::Neutral,
            text: &statement.text,
            language: language.as_str(),
            created_at: statement.created_at,
            edited_at: None,
            state,
            removal_reason,
            agree: statement.agrees,
            disagree: statement.disagrees,
            external_key: Some(&key),
            shown_as: ShownAs::Name,
        },
    )?;
    Ok(())
}
