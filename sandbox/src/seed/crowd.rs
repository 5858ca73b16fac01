//! The many who say something in few words: comments put together from parts, the same for
//! the same seed.

use std::collections::BTreeSet;

use super::file::{BystanderSeed, CrowdSeed, VoiceSeed};
use crate::random::Repeatable;

/// How many of ten write a reply rather than a comment of their own.
const REPLIES_IN_TEN: usize = 3;
/// How often another wording is looked for when one was said before.
const WORDINGS_TRIED: usize = 8;

/// What somebody of the crowd says.
pub struct CrowdComment<'a> {
    /// Who.
    pub author: &'a str,
    /// In whose words.
    pub voice: &'a VoiceSeed,
    /// What.
    pub text: String,
    /// When: 0 at the opening, 1 now or at the end.
    pub moment: f64,
    /// Whether it replies to an earlier comment.
    pub is_reply: bool,
    /// People who agree.
    pub agree: u64,
    /// People who disagree.
    pub disagree: u64,
}

/// Lets the crowd speak.
pub fn speak<'a>(
    crowd: &'a CrowdSeed,
    bystanders: &'a [BystanderSeed],
    random: &mut Repeatable,
) -> Vec<CrowdComment<'a>> {
    let mut said = BTreeSet::new();
    (0..crowd.count)
        .filter_map(|_| {
            let voice = random.pick(&crowd.voices)?;
            let alike: Vec<&BystanderSeed> = bystanders
                .iter()
                .filter(|person| is_cyrillic(&person.name) == is_cyrillic_language(&voice.language))
                .collect();
            let author = random.pick(&alike).copied().or_else(|| random.pick(bystanders))?;
            let mut text = wording(voice, random);
            for _ in 0..WORDINGS_TRIED {
                if said.insert(text.clone()) {
                    break;
                }
                text = wording(voice, random);
            }
            // Most come early, and most find few who press a button.
            let moment = random.fraction().powf(1.6);
            let agree = (random.fraction().powi(3) * 40.0) as u64;
            let share = if voice.stance == "against" { 0.8 } else { 0.3 };
            let disagree = (random.fraction() * share * agree as f64) as u64;
            let is_reply = random.below(10) < REPLIES_IN_TEN;
            Some(CrowdComment {
                author: &author.key,
                voice,
                text,
                moment,
                is_reply,
                agree,
                disagree,
            })
        })
        .collect()
}

/// A reason, most often with a beginning and sometimes with an end.
fn wording(voice: &VoiceSeed, random: &mut Repeatable) -> String {
    let opening = random.pick(&voice.openings);
    let opening = opening.filter(|_| random.below(5) > 0);
    let reason = random.pick(&voice.reasons);
    let closing = random.pick(&voice.closings);
    let closing = closing.filter(|_| random.below(5) < 2);
    let parts: Vec<&str> =
        [opening, reason, closing].into_iter().flatten().map(String::as_str).collect();
    parts.join(" ")
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{400}'..='\u{4FF}'))
}

fn is_cyrillic_language(tag: &str) -> bool {
    tag == "ru" || tag.ends_with("-Cyrl")
}
