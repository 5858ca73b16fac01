//! Looking for comments like a text, and agreeing with one of them.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use muloqot_domain::{
    Comment, CommentAction, CommentId, CommentVote, Page, Problem, first_words, similarity_query,
};

use super::Likeness;
use crate::{
    accessibility::{saves_data, use_announcer},
    backend::use_backend,
    consultation::{
        ASKED_FOR_STYLE,
        thread::{Ballot, Press, ThreadStore},
        writing_words::in_words,
    },
    locale::{author_words, m, problem_words, t, use_language, writing as w},
    reactive::{derived, effect, memo, spawn},
    routes::Address,
    session::use_session,
    ui::{Button, ButtonKind, IconName, Notice, NoticeKind, StanceTag},
};

/// How long nothing may have been typed before others are looked for.
const PAUSE: Duration = Duration::from_millis(1_200);

/// What others have said that is like what is typed. Nothing, while nothing is, or there is no
/// connection, or the reader saves data.
pub fn found(likeness: Likeness) -> AnyView {
    let store = ThreadStore::new(likeness.consultation.clone(), None);
    let ids = RwSignal::new(Vec::<CommentId>::new());
    look(&likeness, store, ids);
    let is_any = memo(move || ids.with(|ids| !ids.is_empty()));
    view! {
        {move || {
            let likeness = likeness.clone();
            is_any.get().then(|| {
                in_words(Arc::new(move || {
                    view! { <Found likeness=likeness.clone() store ids/> }.into_any()
                }))
            })
        }}
    }
    .into_any()
}

/// Looks whenever typing has paused on other words than before.
fn look(likeness: &Likeness, store: ThreadStore, ids: RwSignal<Vec<CommentId>>) {
    let backend = use_backend();
    let Likeness { text, consultation, question, .. } = likeness.clone();
    let asked = StoredValue::new(None::<String>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    effect(move || {
        let query = text.with(|text| similarity_query(text));
        stop();
        let Some(query) = query else {
            // What was found is like words that are not there any more.
            asked.set_value(None);
            ids.update(Vec::clear);
            return;
        };
        let (backend, consultation) = (backend.clone(), consultation.clone());
        let question = question.clone();
        let ask = move || {
            let is_new = asked.try_with_value(|asked| asked.as_ref() != Some(&query));
            if is_new != Some(true) || saves_data() || !window().navigator().on_line() {
                return;
            }
            asked.set_value(Some(query.clone()));
            let answer = backend.similar_comments(&consultation, question.as_ref(), &query);
            spawn(async move {
                // Nobody asked for it, so nobody is told that it did not come.
                let Ok(page) = answer.await else { return };
                if asked.try_with_value(|asked| asked.as_ref() == Some(&query)) == Some(true) {
                    take(page, store, ids);
                }
            });
        };
        waiting.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    });
}

fn take(page: Page<Comment>, store: ThreadStore, ids: RwSignal<Vec<CommentId>>) {
    let found = page.items.iter().map(|comment| comment.id.clone()).collect();
    store.add_comments(page);
    ids.try_set(found);
}

/// A list under a heading of its own, told once in all (WCAG 4.1.3) and never in the way of
/// sending. Agreeing leaves what was typed alone.
#[component]
fn Found(likeness: Likeness, store: ThreadStore, ids: RwSignal<Vec<CommentId>>) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let count = untrack(|| ids.with(Vec::len)) as u64;
    announcer.say(untrack(|| language.say(&w::similar_found(count))));
    let is_kept = likeness.is_kept;
    let rows = move || {
        let row = |id: CommentId| view! { <Similar id store is_kept/> }.into_any();
        ids.get().into_iter().map(row).collect_view()
    };
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <section class="composer__aside similar" aria-labelledby="similar-title">
            <h4 id="similar-title">{t(w::similar_title())}</h4>
            <p class="composer__guidance">{t(w::similar_lead())}</p>
            <ul class="composer__aside-list" role="list">{rows}</ul>
        </section>
    }
}

/// One of them: its first words, whose it is, how many agree, and the button to do so.
#[component]
fn Similar(id: CommentId, store: ThreadStore, is_kept: RwSignal<bool>) -> impl IntoView {
    let (session, backend) = use_session();
    let (language, announcer) = (use_language(), use_announcer());
    let comment = {
        let id = id.clone();
        memo(move || store.comment(&id))
    };
    // The same comment may stand in the thread too, with the same numbers.
    let thread = use_context::<ThreadStore>();
    effect(move || {
        if let Some((thread, comment)) = thread.zip(comment.get()) {
            thread.show(comment);
        }
    });
    let Some(shown) = untrack(|| comment.get()) else { return ().into_any() };
    let (is_sending, is_coming) = (RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<Problem>);
    let may_vote = shown.can.contains(&CommentAction::Vote);
    let ballot =
        Ballot { backend, session, language, announcer, store, comment, is_sending, failure };
    let words_id = format!("similar-{id}");
    let described_by = Some(words_id.clone());
    let pressed = derived(move || {
        comment.with(|it| it.as_ref().and_then(|it| it.reader_vote)) == Some(CommentVote::Agree)
    });
    let on_press = Callback::new(move |()| {
        ballot.press(Press::Now(CommentVote::Agree), is_coming);
    });
    let agree = move || {
        // A visitor leaves to sign in, which what is not kept would not outlive.
        let may_leave = session.person().is_some() || is_kept.get();
        (may_vote && may_leave).then(|| {
            let (label, kind, icon) = (m::vote_agree(), ButtonKind::Quiet, IconName::Agree);
            let (busy, described_by) = (is_coming, described_by.clone());
            view! { <Button label kind icon pressed busy described_by on_press/> }.into_any()
        })
    };
    let votes = move || {
        let agree = comment.with(|comment| comment.as_ref().map(|it| it.counts.agree));
        agree.map(|agree| language.say(&m::agree_count(agree)))
    };
    let href = Address::Comment(shown.consultation_id.clone(), id).path();
    let author = author_words(shown.author.clone());
    let excerpt = first_words(shown.text.as_deref().unwrap_or_default());
    view! {
        <li>
            <p id=words_id>
                <a href=href lang=shown.language.0.clone() dir="auto">{excerpt}</a>
            </p>
            <p class="comment__meta">
                <StanceTag stance=shown.stance/>
                <span>{t(author)}</span>
                <span>{votes}</span>
            </p>
            <div role="alert">
                {move || failure.get().map(|problem| {
                    let words = t(m::vote_failed(problem_words(&problem)));
                    view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
                })}
            </div>
            {agree}
        </li>
    }
    .into_any()
}
