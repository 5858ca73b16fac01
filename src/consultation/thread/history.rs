//! What a comment said before its author changed it.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{Change, CommentVersion, Timestamp, word_diff};

use super::asking::Asking;
use crate::{
    accessibility::focus_by_id_when_there,
    consultation::{ASKED_FOR_STYLE, writing_words::in_words},
    fetched::{Fetched, Load},
    locale::{stance_name, t, use_language, writing as w},
    session::use_session,
    ui::{Loading, MomentText, Prose},
};

/// Every wording of a comment, fetched when somebody asks for it.
pub fn wordings_of(asking: Asking) -> AnyView {
    in_words(Arc::new(move || view! { <History asking=asking.clone()/> }.into_any()))
}

/// From the first wording to what the comment says now: the first as it was, each later one with
/// what was deleted and added, told by words to those who do not see the marks (WCAG 1.3.1,
/// 1.4.1). Escape closes it and gives the focus back (2.4.3).
#[component]
fn History(asking: Asking) -> impl IntoView {
    let (session, backend) = use_session();
    let id = asking.id.clone();
    let begun_at = untrack(|| asking.store.comment(&id)).map(|comment| comment.created_at);
    let title_id = format!("history-{id}");
    focus_by_id_when_there(&title_id);
    let versions = Fetched::new(move || {
        session.of_whom();
        backend.comment_versions(&id)
    });
    let shown = move || match versions.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Failed(problem) => versions.problem_notice(problem, ""),
        Load::Ready(page) => wordings(&page.items, begun_at),
    };
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <section
            class="history"
            aria-labelledby=title_id.clone()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    asking.leave();
                }
            }
        >
            <p id=title_id.clone() tabindex="-1"><strong>{t(w::history_title())}</strong></p>
            {move || shown()}
        </section>
    }
}

/// Each of them, and where one is missing: what was held is nobody's to read but its author's and
/// the agency's.
fn wordings(versions: &[CommentVersion], begun_at: Option<Timestamp>) -> AnyView {
    let befores = std::iter::once(None).chain(versions.iter().map(Some));
    let items = befores
        .zip(versions)
        .enumerate()
        .map(|(place, (before, version))| {
            let until_then = before.map_or(begun_at, |before: &CommentVersion| before.until);
            let is_one_missing = until_then.is_some_and(|until| until != version.written_at);
            let missing =
                is_one_missing.then(|| view! { <p>{t(w::history_hidden())}</p> }.into_any());
            let title = match (place, is_one_missing) {
                (0, false) => w::history_first(),
                _ => w::history_wording(place as u64 + 1),
            };
            let until = version.until.map(|until| {
                view! { " "{t(w::history_until())}" "<MomentText at=until/> }.into_any()
            });
            let words = match before {
                None => {
                    let (text, lang) = (version.text.clone(), version.language.clone());
                    view! { <Prose text lang class="comment__text prose"/> }.into_any()
                }
                Some(before) => changes(before, version),
            };
            view! {
                <li>
                    {missing}
                    <p><strong>{t(title)}</strong></p>
                    <p class="comment__meta"><span><MomentText at=version.written_at/>{until}</span></p>
                    {words}
                </li>
            }
            .into_any()
        })
        .collect_view();
    let lead = (versions.len() > 1)
        .then(|| view! { <p class="composer__guidance">{t(w::history_lead())}</p> }.into_any());
    view! {
        {lead}
        <ol class="history__wordings" role="list">{items}</ol>
    }
    .into_any()
}

/// A wording with what of it is new, and what of the one before it is not there any more.
fn changes(before: &CommentVersion, after: &CommentVersion) -> AnyView {
    let stance = (before.stance != after.stance).then(|| {
        let words = w::history_stance(stance_name(before.stance), stance_name(after.stance));
        view! { <p>{t(words)}</p> }.into_any()
    });
    let is_same = before.text == after.text;
    let runs = word_diff(&before.text, &after.text).into_iter().map(run).collect_view();
    view! {
        {stance}
        {is_same.then(|| view! { <p>{t(w::history_same())}</p> }.into_any())}
        <p class="comment__text history__changes" lang=after.language.0.clone() dir="auto">{runs}</p>
    }
    .into_any()
}

/// Most screen readers do not tell what is marked as deleted or inserted: words do.
fn run(change: Change<'_>) -> AnyView {
    let language = use_language();
    let said = |words| {
        let lang = move || language.locale().tag();
        view! { <span class="visually-hidden" lang=lang>" "{t(words)}" "</span> }.into_any()
    };
    match change {
        Change::Kept(text) => text.to_owned().into_any(),
        Change::Deleted(text) => view! {
            <del>{said(w::history_deleted())}{text.to_owned()}{said(w::history_end())}</del>
        }
        .into_any(),
        Change::Inserted(text) => view! {
            <ins>{said(w::history_added())}{text.to_owned()}{said(w::history_end())}</ins>
        }
        .into_any(),
    }
}
