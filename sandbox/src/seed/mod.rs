//! Fills an empty database with invented people and what they say.

mod attachment;
mod crowd;
mod file;
mod outcome;
mod thread;

use std::collections::BTreeMap;

use anyhow::{Context, anyhow, ensure};
use muloqot_domain::{
    Agency, AgencyId, Consultation, ConsultationCounts, ConsultationId, LanguageTag, Locale,
    LocalizedText, OfficialReply, PersonId, Role, TASHKENT_OFFSET_SECONDS, Timestamp, Topic,
    Transliteration, Unread, status_at,
};
use rusqlite::Connection;

use crate::store::{
    Store, agencies, consultations,
    people::{self, PersonRecord},
};
use file::{ConsultationSeed, Seeds};

const DAY_SECONDS: i64 = 24 * 3600;
/// The hour of the day at which agencies publish, in Tashkent.
const PUBLISHING_HOUR: i64 = 10;

/// Seeds a database that holds no consultation; says how many it then holds, `None` when it
/// held some before.
///
/// # Errors
/// When a seed cannot be understood: names its file and key.
pub fn seed_if_empty(store: &Store, now: Timestamp, seed: u64) -> anyhow::Result<Option<usize>> {
    let seeds = Seeds::embedded()?;
    store.write_now(|db| {
        if !consultations::none(db)? {
            return Ok(None);
        }
        plant(db, &seeds, now, seed)?;
        Ok(Some(seeds.consultations.len()))
    })
}

fn plant(db: &Connection, seeds: &Seeds, now: Timestamp, seed: u64) -> anyhow::Result<()> {
    let mut known = Vec::new();
    for (position, agency) in seeds.agencies.iter().enumerate() {
        let agency = Agency { id: AgencyId(agency.key.clone()), names: agency.names.clone() };
        agencies::put(db, &agency, position)?;
        known.push(agency);
    }
    for (position, person) in seeds.people.iter().enumerate() {
        let record = PersonRecord {
            id: PersonId(person.key.clone()),
            name: Some(person.name.clone()),
            role: person.role.parse().map_err(|()| {
                anyhow!("seeds/people.toml: {}: unknown role {}", person.key, person.role)
            })?,
            agency_id: person.agency.clone().map(AgencyId),
            district: person.district.clone().map(with_cyrillic),
            about: person.about.clone(),
        };
        people::put(db, &record, Some(position))
            .with_context(|| format!("seeds/people.toml: {}", person.key))?;
    }
    for person in &seeds.bystanders {
        let record = PersonRecord {
            id: PersonId(person.key.clone()),
            name: (!person.hidden).then(|| person.name.clone()),
            role: Role::Citizen,
            agency_id: None,
            district: None,
            about: None,
        };
        people::put(db, &record, None)?;
    }
    for (file, consultation) in &seeds.consultations {
        plant_consultation(db, seeds, &known, consultation, now, seed)
            .with_context(|| format!("seeds/{file}"))?;
    }
    Ok(())
}

fn plant_consultation(
    db: &Connection,
    seeds: &Seeds,
    agencies: &[Agency],
    consultation: &ConsultationSeed,
    now: Timestamp,
    seed: u64,
) -> anyhow::Result<()> {
    let kept = consultation_of(seeds, agencies, consultation, now)?;
    consultations::put(db, &kept)?;
    thread::plant(db, seeds, consultation, kept.opens_at, kept.closes_at, now, seed)?;
    consultations::count(db, kept.id.as_str())?;
    if let Some(seed_outcome) = &consultation.outcome {
        let answered_at = kept.answered_at.context("outcome: without answered_in_days")?;
        outcome::plant(db, consultation, seed_outcome, answered_at, seed).context("outcome")?;
    }
    Ok(())
}

fn consultation_of(
    seeds: &Seeds,
    agencies: &[Agency],
    seed: &ConsultationSeed,
    now: Timestamp,
) -> anyhow::Result<Consultation> {
    let agency = agencies
        .iter()
        .find(|agency| agency.id.as_str() == seed.agency)
        .with_context(|| format!("agency: no agency {}", seed.agency))?;
    let topic: Topic =
        seed.topic.parse().map_err(|()| anyhow!("topic: unknown value {}", seed.topic))?;
    let language = LanguageTag(seed.language.clone());
    ensure!(language.is_well_formed(), "language: {} is no language", seed.language);
    let opens_at = midnight(now, seed.opens_in_days);
    // Open through the whole of its last day.
    let closes_at = midnight(now, seed.closes_in_days + 1);
    let asked = seed.about.iter().flat_map(|about| &about.questions);
    let mut ids = asked.map(|question| question.id.as_str());
    ensure!(ids.all(|id| !id.is_empty() && id != "*"), "about.questions: an id stands for all");
    ensure!(closes_at > opens_at, "closes_in_days: it closes before it opens");
    let published = |days: i64| Timestamp(midnight(now, days).0 + PUBLISHING_HOUR * 3600);
    // What was published today was so before this moment.
    let published = |days: i64| if days <= 0 { published(days).min(now) } else { published(days) };
    let answered_at = seed.answered_in_days.map(published);
    let official_reply = match (&seed.official_reply, answered_at) {
        (Some(reply), Some(published_at)) => Some(OfficialReply {
            text: reply.text.trim().to_owned(),
            language: LanguageTag(reply.language.clone()),
            author_name: seeds
                .people
                .iter()
                .find(|person| person.key == reply.person)
                .with_context(|| format!("official_reply.person: nobody is {}", reply.person))?
                .name
                .clone(),
            published_at,
        }),
        (None, None) => None,
        _ => return Err(anyhow!("official_reply and answered_in_days: one without the other")),
    };
    let mut consultation = Consultation {
        id: ConsultationId(seed.slug.clone()),
        agency: agency.clone(),
        topic,
        language,
        title: seed.title.trim().to_owned(),
        summary: seed.summary.trim().to_owned(),
        body: Some(seed.body.trim().to_owned()),
        plain_text: seed.plain_text.as_deref().map(trimmed),
        about: seed.about.as_ref().map(serde_json::to_value).transpose()?.map(Unread::from),
        status: muloqot_domain::Status::Other,
        opens_at,
        closes_at,
        answered_at,
        done_at: seed.finished_in_days.map(published),
        counts: ConsultationCounts::default(),
        general_counts: None,
        official_reply,
        has_outcome: false,
        can: Vec::new(),
    };
    let schedule = muloqot_domain::Schedule {
        opens_at,
        closes_at,
        answered_at,
        done_at: consultation.done_at,
    };
    consultation.status = status_at(&schedule, now);
    Ok(consultation)
}

/// The same with the name in Uzbek Cyrillic, which is not written out.
fn with_cyrillic(names: LocalizedText) -> LocalizedText {
    let mut names = BTreeMap::from(names);
    if let Some(latin) = names.get(Locale::UzLatn.tag()) {
        let cyrillic = Transliteration::UzbekToCyrillic.apply(latin);
        names.entry(Locale::UzCyrl.tag().to_owned()).or_insert(cyrillic);
    }
    names.into()
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// Midnight in Tashkent at the start of the day that many days after today.
fn midnight(now: Timestamp, days: i64) -> Timestamp {
    let today = now.tashkent_date().epoch_days();
    Timestamp((today + days) * DAY_SECONDS - TASHKENT_OFFSET_SECONDS)
}
