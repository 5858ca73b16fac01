//! A comment that can be read.

use std::sync::Arc;

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentAction, CommentId, CommentState};

use super::{
    asking::Asking, item::in_reply_to, moderation::moderation, section::comment_element_id,
    store::ThreadStore, voting::Voting, withdrawal::Withdrawal,
};
use crate::{
    accessibility::{focus_by_id_when_there, use_arrivals},
    consultation::{
        composer::{Composer, DraftKeeper, KeptText, Place, TakeComment},
        other_script::OthersWords,
        outcome::theme_element_id,
    },
    locale::{Message, Value, author_words, m, t, tombstone_words, use_language},
    pieces::piece,
    reactive::{derived, memo},
    routes::Address,
    ui::{Button, ButtonKind, Icon, IconName, MomentText, Notice, StanceTag},
};

piece! {
    /// The question before a comment is taken back: for those who wrote one, when they ask.
    static WITHDRAWAL: fn(Asking) -> AnyView = withdrawal {
        |asking| view! { <Withdrawal asking/> }.into_any()
    }
}

/// A comment: who, where they stand, when, what, and what the reader may do with it.
///
/// An article under a heading with the author's name, so that screen readers can go from
/// comment to comment (WCAG 1.3.1, 2.4.6). Buttons that look alike in every comment say
/// whose it is, in their name or their description.
#[component]
pub fn CommentRow(
    /// Which comment.
    id: CommentId,
    /// How far it is moved in.
    depth: u32,
    /// Whether what it replies to does not stand right above it.
    is_parent_away: bool,
    /// The thread it stands in.
    store: ThreadStore,
) -> impl IntoView {
    let comment = {
        let id = id.clone();
        memo(move || store.comment(&id))
    };
    // A number that changes must make nothing anew that has the focus or is being written.
    let lasting = memo(move || {
        let numberless = |it| Comment { counts: <_>::default(), reader_vote: None, ..it };
        comment.get().map(numberless)
    });
    let element_id = comment_element_id(&id);
    let author_id = format!("{element_id}-author");
    let reply = Place::Reply(id.clone());
    let edit = Place::Edit(id.clone());
    if let Some(place) = interrupted_form(store, &id) {
        use_arrivals().keep_focus();
        store.open_form.set(Some(place));
    }
    let is_open = move |place: &Place| store.open_form.with(|open| open.as_ref() == Some(place));
    let is_replying = memo({
        let reply = reply.clone();
        move || is_open(&reply)
    });
    let is_editing = memo({
        let edit = edit.clone();
        move || is_open(&edit)
    });
    let head = {
        let author_id = author_id.clone();
        move || {
            lasting.get().map(|comment| {
                view! { <Head comment author_id=author_id.clone() depth is_parent_away store/> }
                    .into_any()
            })
        }
    };
    let words = memo(move || {
        lasting.with(|comment| {
            let comment = comment.as_ref()?;
            Some((comment.text.clone()?, comment.language.clone()))
        })
    });
    let body = move || {
        let (text, lang) = words.get()?;
        Some(match is_editing.get() {
            true => {
                let comment = untrack(|| comment.get())?;
                view! { <EditForm comment store/> }.into_any()
            }
            false => view! {
                <OthersWords text lang class="comment__text prose"/>
                {move || {
                    let lasting = lasting.get().filter(|comment| comment.text.is_some());
                    lasting.map(|lasting| {
                        let (id, can_vote) = (lasting.id.clone(), lasting.can.contains(&CommentAction::Vote));
                        view! {
                            <footer class="comment__foot">
                                <Voting id comment may_vote=can_vote store/>
                                <Actions comment=lasting now=comment store/>
                            </footer>
                        }
                        .into_any()
                    })
                }}
            }
            .into_any(),
        })
    };
    let reply_form = move || {
        is_replying
            .get()
            .then(|| untrack(|| comment.get()))
            .flatten()
            .map(|parent| view! { <ReplyForm parent store/> }.into_any())
    };
    view! {
        <article
            class="comment"
            id=element_id
            tabindex="-1"
            aria-labelledby=author_id
            data-comment=id.0
        >
            {move || head()}
            {move || body()}
        </article>
        {move || reply_form()}
    }
}

/// How deep replies are moved in on a phone. One that is moved in further elsewhere says what
/// it answers, and leads there; the way back is the browser's.
const DEPTH_NARROW: u32 = 2;

