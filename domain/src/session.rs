//! Who is signed in.

use serde::{Deserialize, Serialize};

use crate::{AgencyId, LocalizedText, PersonId, from_json, open_enum::open_enum};

open_enum! {
    /// On whose behalf a person writes.
    pub enum Role {
        /// For themselves.
        Citizen = "citizen",
        /// For an agency.
        Officer = "officer",
    }
}

/// A person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// Their name as it is shown beside what they write.
    pub name: String,
    /// On whose behalf they write.
    pub role: Role,
    /// The agency of an officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency_id: Option<AgencyId>,
    /// The district they live in, if the platform knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<LocalizedText>,
}

from_json!(Person {
    id: required,
    name: required,
    role: required,
    agency_id: optional,
    district: optional,
});

impl Person {
    /// Whether they speak and decide for an agency.
    #[must_use]
    pub fn is_officer_of(&self, agency_id: &AgencyId) -> bool {
        self.role == Role::Officer && self.agency_id.as_ref() == Some(agency_id)
    }
}

/// The answer to "who am I?".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The person who is signed in; absent for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// What every write of this session carries in its `X-CSRF-Token` header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csrf_token: Option<String>,
}

from_json!(Session { person: optional, csrf_token: optional });
