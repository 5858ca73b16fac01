//! The comments of a seeded consultation: those that are written out, and the crowd's.

use std::collections::HashMap;

use anyhow::{Context, anyhow, ensure};
use muloqot_domain::{
    CommentState, EDIT_WINDOW_SECONDS, LanguageTag, RemovalReason, Role, ShownAs, Stance,
    Timestamp, accept_comment_text, accept_quote, graphemes,
};
use rusqlite::Connection;

use super::{
    attachment, crowd,
    file::{AttachmentSeed, CommentSeed, ConsultationSeed, Seeds},
};
use crate::{
    random::{self, Repeatable},
    store::{
        comments::{self, CommentToKeep, Position},
        quotes,
    },
};

/// How deep the crowd replies; the comments that are written out go deeper.
const CROWD_DEPTH_MAX: u32 = 2;

/// A comment that waits for its turn.
struct Waiting<'a> {
    key: String,
    parent: Option<String>,
    question: Option<&'a str>,
    author: &'a str,
    stance: Stance,
    text: String,
    language: &'a str,
    created_at: Timestamp,
    is_edited: bool,
    was: Option<String>,
    quote: Option<&'a str>,
    state: CommentState,
    removal_reason: Option<RemovalReason>,
    shown_as: ShownAs,
    attachments: &'a [AttachmentSeed],
    agree: u64,
    disagree: u64,
    depth: u32,
}

/// Keeps the comments of a consultation, the oldest first.
pub fn plant(
    db: &Connection,
    seeds: &Seeds,
    seed: &ConsultationSeed,
    opens_at: Timestamp,
    closes_at: Timestamp,
    now: Timestamp,
    randomness: u64,
) -> anyhow::Result<()> {
    // Nobody finds a comment that seeding made open to change.
    let latest = Timestamp(closes_at.0.min(now.0 - EDIT_WINDOW_SECONDS) - 1).max(opens_at);
    let mut waiting: Vec<Waiting<'_>> = Vec::new();
    for comment in &seed.comments {
        let written = written_out(seeds, seed, &waiting, comment, opens_at, latest);
        waiting.push(written.with_context(|| format!("comments.{}", comment.key))?);
    }
    if seed.crowd.is_some() {
        ensure!(opens_at < now, "crowd: nobody speaks before it opens");
        add_crowd(seeds, seed, &mut waiting, opens_at, latest, randomness)?;
    }
    waiting.sort_by_key(|comment| (comment.created_at, comment.depth));
    let mut places: HashMap<String, Position> = HashMap::new();
    for comment in &waiting {
        let parent = match &comment.parent {
            Some(key) => Some(places.get(key).with_context(|| {
                format!("comments.{}: parent: {key} is written later", comment.key)
            })?),
            None => None,
        };
        let id = random::id_of(&[&randomness.to_string(), &seed.slug, &comment.key]);
        let place = comments::insert(
            db,
            &CommentToKeep {
                id: &id,
                consultation_id: &seed.slug,
                parent,
                question_id: comment.question,
                author_id: comment.author,
                stance: comment.stance,
                text: comment.was.as_ref().unwrap_or(&comment.text),
                language: comment.language,
                shown_as: comment.shown_as,
                created_at: comment.created_at,
                edited_at: comment.is_edited.then(|| edited_at(comment)),
                state: comment.state,
                removal_reason: comment.removal_reason,
                agree: comment.agree,
                disagree: comment.disagree,
                external_key: None,
            },
        )?;
        attachment::plant(db, &id, comment.author, comment.attachments, comment.created_at)
            .with_context(|| format!("comments.{}: attachments", comment.key))?;
        if comment.was.is_some() {
            comments::edit(db, &id, comment.stance, &comment.text, None, edited_at(comment))?;
        }
        if let Some(quoted) = comment.quote {
            let parent = waiting.iter().find(|other| Some(&other.key) == comment.parent.as_ref());
            let parent = parent.with_context(|| format!("comments.{}: quote", comment.key))?;
            let passage = accept_quote(&parent.text, quoted, graphemes)
                .map_err(|refusal| anyhow!("comments.{}: quote: {refusal:?}", comment.key))?;
            quotes::keep(db, &id, passage, &LanguageTag(parent.language.to_owned()))?;
        }
        places.insert(comment.key.clone(), place);
    }
    Ok(())
}

/// When a comment was changed that was.
fn edited_at(comment: &Waiting<'_>) -> Timestamp {
    Timestamp(comment.created_at.0 + 300)
}

/// Whether a consultation asks that question.
fn asks(asked: &ConsultationSeed, id: &str) -> bool {
    let questions = asked.about.iter().flat_map(|about| &about.questions);
    questions.into_iter().any(|question| question.id.as_str() == id)
}