/// Who wrote it, where they stand, when.
#[component]
fn Head(
    comment: Comment,
    author_id: String,
    depth: u32,
    is_parent_away: bool,
    store: ThreadStore,
) -> impl IntoView {
    let language = use_language();
    let hidden = hidden_words(&comment);
    let Comment { id, author, parent_id, consultation_id, created_at, edited_at, .. } = comment;
    let is_official = author.agency_id.is_some();
    let author_words = author_words(author.name, author.is_reader);
    let permalink = Address::Comment(consultation_id, id).path();
    let answers = parent_id.map(|parent| {
        let href = format!("#{}", comment_element_id(&parent));
        let is_there = untrack(|| store.comment(&parent)).is_some();
        let words = move || language.say(&in_reply_to(store, &parent));
        match is_parent_away || depth > DEPTH_NARROW {
            true if is_there => {
                view! { <p class="comment__answers"><a href=href>{words}</a></p> }.into_any()
            }
            true => view! { <p class="comment__answers">{words}</p> }.into_any(),
            false => view! { <p class="visually-hidden">{words}</p> }.into_any(),
        }
    });
    let name = view! {
        {t(author_words)}
        {is_official
            .then(|| view! { " " <span class="tag tag--official"><Icon name=IconName::Agency/>{t(m::author_official())}</span> }.into_any())}
    };
    let heading = match depth {
        0 => view! { <h3 class="comment__author" id=author_id>{name}</h3> }.into_any(),
        _ => view! { <h4 class="comment__author" id=author_id>{name}</h4> }.into_any(),
    };
    let cited = comment.cited_in.map(|theme| {
        let href = format!("#{}", theme_element_id(&theme));
        view! { <p class="comment__answers"><a href=href>{t(m::cited_in_outcome())}</a></p> }
            .into_any()
    });
    view! {
        <header class="comment__head">
            {heading}
            <p class="comment__meta">
                <StanceTag stance=comment.stance/>
                <a href=permalink class="comment__time">
                    <span class="visually-hidden">{t(m::comment_link())}" "</span>
                    <MomentText at=created_at/>
                </a>
                {edited_at.map(|_| view! { <span>{t(m::edited())}</span> }.into_any())}
            </p>
            {answers}
            {cited}
            {hidden.map(|words| view! { <Notice><p>{t(words)}</p></Notice> }.into_any())}
        </header>
    }
}

/// What the reader may do besides.
#[component]
fn Actions(
    comment: Comment,
    /// With its numbers, which must make no button anew.
    now: Memo<Option<Comment>>,
    store: ThreadStore,
) -> impl IntoView {
    let [moderate, moderation] = moderation(&comment, store);
    let Comment { id, author, can, consultation_id, .. } = comment;
    let can = |action| can.contains(&action);
    let author_id = format!("{}-author", comment_element_id(&id));
    let left_behind = [
        (CommentAction::Reply, Place::Reply(id.clone())),
        (CommentAction::Edit, Place::Edit(id.clone())),
    ]
    .into_iter()
    // Nobody can have begun to change what another wrote.
    .filter(|(action, _)| !can(*action) && (author.is_reader || *action == CommentAction::Reply))
    .map(|(_, place)| {
        let (consultation, next_id) = (consultation_id.clone(), comment_element_id(&id));
        view! { <KeptText consultation place next_id/> }.into_any()
    })
    .collect_view();
    let name = author.name.map_or_else(|| m::author_hidden().into(), Value::from);
    let (reply, edit) = (Place::Reply(id.clone()), Place::Edit(id.clone()));
    let reply_id = format!("{}-button", reply.slug());
    let edit_id = format!("{}-button", edit.slug());
    let toggle = move |place: Place| {
        Callback::new(move |()| {
            store.open_form.update(|open| {
                *open = if open.as_ref() == Some(&place) { None } else { Some(place.clone()) };
            });
        })
    };
    let is_replying = {
        let reply = reply.clone();
        derived(move || store.open_form.with(|open| open.as_ref() == Some(&reply)))
    };
    let (replies_of, described_by) = (id.clone(), author_id.clone());
    let expanded = {
        let id = id.clone();
        derived(move || store.is_collapsed(&id) == Some(false))
    };
    let has_replies = {
        let id = id.clone();
        memo(move || store.is_collapsed(&id).is_some())
    };
    let [withdraw, withdrawal] = Asking::new(id, store, "withdraw", false).view(
        can(CommentAction::Withdraw).then(m::action_withdraw),
        &WITHDRAWAL,
        false,
    );
    let until = comment.editable_until.filter(|_| can(CommentAction::Edit)).map(|until| {
        let words = m::action_edit_until(crate::locale::clock_time(until));
        view! { <span class="comment__until">{t(words)}</span> }.into_any()
    });
    view! {
            <div class="comment__actions">
                {can(CommentAction::Reply).then(|| view! {
                    <Button
                        label=m::action_reply()
                        name=m::action_reply_to(name)
                        kind=ButtonKind::Quiet
                        icon=IconName::Reply
                        id=reply_id
                        expanded=is_replying
                        on_press=toggle(reply)
                    />
                }
                .into_any())}
                {move || has_replies.get().then(|| {
                    let id = replies_of.clone();
                    let count = move || now.with(|now| now.as_ref().map(|it| it.counts.replies));
                    let label = derived(move || m::reply_count(count().unwrap_or_default()));
                    let on_press = Callback::new(move |()| store.toggle(&id));
                    let (kind, described_by) = (ButtonKind::Quiet, Some(described_by.clone()));
                    view! { <Button label kind described_by expanded on_press/> }.into_any()
                })}
                {can(CommentAction::Edit).then(|| view! {
                    <Button
                        label=m::action_edit()
                        kind=ButtonKind::Quiet
                        icon=IconName::Edit
                        id=edit_id
                        described_by=Some(author_id.clone())
                        on_press=toggle(edit)
                    />
                }
                .into_any())}
                {until}
                {withdraw}
                {moderate}
            </div>
            {withdrawal}
            {moderation}
            {left_behind}
    }
}

