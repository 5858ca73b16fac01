//! The port: what the app asks of a participation platform, in the domain's words.
//!
//! Which platform answers, how it is signed in to and how its requests look is known
//! in one folder for each platform and nowhere else.

mod address;
mod answer;
mod http;
mod idempotency;
mod muloqot;
mod retry;

use std::{future::Future, pin::Pin, sync::Arc};

use muloqot_domain::{
    Agency, AnsweredMark, AttachmentId, Comment, CommentContext, CommentEdit, CommentFilter,
    CommentId, CommentSort, CommentVersion, CommentVote, Consultation, ConsultationFilter,
    ConsultationId, Cursor, Locale, Moderation, NewAppeal, NewComment, NewModeration, NewOutcome,
    NewReport, NewSettlement, Outcome, Page, Problem, QuestionId, Report, Session, Settlement,
    Upload,
};

pub use idempotency::IdempotencyKey;

use send_wrapper::SendWrapper;
use web_sys::File;

use crate::reactive::provided;

use muloqot::Muloqot;

/// What was asked for, when it comes, or why it does not.
///
/// A read belongs to the owner it is asked under: once that is cleaned up (the person
/// left the page, the effect runs again) or this is dropped, the request is ended, and
/// a task that waits for it goes no further. A write is sent to the end.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// The platform that the app speaks to. A service: put into context once, cloned freely.
#[derive(Clone)]
pub struct Backend {
    platform: Platform,
}

#[derive(Clone)]
enum Platform {
    Muloqot(Arc<Muloqot>),
}

/// The platform that the app speaks to.
///
/// # Panics
/// Outside the app, which provides it.
#[must_use]
pub fn use_backend() -> Backend {
    provided()
}

/// What of a thread is wanted, in which order.
#[derive(Clone, Debug)]
pub struct ThreadQuery {
    /// The order.
    pub sort: CommentSort,
    /// Which of the fair orders is the reader's.
    pub fair_order: u8,
    /// Which comments.
    pub filter: CommentFilter,
}

impl Backend {
    /// A platform that speaks the native contract, at an address without a slash at the end.
    #[must_use]
    pub fn muloqot(base: &str) -> Self {
        Self { platform: Platform::Muloqot(Arc::new(Muloqot::new(base))) }
    }

    /// A page of at most `limit` consultations.
    #[must_use]
    pub fn consultations(
        &self,
        filter: &ConsultationFilter,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Consultation>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.consultations(filter, cursor, limit)
    }