fn written_out<'a>(
    seeds: &'a Seeds,
    asked: &ConsultationSeed,
    before: &[Waiting<'a>],
    seed: &'a CommentSeed,
    opens_at: Timestamp,
    latest: Timestamp,
) -> anyhow::Result<Waiting<'a>> {
    let parent = match &seed.parent {
        Some(key) => Some(
            before
                .iter()
                .find(|comment| comment.key == *key)
                .with_context(|| format!("parent: no comment {key} before it"))?,
        ),
        None => None,
    };
    ensure!(before.iter().all(|comment| comment.key != seed.key), "key: it is taken");
    let is_known = seeds.people.iter().any(|person| person.key == seed.author)
        || seeds.bystanders.iter().any(|person| person.key == seed.author);
    ensure!(is_known, "author: nobody is {}", seed.author);
    let state = match &seed.state {
        None => CommentState::Visible,
        Some(state) => state.parse().map_err(|()| anyhow!("state: unknown value {state}"))?,
    };
    let removal_reason = match &seed.removal_reason {
        None => None,
        Some(reason) => {
            Some(reason.parse().map_err(|()| anyhow!("removal_reason: unknown value {reason}"))?)
        }
    };
    let question = match (parent, &seed.question) {
        (Some(parent), None) => parent.question,
        (None, question) => question.as_deref(),
        (Some(_), Some(_)) => return Err(anyhow!("question: a reply belongs to its parent's")),
    };
    ensure!(question.is_none_or(|id| asks(asked, id)), "question: it is not asked",);
    ensure!(seed.edited || seed.was.is_none(), "was: it belongs to a comment that was edited");
    ensure!(seed.parent.is_some() || seed.quote.is_none(), "quote: it belongs to a reply");
    ensure!(
        (state == CommentState::Removed) == removal_reason.is_some(),
        "removal_reason: it belongs to a removed comment, and only to one"
    );
    let seconds = (seed.hours_after_opening * 3600.0) as i64;
    let written = Timestamp(opens_at.0 + seconds).clamp(opens_at, latest);
    Ok(Waiting {
        key: seed.key.clone(),
        parent: seed.parent.clone(),
        question,
        author: &seed.author,
        stance: stance(&seed.stance)?,
        text: text(&seed.text)?,
        language: language(&seed.language)?,
        created_at: parent.map_or(written, |parent| written.max(parent.created_at)),
        is_edited: seed.edited,
        was: seed.was.as_deref().map(text).transpose().context("was")?,
        quote: seed.quote.as_deref(),
        state,
        removal_reason,
        shown_as: shown_as(seeds, seed)?,
        attachments: &seed.attachments,
        agree: seed.agree,
        disagree: seed.disagree,
        depth: parent.map_or(0, |parent| parent.depth + 1),
    })
}

fn add_crowd<'a>(
    seeds: &'a Seeds,
    seed: &'a ConsultationSeed,
    waiting: &mut Vec<Waiting<'a>>,
    opens_at: Timestamp,
    latest: Timestamp,
    randomness: u64,
) -> anyhow::Result<()> {
    let Some(crowd) = &seed.crowd else { return Ok(()) };
    let mut random = Repeatable::new(randomness);
    let length = (latest.0 - opens_at.0) as f64;
    let mut spoken = crowd::speak(crowd, &seeds.bystanders, &mut random);
    spoken.sort_by(|a, b| a.moment.total_cmp(&b.moment));
    for (number, comment) in spoken.into_iter().enumerate() {
        let created_at = Timestamp(opens_at.0 + (comment.moment * length) as i64);
        let earlier: Vec<usize> = (0..waiting.len())
            .filter(|index| {
                let other = &waiting[*index];
                other.created_at < created_at
                    && other.question.is_none()
                    && other.depth < CROWD_DEPTH_MAX
                    && other.state == CommentState::Visible
                    && other.language == comment.voice.language
                    && !is_officer(seeds, other.author)
            })
            .collect();
        let parent = if comment.is_reply { random.pick(&earlier) } else { None };
        let parent = parent.map(|index| &waiting[*index]);
        waiting.push(Waiting {
            key: format!("crowd-{number}"),
            parent: parent.map(|parent| parent.key.clone()),
            question: None,
            author: comment.author,
            stance: stance(&comment.voice.stance).context("crowd.voices")?,
            text: text(&comment.text).context("crowd.voices")?,
            language: language(&comment.voice.language).context("crowd.voices")?,
            created_at,
            is_edited: false,
            was: None,
            quote: None,
            state: CommentState::Visible,
            removal_reason: None,
            shown_as: ShownAs::Name,
            attachments: &[],
            agree: comment.agree,
            disagree: comment.disagree,
            depth: parent.map_or(0, |parent| parent.depth + 1),
        });
    }
    Ok(())
}

fn shown_as(seeds: &Seeds, seed: &CommentSeed) -> anyhow::Result<ShownAs> {
    let Some(wanted) = &seed.shown_as else { return Ok(ShownAs::Name) };
    let shown_as = wanted.parse().map_err(|()| anyhow!("shown_as: unknown value {wanted}"))?;
    let author = seeds.people.iter().find(|person| person.key == seed.author);
    let has_district = author.is_some_and(|author| author.district.is_some());
    ensure!(
        shown_as == ShownAs::Name || has_district,
        "shown_as: nobody knows the district of {}",
        seed.author
    );
    Ok(shown_as)
}

fn is_officer(seeds: &Seeds, key: &str) -> bool {
    seeds.people.iter().any(|person| person.key == key && person.role == Role::Officer.as_str())
}

fn stance(text: &str) -> anyhow::Result<Stance> {
    text.parse().map_err(|()| anyhow!("stance: unknown value {text}"))
}

fn language(tag: &str) -> anyhow::Result<&str> {
    ensure!(LanguageTag(tag.to_owned()).is_well_formed(), "language: {tag} is no language");
    Ok(tag)
}

fn text(typed: &str) -> anyhow::Result<String> {
    match accept_comment_text(typed, graphemes) {
        Ok(text) => Ok(text.to_owned()),
        Err(refusal) => Err(anyhow!("text: {refusal:?}")),
    }
}