/// The form for a reply, right under what it replies to.
#[component]
fn ReplyForm(parent: Comment, store: ThreadStore) -> impl IntoView {
    let place = Place::Reply(parent.id.clone());
    let name = parent.author.name.map_or_else(|| m::author_hidden().into(), Value::from);
    let on_sent: TakeComment = Arc::new({
        let place = place.clone();
        move |written| {
            // Opened again meanwhile, it holds what is being written now.
            if written.is_form_there {
                store.close_form(&place);
            }
            store.insert_own(written)
        }
    });
    let on_cancel = close_and_focus(store, format!("{}-button", place.slug()));
    let consultation = store.consultation.get_value();
    view! {
        <Composer consultation place heading=m::compose_reply_title(name) on_sent on_cancel/>
    }
}

/// The form for another wording, in the place of the text.
#[component]
fn EditForm(comment: Comment, store: ThreadStore) -> impl IntoView {
    let place = Place::Edit(comment.id.clone());
    let keeper = DraftKeeper::new(&comment.consultation_id, &place);
    let on_sent: TakeComment = Arc::new({
        let place = place.clone();
        move |written| {
            // Opened again meanwhile, it holds what is being written now.
            if written.is_form_there {
                store.close_form(&place);
            }
            store.replace_own(written)
        }
    });
    let close = close_and_focus(store, format!("{}-button", place.slug()));
    let on_cancel = Callback::new(move |()| {
        keeper.forget();
        close.run(());
    });
    let consultation = store.consultation.get_value();
    view! {
        <Composer
            consultation
            place
            heading=m::compose_edit_title()
            original=comment
            on_sent
            on_cancel
        />
    }
}

fn close_and_focus(store: ThreadStore, button_id: String) -> Callback<()> {
    Callback::new(move |()| {
        store.open_form.set(None);
        focus_by_id_when_there(&button_id);
    })
}

/// The form under a comment that a sign-in interrupted: who comes back to it goes on there,
/// unless nothing can be said to the comment any more.
pub fn interrupted_form(store: ThreadStore, id: &CommentId) -> Option<Place> {
    untrack(|| store.comment(id)).filter(|comment| comment.text.is_some())?;
    let consultation = store.consultation.get_value();
    [Place::Reply(id.clone()), Place::Edit(id.clone())]
        .into_iter()
        .find(|place| DraftKeeper::new(&consultation, place).is_marked_for_return())
}

/// Why not everybody reads it.
fn hidden_words(comment: &Comment) -> Option<Message> {
    match comment.state {
        CommentState::Visible => None,
        CommentState::Held if comment.author.is_reader => Some(m::held_own()),
        _ => Some(tombstone_words(comment)),
    }
}
