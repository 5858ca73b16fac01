//! State agencies.

use serde::{Deserialize, Serialize};

use crate::{AgencyId, LocalizedText, from_json};

/// A state agency that asks citizens for their word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agency {
    /// Its identifier.
    pub id: AgencyId,
    /// Its name in each language it has one in.
    pub names: LocalizedText,
}

from_json!(Agency { id: required, names: required });