    /// Every agency.
    #[must_use]
    pub fn agencies(&self) -> Answer<Vec<Agency>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.agencies()
    }

    /// One consultation, whole.
    #[must_use]
    pub fn consultation(&self, id: &ConsultationId) -> Answer<Consultation> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.consultation(id)
    }

    /// A page of at most `limit` of a consultation's top comments, or of all its comments that
    /// pass where a filter is given.
    #[must_use]
    pub fn thread(
        &self,
        id: &ConsultationId,
        query: &ThreadQuery,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Comment>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.thread(id, query, cursor, limit)
    }

    /// A page of at most `limit` of all that is below a comment.
    #[must_use]
    pub fn replies(
        &self,
        id: &CommentId,
        cursor: Option<&Cursor>,
        limit: u32,
    ) -> Answer<Page<Comment>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.replies(id, cursor, limit)
    }

    /// A comment with everything above it.
    #[must_use]
    pub fn comment_context(&self, id: &CommentId) -> Answer<CommentContext> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.comment_context(id)
    }

    /// What a comment said, from its first wording to what it says now.
    #[must_use]
    pub fn comment_versions(&self, id: &CommentId) -> Answer<Page<CommentVersion>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.comment_versions(id)
    }

    /// Comments of others in the thread of a question, or of all of a consultation, that say
    /// something like a text; `words` is its [`muloqot_domain::similarity_query`].
    #[must_use]
    pub fn similar_comments(
        &self,
        id: &ConsultationId,
        question: Option<&QuestionId>,
        words: &str,
    ) -> Answer<Page<Comment>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.similar_comments(id, question, words)
    }

    /// Writes a comment or a reply.
    #[must_use]
    pub fn post_comment(
        &self,
        id: &ConsultationId,
        new: &NewComment,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.post_comment(id, new, key)
    }

    /// Changes a comment.
    #[must_use]
    pub fn edit_comment(
        &self,
        id: &CommentId,
        edit: &CommentEdit,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.edit_comment(id, edit, key)
    }

    /// Takes a comment back; gives what is left in its place.
    #[must_use]
    pub fn withdraw_comment(&self, id: &CommentId, key: &IdempotencyKey) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.withdraw_comment(id, key)
    }

    /// Agrees or disagrees with a comment, or takes that back; gives the comment with it counted.
    #[must_use]
    pub fn vote_on_comment(
        &self,
        id: &CommentId,
        vote: Option<CommentVote>,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.vote_on_comment(id, vote, key)
    }

    /// Hands in a file for a comment that is still to be written.
    #[must_use]
    pub fn upload_attachment(
        &self,
        name: &str,
        content: SendWrapper<File>,
        key: &IdempotencyKey,
    ) -> Answer<Upload> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.upload_attachment(name, content, key)
    }

    /// Where a file that a comment brings along is read.
    #[must_use]
    pub fn attachment_address(&self, id: &AttachmentId) -> String {
        let Platform::Muloqot(platform) = &self.platform;
        platform.attachment_address(id)
    }

    /// What became of a consultation.
    #[must_use]
    pub fn outcome(&self, id: &ConsultationId) -> Answer<Outcome> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.outcome(id)
    }

    /// Publishes what became of a consultation, in the place of what was published before.
    #[must_use]
    pub fn publish_outcome(
        &self,
        id: &ConsultationId,
        new: &NewOutcome,
        key: &IdempotencyKey,
    ) -> Answer<Outcome> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.publish_outcome(id, new, key)
    }

    /// Says whether the outcome that rests on the reader's comment settles the matter.
    #[must_use]
    pub fn settle_comment(
        &self,
        id: &CommentId,
        new: &NewSettlement,
        key: &IdempotencyKey,
    ) -> Answer<Settlement> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.settle_comment(id, new, key)
    }

    /// Tells the agency that a comment breaks the rules.
    #[must_use]
    pub fn report_comment(
        &self,
        id: &CommentId,
        new: &NewReport,
        key: &IdempotencyKey,
    ) -> Answer<Report> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.report_comment(id, new, key)
    }

    /// What an officer has to decide about a comment.
    #[must_use]
    pub fn moderation(&self, id: &CommentId) -> Answer<Moderation> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.moderation(id)
    }

    /// Holds, removes or restores a comment.
    #[must_use]
    pub fn moderate_comment(
        &self,
        id: &CommentId,
        new: &NewModeration,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.moderate_comment(id, new, key)
    }

    /// Every report of a consultation's comments that waits for a decision, the oldest first.
    #[must_use]
    pub fn waiting_reports(&self, id: &ConsultationId) -> Answer<Vec<Report>> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.waiting_reports(id)
    }

    /// Says whether the agency has answered a comment otherwise than by a reply.
    #[must_use]
    pub fn mark_answered(
        &self,
        id: &CommentId,
        mark: AnsweredMark,
        key: &IdempotencyKey,
    ) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.mark_answered(id, mark, key)
    }

    /// Objects to a comment's having been held or removed.
    #[must_use]
    pub fn appeal(&self, id: &CommentId, new: &NewAppeal, key: &IdempotencyKey) -> Answer<Comment> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.appeal(id, new, key)
    }

    /// Who is signed in.
    #[must_use]
    pub fn session(&self) -> Answer<Session> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.session()
    }

    /// Signs out; nothing to do is done.
    #[must_use]
    pub fn sign_out(&self) -> Answer<()> {
        let Platform::Muloqot(platform) = &self.platform;
        platform.sign_out()
    }

    /// Where to leave to for signing in, in the reader's language, to come back to an address
    /// of the app.
    #[must_use]
    pub fn sign_in_address(&self, return_to: &str, locale: Locale) -> String {
        let Platform::Muloqot(platform) = &self.platform;
        platform.sign_in_address(return_to, locale)
    }
}
