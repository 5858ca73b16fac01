//! Comments: reading a thread and writing in it.

use std::sync::Arc;

use muloqot_domain::{
    Comment, CommentContext, CommentEdit, CommentId, CommentSort, CommentVersion, CommentVote,
    ConsultationId, Cursor, NewComment, NewCommentVote, Page, QuestionId,
};

use super::{Muloqot, Write, json, read, read_page, with_cursor, write};
use crate::backend::{Answer, IdempotencyKey, ThreadQuery, address::Address, retry::Method};

impl Muloqot {
    pub fn thread(
        &self,
        id: &ConsultationId,
        query: &ThreadQuery,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Comment>> {
        read_page(self.thread_address(id, query, cursor, limit))
    }

    pub fn replies(
        &self,
        id: &CommentId,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Comment>> {
        let address = self.address(&["comments", id.as_str(), "replies"]);
        read_page(with_cursor(with_limit(address, limit), cursor))
    }

    pub fn comment_context(&self, id: &CommentId) -> Answer<CommentContext> {
        read(self.address(&["comments", id.as_str(), "context"]))
    }

    pub fn comment_versions(&self, id: &CommentId) -> Answer<Page<CommentVersion>> {
        read_page(self.address(&["comments", id.as_str(), "versions"]))
    }

    pub fn similar_comments(
        &self,
        id: &ConsultationId,
        question: Option<&QuestionId>,
        words: &str,
    ) -> Answer<Page<Comment>> {
        let mut address = self.address(&["consultations", id.as_str(), "comments", "similar"]);
        if let Some(question) = question {
            address = address.parameter("question", question.as_str());
        }
        read_page(address.parameter("text", words))
    }

    pub fn post_comment(
        self: &Arc<Self>,
        id: &ConsultationId,
        new: &NewComment,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["consultations", id.as_str(), "comments"]);
        write(self, Write { method: Method::Post, address, body: json(new), key })
    }

    pub fn edit_comment(
        self: &Arc<Self>,
        id: &CommentId,
        edit: &CommentEdit,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str()]);
        write(self, Write { method: Method::Patch, address, body: json(edit), key })
    }

    pub fn withdraw_comment(
        self: &Arc<Self>,
        id: &CommentId,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str()]);
        write(self, Write { method: Method::Delete, address, body: None, key })
    }

    pub fn vote_on_comment(
        self: &Arc<Self>,
        id: &CommentId,
        vote: Option<CommentVote>,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let address = self.address(&["comments", id.as_str(), "vote"]);
        let (method, body) = match vote {
            Some(vote) => (Method::Put, json(&NewCommentVote { vote })),
            None => (Method::Delete, None),
        };
        write(self, Write { method, address, body, key })
    }

    /// The loader asks for the first page ahead of the app, by the very same address.
    fn thread_address(
        &self,
        id: &ConsultationId,
        query: &ThreadQuery,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Address {
        let address = self.address(&["consultations", id.as_str(), "comments"]);
        let mut address = address.parameter("sort", query.sort.as_str());
        if query.sort == CommentSort::Fair {
            address = address.parameter("seed", &u32::from(query.fair_order).to_string());
        }
        for (name, value) in query.filter.to_query() {
            address = address.parameter(name, &value);
        }
        with_cursor(with_limit(address, limit), cursor)
    }
}

fn with_limit(address: Address, limit: u32) -> Address {
    address.parameter("limit", &limit.to_string())
}

#[cfg(test)]
mod tests {
    use muloqot_domain::{CommentFilter, Stance};

    use super::*;

    #[test]
    fn the_first_page_of_a_questions_thread_is_asked_for_as_the_loader_does() {
        let platform = Muloqot::new("/api/v1");
        let filter = CommentFilter::of(Some("q-7".into()));
        let query = ThreadQuery { filter, ..query(CommentSort::Fair) };
        let first = platform.thread_address(&"c-7".into(), &query, None, 20);
        let written = first.as_str().replace("/api/v1/", "/").replace("c-7", "${id}");
        let written = written.replace("seed=7", "seed=${SEED}").replace("q-7", "${question}");
        let loader = include_str!("../../../public/loader.js");
        assert!(loader.contains(&written.replace("limit=20", "limit=${LIMIT}")), "{written}");
    }

    fn query(sort: CommentSort) -> ThreadQuery {
        ThreadQuery { sort, fair_order: 7, filter: CommentFilter::default() }
    }

    #[test]
    fn the_first_page_of_a_thread_is_asked_for_as_the_loader_does() {
        let platform = Muloqot::new("/api/v1");
        let id = ConsultationId::from("c-7");
        let first = platform.thread_address(&id, &query(CommentSort::Fair), None, 20);
        assert_eq!(first.as_str(), "/api/v1/consultations/c-7/comments?sort=fair&seed=7&limit=20");
        let loader = include_str!("../../../public/loader.js");
        let written = first.as_str().replace("/api/v1/", "/").replace("c-7", "${id}");
        let written = written.replace("seed=7", "seed=${SEED}");
        assert!(loader.contains(&written.replace("limit=20", "limit=${LIMIT}")));
    }

    #[test]
    fn a_later_page_says_where_it_starts_and_what_is_wanted() {
        let platform = Muloqot::new("/api/v1");
        let cursor = Cursor("2026|9".into());
        let filter = CommentFilter {
            stance: Some(Stance::For),
            search: Some("suv & yo‘l".into()),
            ..CommentFilter::default()
        };
        let query = ThreadQuery { filter, ..query(CommentSort::Oldest) };
        let next = platform.thread_address(&"c-7".into(), &query, Some(&cursor), 10);
        assert_eq!(
            next.as_str(),
            "/api/v1/consultations/c-7/comments?sort=oldest&stance=for&q=suv%20%26%20yo%E2%80%98l&limit=10&cursor=2026%7C9"
        );
    }
}
