//! Reporting and moderating comments.

use std::sync::Arc;

use muloqot_domain::{Comment, CommentId, Moderation, NewAppeal, NewModeration, NewReport, Report};

use super::{Muloqot, Write, json, read, write};
use crate::backend::{Answer, IdempotencyKey, retry::Method};

impl Muloqot {
    pub fn report_comment(
        self: &Arc<Self>,
        id: &CommentId,
        new: &NewReport,
        key: &IdempotencyKey,
    ) -> Answer<Report> {
        let address = self.address(&["comments", id.as_str(), "reports"]);
        write(self, Write { method: Method::Post, address, body: json(new), key })
    }

    pub fn moderation(&self, id: &CommentId) -> Answer<Moderation> {
        read(self.address(&["comments", id.as_str(), "moderation"]))
    }

    pub fn moderate_comment(
        self: &Arc<Self>,
        id: &CommentId,
        new: &NewModeration,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str(), "moderation"]);
        write(self, Write { method: Method::Put, address, body: json(new), key })
    }

    pub fn appeal(
        self: &Arc<Self>,
        id: &CommentId,
        new: &NewAppeal,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str(), "appeal"]);
        write(self, Write { method: Method::Post, address, body: json(new), key })
    }
}
