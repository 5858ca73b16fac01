//! Choosing the comments a theme rests on from those of the consultation.

use leptos::{ev::KeyboardEvent, prelude::*};
use muloqot_domain::{
    Comment, CommentFilter, CommentId, CommentSort, ConsultationId, first_words, search_text,
};

use super::{draft::linked_comment, mistakes::field_id};
use crate::{
    accessibility::focus_by_id_when_there,
    backend::{ThreadQuery, use_backend},
    consultation::ASKED_FOR_STYLE,
    fetched::{Fetched, Load},
    locale::{author_words, m, outcome as o, t},
    routes::Address,
    ui::{Button, ButtonKind, IconName, Loading, TextInput},
};

/// As many as are looked through without searching for other words.
const FOUND_MAX: u32 = 20;

/// Search among the comments, and a check box before each that is found; one that is checked is
/// a line of links more. Enter searches, and does not publish what is half written (WCAG 3.2.2).
/// What was found, or that nothing was, is a status (4.1.3).
#[component]
pub fn Choosing(
    /// Of which consultation.
    consultation: ConsultationId,
    /// The theme.
    theme: String,
    /// The links of its comments, one on each line.
    links: RwSignal<String>,
) -> impl IntoView {
    let backend = use_backend();
    let (typed, asked) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let search_id = field_id(&theme, "search");
    focus_by_id_when_there(&search_id);
    let search = Callback::new(move |()| asked.set(typed.get_untracked()));
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            search.run(());
        }
    };
    let of = consultation.clone();
    let found = Fetched::new(move || {
        let search = asked.with(|typed| search_text(typed));
        let query = ThreadQuery {
            sort: CommentSort::MostSupported,
            fair_order: 0,
            filter: CommentFilter { search, ..CommentFilter::of_every_thread() },
        };
        let answer = backend.thread(&of, &query, None, FOUND_MAX);
        Box::pin(async move { Ok(answer.await?.items) })
    });
    let status_id = field_id(&theme, "found");
    let problem_to = search_id.clone();
    let list = move || match found.state() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Failed(problem) => {
            let problem_to = problem_to.clone();
            on_cleanup(move || focus_by_id_when_there(&problem_to));
            found.problem_notice(problem, "")
        }
        Load::Ready(comments) => {
            let readable: Vec<_> = comments.into_iter().filter_map(excerpt).collect();
            let is_none = readable.is_empty();
            let rows = readable.into_iter().map(|found| row(found, &consultation, &theme, links));
            view! {
                {is_none.then(|| view! { <p>{t(m::comments_none())}</p> }.into_any())}
                <ul role="list" class="publish__found">{rows.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <div on:keydown=on_key>
            <TextInput id=search_id label=m::filter_search() hint=m::filter_search_hint() text=typed/>
        </div>
        <div>
            <Button
                label=o::publish_search()
                kind=ButtonKind::Secondary
                icon=IconName::Search
                on_press=search
            />
        </div>
        <div role="status" id=status_id>{move || list()}</div>
    }
}

/// A comment that can be cited, and its first words.
fn excerpt(comment: Comment) -> Option<(Comment, String)> {
    let words = first_words(comment.text.as_deref()?);
    Some((comment, words))
}

fn row(
    (comment, words): (Comment, String),
    consultation: &ConsultationId,
    theme: &str,
    links: RwSignal<String>,
) -> AnyView {
    let Comment { id, author, language, .. } = comment;
    let element_id = field_id(theme, &format!("cite-{id}"));
    let is_cited = {
        let (id, consultation) = (id.clone(), consultation.clone());
        move || links.with(|links| cites(links, &consultation, &id))
    };
    let consultation = consultation.clone();
    let choose = move |event| {
        let wanted = event_target_checked(&event);
        links.update(|links| *links = citing(links, &consultation, &id, wanted));
    };
    view! {
        <li class="checkbox">
            <input
                type="checkbox"
                id=element_id.clone()
                prop:checked=is_cited
                on:change=choose
            />
            <label for=element_id>
                <span>
                    <strong>{t(author_words(author))}</strong>
                    ": "
                    <q lang=language.0 dir="auto">{words}</q>
                </span>
            </label>
        </li>
    }
    .into_any()
}

/// Whether one of the links leads to a comment.
fn cites(links: &str, consultation: &ConsultationId, id: &CommentId) -> bool {
    links.lines().any(|link| linked_comment(link, consultation) == *id)
}

/// The links with that of a comment among them, or without it. All other lines stay as they were
/// typed, also those that lead nowhere yet.
fn citing(links: &str, consultation: &ConsultationId, id: &CommentId, is_wanted: bool) -> String {
    if is_wanted == cites(links, consultation, id) {
        return links.to_owned();
    }
    let mut lines: Vec<&str> = links.lines().collect();
    let link = Address::Comment(consultation.clone(), id.clone()).path();
    if is_wanted {
        lines.retain(|line| !line.trim().is_empty());
        lines.push(&link);
    } else {
        lines.retain(|line| linked_comment(line, consultation) != *id);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_cited_once_and_what_else_is_typed_stays() {
        let (consultation, id) = (ConsultationId::from("c-7"), CommentId::from("k1"));
        let cite = |links: &str, is_wanted| citing(links, &consultation, &id, is_wanted);
        assert_eq!(cite("", true), "/consultations/c-7/comments/k1");
        let typed = "half a li\nhttps://muloqot.example/consultations/c-7/comments/k1?x=1";
        assert_eq!(cite(typed, true), typed, "it is there already, as it was pasted");
        assert_eq!(cite(typed, false), "half a li");
        assert_eq!(cite("half a li\n\n", true), "half a li\n/consultations/c-7/comments/k1");
        let other = "/consultations/c-7/comments/k2";
        assert_eq!(cite(other, false), other);
    }
}
