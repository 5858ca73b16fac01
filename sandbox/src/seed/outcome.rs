//! What became of a seeded consultation.

use anyhow::{Context, anyhow, ensure};
use muloqot_domain::{
    ChangedDocument, CommentId, Decision, LanguageTag, NewOutcome, Settlement, Theme, ThemeId,
    Timestamp, accept_optional_note, accept_outcome, graphemes,
};
use rusqlite::Connection;

use super::file::{ConsultationSeed, OutcomeSeed, ThemeSeed};
use crate::{random, store::outcomes};

/// Keeps the outcome of a consultation, and what was said about it since.
pub fn plant(
    db: &Connection,
    consultation: &ConsultationSeed,
    seed: &OutcomeSeed,
    published_at: Timestamp,
    randomness: u64,
) -> anyhow::Result<()> {
    let id_of = |key: &str| -> anyhow::Result<CommentId> {
        let comment = consultation.comments.iter().find(|comment| comment.key == key);
        let is_visible = comment.is_some_and(|comment| comment.state.is_none());
        ensure!(is_visible, "nobody can read a comment {key}");
        Ok(CommentId(random::id_of(&[&randomness.to_string(), &consultation.slug, key])))
    };
    let themes = seed
        .themes
        .iter()
        .map(|theme| theme_of(theme, id_of).with_context(|| format!("themes.{}", theme.key)));
    let outcome = NewOutcome {
        language: LanguageTag(seed.language.clone()),
        lead: seed.lead.clone(),
        themes: themes.collect::<anyhow::Result<_>>()?,
        replaces: None,
    };
    let outcome = accept_outcome(outcome, graphemes, |_| true)
        .map_err(|problem| anyhow!("{:?}", problem.errors))?;
    outcomes::put(db, consultation.slug.as_str(), &outcome, published_at)?;
    for said in &seed.settlements {
        let id = id_of(&said.comment).context("settlements")?;
        let note = accept_optional_note(&said.note, graphemes)
            .map_err(|refusal| anyhow!("settlements.{}: note: {refusal:?}", said.comment))?;
        let settlement = Settlement { settled: said.settled, note: note.map(str::to_owned) };
        outcomes::settle(db, id.as_str(), &settlement, published_at)?;
    }
    Ok(())
}

fn theme_of(
    seed: &ThemeSeed,
    id_of: impl Fn(&str) -> anyhow::Result<CommentId>,
) -> anyhow::Result<Theme> {
    let decision: Decision =
        seed.decision.parse().map_err(|()| anyhow!("decision: unknown value {}", seed.decision))?;
    let document = seed.document.as_ref().map(|document| ChangedDocument {
        title: document.title.clone(),
        url: document.url.clone(),
        media_type: document.media_type.clone(),
        bytes: document.bytes,
    });
    let comments = seed.comments.iter().map(|key| id_of(key));
    Ok(Theme {
        id: ThemeId(seed.key.clone()),
        title: seed.title.clone(),
        decision,
        reason: seed.reason.clone(),
        comments: comments.collect::<anyhow::Result<_>>()?,
        document,
    })
}
