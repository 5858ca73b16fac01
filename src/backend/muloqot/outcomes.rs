//! What became of consultations.

use std::sync::Arc;

use muloqot_domain::{CommentId, ConsultationId, NewOutcome, NewSettlement, Outcome, Settlement};

use super::{Muloqot, Write, json, read, write};
use crate::backend::{Answer, IdempotencyKey, retry::Method};

impl Muloqot {
    pub fn outcome(&self, id: &ConsultationId) -> Answer<Outcome> {
        read(self.address(&["consultations", id.as_str(), "outcome"]))
    }

    pub fn publish_outcome(
        self: &Arc<Self>,
        id: &ConsultationId,
        new: &NewOutcome,
        key: &IdempotencyKey,
    ) -> Answer<Outcome> {
        let address = self.address(&["consultations", id.as_str(), "outcome"]);
        write(self, Write { method: Method::Put, address, body: json(new), key })
    }

    pub fn settle_comment(
        self: &Arc<Self>,
        id: &CommentId,
        new: &NewSettlement,
        key: &IdempotencyKey,
    ) -> Answer<Settlement> {
        let address = self.address(&["comments", id.as_str(), "settlement"]);
        write(self, Write { method: Method::Put, address, body: json(new), key })
    }
}
