//! A comment that can be read.

use leptos::prelude::*;
use muloqot_domain::{Comment, CommentAction, CommentId, CommentState, Quote};

use super::{
    asking::Asking,
    attachments::attachments_of,
    comment_forms::{EditForm, ReplyForm, interrupted_form},
    comment_head::CommentHead,
    moderation::moderation,
    section::comment_element_id,
    store::ThreadStore,
    voting::Voting,
    withdrawal::Withdrawal,
};
use crate::{
    accessibility::use_arrivals,
    consultation::{
        composer::{KeptText, Place},
        other_script::OthersWords,
        quotation::Quotation,
    },
    locale::{author_name, m, t},
    pieces::piece,
    reactive::{derived, memo},
    ui::{Button, ButtonKind, IconName},
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
    // A number that changes must make nothing anew that has the focus or is being written, nor
    // must a mark.
    let lasting = memo(move || {
        let counts = <_>::default();
        let lasting = |it| Comment { counts, reader_vote: None, is_answered: false, ..it };
        comment.get().map(lasting)
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
            lasting.get().map(|lasting| {
                let (author_id, now) = (author_id.clone(), comment);
                view! { <CommentHead comment=lasting now author_id depth is_parent_away store/> }
                    .into_any()
            })
        }
    };
    let words = memo(move || {
        lasting.with(|comment| {
            let comment = comment.as_ref()?;
            Some((comment.text.clone()?, comment.language.clone(), quote_of(comment, store)))
        })
    });
    let body = move || {
        let (text, lang, quote) = words.get()?;
        Some(match is_editing.get() {
            true => {
                let comment = untrack(|| comment.get())?;
                view! { <EditForm comment store/> }.into_any()
            }
            false => view! {
                {quote.map(|quote| view! { <Quotation quote/> }.into_any())}
                <OthersWords text lang class="comment__text prose"/>
                {move || {
                    let lasting = lasting.get().filter(|comment| comment.text.is_some());
                    lasting.map(|lasting| {
                        let attachments = attachments_of(&lasting);
                        let (id, can_vote) = (lasting.id.clone(), lasting.can.contains(&CommentAction::Vote));
                        view! {
                            {attachments}
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
    let is_own = author.is_reader;
    let can = |action| can.contains(&action);
    let author_id = format!("{}-author", comment_element_id(&id));
    let left_behind = [
        (CommentAction::Reply, Place::Reply(id.clone())),
        (CommentAction::Edit, Place::Edit(id.clone())),
    ]
    .into_iter()
    // Nobody can have begun to change what another wrote.
    .filter(|(action, _)| !can(*action) && (is_own || *action == CommentAction::Reply))
    .map(|(_, place)| {
        let (consultation, next_id) = (consultation_id.clone(), comment_element_id(&id));
        view! { <KeptText consultation place next_id/> }.into_any()
    })
    .collect_view();
    let name = author_name(author);
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

/// What it quotes, unless what it answers has just been taken away or back.
fn quote_of(comment: &Comment, store: ThreadStore) -> Option<Quote> {
    let quote = comment.quote.clone()?;
    let parent = comment.parent_id.as_ref().and_then(|parent| store.comment(parent));
    parent.is_none_or(|parent| parent.state == CommentState::Visible).then_some(quote)
}
