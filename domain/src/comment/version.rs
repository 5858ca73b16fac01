//! What a comment said before its author changed it.

use serde::{Deserialize, Serialize};

use super::Stance;
use crate::{LanguageTag, Timestamp, from_json};

/// A wording of a comment, in force for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommentVersion {
    /// What it said, in plain text.
    pub text: String,
    /// The language of the text.
    pub language: LanguageTag,
    /// The side it took.
    pub stance: Stance,
    /// Since when it said so.
    pub written_at: Timestamp,
    /// Until when; absent for what it says now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

from_json!(CommentVersion {
    text: required,
    language: required,
    stance: required,
    written_at: required,
    until: optional,
});
