//! Reporting and moderating comments.

use std::sync::Arc;

use muloqot_domain::{
    AnsweredMark, Comment, CommentId, ConsultationId, Moderation, NewAppeal, NewModeration,
    NewReport, PAGE_LIMIT_MAX, Page, Report, ReviewState,
};

use super::{Muloqot, Write, json, read, read_page_for, with_cursor, write};
use crate::backend::{Answer, IdempotencyKey, http::Asker, retry::Method};

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

    pub fn waiting_reports(&self, id: &ConsultationId) -> Answer<Vec<Report>> {
        let first = self.address(&["consultations", id.as_str(), "reports"]);
        let first = first.parameter("limit", &PAGE_LIMIT_MAX.to_string());
        let asker = Asker::current();
        Box::pin(async move {
            let mut waiting = Vec::new();
            let mut cursor = None;
            loop {
                let address = with_cursor(first.clone(), cursor.as_ref());
                let page: Page<Report> = read_page_for(asker.clone(), address).await?;
                let (open, decided): (Vec<_>, Vec<_>) =
                    page.items.into_iter().partition(|it| it.outcome == ReviewState::Open);
                waiting.extend(open);
                // Those that wait come first.
                cursor = page.next_cursor.filter(|_| decided.is_empty());
                if cursor.is_none() {
                    return Ok(waiting);
                }
            }
        })
    }

    pub fn mark_answered(
        self: &Arc<Self>,
        id: &CommentId,
        mark: AnsweredMark,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str(), "answered"]);
        write(self, Write { method: Method::Put, address, body: json(&mark), key })
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
