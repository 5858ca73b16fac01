//! A vote's way to the platform.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId, CommentVote, Problem, ProblemCode, vote_after_press};

use super::{
    interruption::keep_interrupted,
    voting::{Ballot, Press},
};
use crate::{backend::IdempotencyKey, consultation::composer::Place, reactive::spawn};

/// Shows the vote a press asks for at once, and sends it, or lets the one that is on its way be
/// followed by it.
pub fn cast(ballot: Ballot, press: Press) {
    let Some(Some(before)) = ballot.comment.try_get_untracked() else { return };
    let (vote, may_leave) = match press {
        Press::Now(vote) => (vote_after_press(before.reader_vote, vote), true),
        Press::BeforeSignIn(vote) => (Some(vote), false),
    };
    ballot.failure.set(None);
    ballot.store.show(before.clone().voted(vote));
    if !ballot.is_sending.get_untracked() {
        ballot.is_sending.set(true);
        spawn(send(ballot, before, may_leave));
    }
}

/// Sends what is shown until it is what the platform counts. `settled` is the comment as the
/// platform last told it.
async fn send(ballot: Ballot, mut settled: Comment, may_leave: bool) {
    let (id, mut told) = (settled.id.clone(), settled.reader_vote);
    while let Some(wanted) = wanted(&ballot, &id).filter(|wanted| *wanted != told) {
        let answer = ballot.backend.vote_on_comment(&id, wanted, &IdempotencyKey::fresh()).await;
        match answer {
            Ok(comment) => (settled, told) = (comment, wanted),
            Err(problem) => return fail(&ballot, settled, problem, wanted.filter(|_| may_leave)),
        }
    }
    ballot.store.show(settled);
    ballot.is_sending.try_set(false);
}

/// The vote as the person wants it; `None` when the thread itself has gone.
fn wanted(ballot: &Ballot, id: &CommentId) -> Option<Option<CommentVote>> {
    ballot
        .store
        .thread
        .try_with_untracked(|thread| thread.comment(id).map(|comment| comment.reader_vote))
        .flatten()
}

/// Puts back what the platform counts. Who votes as a visitor leaves to sign in, and comes back
/// to `kept`.
fn fail(ballot: &Ballot, settled: Comment, problem: Problem, kept: Option<CommentVote>) {
    ballot.is_sending.try_set(false);
    let is_visitor = untrack(|| ballot.session.person()).is_none();
    let is_signed_out = problem.code == ProblemCode::NotSignedIn && is_visitor;
    if is_signed_out && kept.is_some_and(|vote| keep_interrupted(&settled.id, vote.as_str())) {
        let path = Place::Reply(settled.id.clone()).address(&settled.consultation_id).path();
        let locale = untrack(|| ballot.language.locale());
        return ballot.session.leave_to_sign_in(&ballot.backend, &path, locale);
    }
    ballot.store.show(settled);
    ballot.session.heed(&problem, &ballot.backend);
    ballot.refuse(problem);
}
