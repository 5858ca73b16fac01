//! The seed files, as they are written.

use std::collections::BTreeSet;

use anyhow::{Context, ensure};
use muloqot_domain::{About, LocalizedText};
use serde::{Deserialize, de::DeserializeOwned};

const AGENCIES: &str = include_str!("../../seeds/agencies.toml");
const PEOPLE: &str = include_str!("../../seeds/people.toml");
const CONSULTATIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/consultation_seeds.rs"));

/// All of them.
pub struct Seeds {
    /// Who asks.
    pub agencies: Vec<AgencySeed>,
    /// Who can sign in.
    pub people: Vec<PersonSeed>,
    /// Who only writes.
    pub bystanders: Vec<BystanderSeed>,
    /// What is asked, with the name of its file.
    pub consultations: Vec<(&'static str, ConsultationSeed)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgenciesFile {
    agencies: Vec<AgencySeed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    people: Vec<PersonSeed>,
    bystanders: Vec<BystanderSeed>,
}

/// An agency.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencySeed {
    /// Its identifier.
    pub key: String,
    /// Its names.
    pub names: LocalizedText,
}

/// A person who can sign in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonSeed {
    /// Their identifier.
    pub key: String,
    /// Their name.
    pub name: String,
    /// `citizen` or `officer`.
    pub role: String,
    /// The agency of an officer.
    pub agency: Option<String>,
    /// Where they live.
    pub district: Option<LocalizedText>,
    /// A line about them.
    pub about: Option<LocalizedText>,
}

/// A person who only writes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BystanderSeed {
    /// Their identifier.
    pub key: String,
    /// Their name.
    pub name: String,
    /// Whether they keep it hidden.
    #[serde(default)]
    pub hidden: bool,
}

/// A consultation. Days are counted from today in Tashkent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationSeed {
    /// Its identifier.
    pub slug: String,
    /// Who asks.
    pub agency: String,
    /// What about.
    pub topic: String,
    /// The language of its texts.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What is asked.
    pub summary: String,
    /// The whole text.
    pub body: String,
    /// The same in plain words.
    pub plain_text: Option<String>,
    /// What else there is to know, as it is sent.
    pub about: Option<About>,
    /// The first day.
    pub opens_in_days: i64,
    /// The last day.
    pub closes_in_days: i64,
    /// The day of the reply.
    pub answered_in_days: Option<i64>,
    /// The day it was done.
    pub finished_in_days: Option<i64>,
    /// The reply.
    pub official_reply: Option<ReplySeed>,
    /// What became of it, published with the reply.
    pub outcome: Option<OutcomeSeed>,
    /// What was said, a comment before what replies to it.
    #[serde(default)]
    pub comments: Vec<CommentSeed>,
    /// Many more who said something.
    pub crowd: Option<CrowdSeed>,
}

/// An official reply.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplySeed {
    /// Who signed it.
    pub person: String,
    /// Its language.
    pub language: String,
    /// Its text.
    pub text: String,
}

/// An outcome.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeSeed {
    /// Its language.
    pub language: String,
    /// What became of it in a few sentences.
    pub lead: String,
    /// What people said, and what became of each.
    pub themes: Vec<ThemeSeed>,
    /// What those say whose comments it rests on.
    #[serde(default)]
    pub settlements: Vec<SettlementSeed>,
}

/// A theme of an outcome.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeSeed {
    /// Its identifier.
    pub key: String,
    /// What people said.
    pub title: String,
    /// What the agency made of it.
    pub decision: String,
    /// Why.
    pub reason: String,
    /// The comments it rests on, by their names in this file.
    pub comments: Vec<String>,
    /// What was changed.
    pub document: Option<DocumentSeed>,
}

/// A document that was changed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSeed {
    /// What it is called.
    pub title: String,
    /// Where it is read.
    pub url: String,
    /// Its media type.
    pub media_type: Option<String>,
    /// Its size.
    pub bytes: Option<u64>,
}

/// What the author of a comment says about the outcome.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementSeed {
    /// Which comment.
    pub comment: String,
    /// Whether it settles the matter.
    pub settled: bool,
    /// A word about it.
    #[serde(default)]
    pub note: String,
}

/// A comment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentSeed {
    /// Its name in this file.
    pub key: String,
    /// What it replies to.
    pub parent: Option<String>,
    /// The question it answers.
    pub question: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// The side it takes.
    pub stance: String,
    /// Its language.
    pub language: String,
    /// When it was written.
    pub hours_after_opening: f64,
    /// People who agree.
    #[serde(default)]
    pub agree: u64,
    /// People who disagree.
    #[serde(default)]
    pub disagree: u64,
    /// Whether it was changed.
    #[serde(default)]
    pub edited: bool,
    /// By what its author is known; the name when absent.
    pub shown_as: Option<String>,
    /// The files it brings along.
    #[serde(default)]
    pub attachments: Vec<AttachmentSeed>,
    /// What it said before that.
    pub was: Option<String>,
    /// What it quotes of what it replies to.
    pub quote: Option<String>,
    /// Whether it can be read; visible when absent.
    pub state: Option<String>,
    /// Why it was taken away.
    pub removal_reason: Option<String>,
    /// What it says.
    pub text: String,
}

/// A file that a comment brings along, of those in `seeds/attachments`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentSeed {
    /// Its name.
    pub file: String,
    /// What is to be seen in it.
    pub description: String,
}

/// Many comments made of parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrowdSeed {
    /// How many.
    pub count: usize,
    /// In which words.
    pub voices: Vec<VoiceSeed>,
}

/// Words of those who think alike.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoiceSeed {
    /// Their language.
    pub language: String,
    /// Their side.
    pub stance: String,
    /// How they begin.
    pub openings: Vec<String>,
    /// What they say.
    pub reasons: Vec<String>,
    /// How they end.
    pub closings: Vec<String>,
}

impl Seeds {
    /// Those the binary carries.
    ///
    /// # Errors
    /// When one cannot be read: names its file and what is wrong.
    pub fn embedded() -> anyhow::Result<Self> {
        let agencies: AgenciesFile = parse("agencies.toml", AGENCIES)?;
        let people: PeopleFile = parse("people.toml", PEOPLE)?;
        let consultations = CONSULTATIONS
            .iter()
            .map(|(file, text)| Ok((*file, parse(file, text)?)))
            .collect::<anyhow::Result<Vec<(&str, ConsultationSeed)>>>()?;
        let mut slugs = BTreeSet::new();
        for (file, consultation) in &consultations {
            let slug = consultation.slug.as_str();
            ensure!(slugs.insert(slug), "seeds/{file}: slug: {slug} is taken");
        }
        Ok(Self {
            agencies: agencies.agencies,
            people: people.people,
            bystanders: people.bystanders,
            consultations,
        })
    }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> anyhow::Result<T> {
    toml::from_str(text).with_context(|| format!("seeds/{file} cannot be read"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn whoever_can_sign_in_is_told_of_in_every_written_language() {
        for person in Seeds::embedded().unwrap().people {
            let about = BTreeMap::from(person.about.unwrap_or_default());
            let tags: Vec<&str> = about.keys().map(String::as_str).collect();
            assert_eq!(tags, ["en", "kaa-Latn", "ru", "uz-Latn"], "{}", person.key);
        }
    }
}
