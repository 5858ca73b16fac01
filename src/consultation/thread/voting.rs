//! Agreeing and disagreeing with a comment.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentId, CommentVote, Problem};

use super::{
    casting::cast,
    interruption::{forget_interrupted, interrupted},
    section::comment_element_id,
    store::ThreadStore,
};
use crate::{
    accessibility::{Announcer, focus_by_id_when_there, use_announcer},
    backend::Backend,
    locale::{Language, m, problem_words, t, use_language},
    pieces::piece,
    reactive::derived,
    session::{SessionService, use_session},
    ui::{Button, ButtonKind, IconName, Notice, NoticeKind},
};

piece! {
    /// A vote's way to the platform. Most who read never vote, so it comes with the first press.
    static CASTING: fn(Ballot, Press) = casting { cast }
}

/// A press on one of the two buttons.
#[derive(Clone, Copy)]
pub enum Press {
    /// By the reader.
    Now(CommentVote),
    /// By a visitor, who has come back from signing in since.
    BeforeSignIn(CommentVote),
}

/// A comment to be voted on.
#[derive(Clone)]
pub struct Ballot {
    pub backend: Backend,
    pub session: SessionService,
    pub language: Language,
    pub announcer: Announcer,
    pub store: ThreadStore,
    /// The comment as its row shows it.
    pub comment: Memo<Option<Comment>>,
    /// Whether a vote is on its way.
    pub is_sending: RwSignal<bool>,
    /// Why the last vote was not counted.
    pub failure: RwSignal<Option<Problem>>,
}

impl Ballot {
    /// Says why the vote was not counted, and shows it where the row is still there.
    pub fn refuse(&self, problem: Problem) {
        let words = self.language.say(&m::vote_failed(problem_words(&problem)));
        match self.failure.try_set(Some(problem)) {
            None => self.announcer.say(words),
            Some(_) => self.announcer.say_now(words),
        }
    }

    /// Casts a vote; `is_coming` while what casts it is on its way.
    pub fn press(&self, press: Press, is_coming: RwSignal<bool>) {
        if let Some(cast) = CASTING.get() {
            return cast(self.clone(), press);
        }
        is_coming.set(true);
        let ballot = self.clone();
        CASTING.then(Box::new(move |come| {
            // The page may be another one by now.
            is_coming.try_set(false);
            match (come, CASTING.get()) {
                (Ok(()), Some(cast)) => cast(ballot, press),
                (come, _) => come.err().into_iter().for_each(|problem| ballot.refuse(problem)),
            }
        }));
    }
}

/// Who agrees with a comment and who does not, and the two buttons to do so, where the reader
/// may. A press shows at once; when the platform refuses it, what stood there comes back with
/// the reason (WCAG 3.3.1, 4.1.3). The buttons stay where they are throughout, with the focus
/// (2.4.3), and a press while a vote is on its way is sent after it.
#[component]
pub fn Voting(
    /// Which comment.
    id: CommentId,
    /// The comment as it is now.
    comment: Memo<Option<Comment>>,
    /// Whether the reader may vote on it.
    may_vote: bool,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    // Taken also where it cannot be cast any more, so that nothing casts it later.
    let interrupted = take_interrupted(&id);
    let own_vote = move || comment.with(|comment| comment.as_ref()?.reader_vote);
    let numbers = move || {
        let counts = comment.with(|comment| comment.as_ref().map(|it| it.counts))?;
        let own = match own_vote().filter(|_| !may_vote) {
            Some(CommentVote::Agree) => Some(m::voted_agree()),
            Some(CommentVote::Disagree) => Some(m::voted_disagree()),
            Some(CommentVote::Other) | None => None,
        };
        (counts.agree + counts.disagree > 0).then(|| {
            view! {
                <p class="comment__votes">
                    <span>{t(m::agree_count(counts.agree))}</span>
                    <span>{t(m::disagree_count(counts.disagree))}</span>
                    {own.map(|own| view! { <span>{t(own)}</span> }.into_any())}
                </p>
            }
            .into_any()
        })
    };
    let buttons = move || {
        let (session, backend) = use_session();
        let (language, announcer) = (use_language(), use_announcer());
        let (is_sending, is_coming) = (RwSignal::new(false), RwSignal::new(false));
        let failure = RwSignal::new(None::<Problem>);
        let ballot =
            Ballot { backend, session, language, announcer, store, comment, is_sending, failure };
        if let Some(vote) = interrupted {
            focus_by_id_when_there(&button_id(&id, vote));
            ballot.press(Press::BeforeSignIn(vote), is_coming);
        }
        let author_id = format!("{}-author", comment_element_id(&id));
        let button = |vote: CommentVote, label, icon| {
            let ballot = ballot.clone();
            let on_press = Callback::new(move |()| ballot.press(Press::Now(vote), is_coming));
            let pressed = derived(move || own_vote() == Some(vote));
            let (id, described_by) = (button_id(&id, vote), Some(author_id.clone()));
            let (kind, busy) = (ButtonKind::Quiet, is_coming);
            view! { <Button label kind icon id pressed busy described_by on_press/> }.into_any()
        };
        view! {
            {move || failure.get().map(|problem| {
                let words = t(m::vote_failed(problem_words(&problem)));
                view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
            })}
            <div class="comment__actions">
                {button(CommentVote::Agree, m::vote_agree(), IconName::Agree)}
                {button(CommentVote::Disagree, m::vote_disagree(), IconName::Disagree)}
            </div>
        }
        .into_any()
    };
    view! {
        {move || numbers()}
        {may_vote.then(buttons)}
    }
}

fn take_interrupted(id: &CommentId) -> Option<CommentVote> {
    let vote = interrupted(id)?.parse().ok()?;
    forget_interrupted();
    Some(vote)
}

fn button_id(id: &CommentId, vote: CommentVote) -> String {
    format!("{}-{id}", vote.as_str())
}
