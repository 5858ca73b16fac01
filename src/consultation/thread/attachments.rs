//! What a comment brings along.

use leptos::prelude::*;
use muloqot_domain::{Attachment, Comment};

use crate::{
    backend::use_backend,
    locale::{file_size, m, t},
    pieces::piece,
    ui::FILE_STYLE,
};

piece! {
    /// The files of a comment: for those who come to one that has some.
    static ATTACHED: fn(Comment) -> AnyView = attached { files_of }
}

/// The files of a comment, if it brings some along.
pub fn attachments_of(comment: &Comment) -> Option<AnyView> {
    (!comment.attachments.is_empty()).then(|| {
        let comment = comment.clone();
        ATTACHED.coming().shown(Box::new(move || ATTACHED.get().map(|show| show(comment.clone()))))
    })
}

/// Links, each called what is to be seen in the file, of what type it is and how much it weighs
/// (WCAG 1.1.1, 2.4.4). A picture is not shown, since that would cost every reader its weight.
fn files_of(comment: Comment) -> AnyView {
    let (backend, lang) = (use_backend(), comment.language.0);
    let row = |attachment: Attachment| {
        let Attachment { id, media_type, bytes, description, .. } = attachment;
        let href = backend.attachment_address(&id);
        let more = t(m::link_file(media_type.short_name(), file_size(bytes)));
        view! {
            <li>
                <a class="link link--download" href=href download="">
                    <bdi lang=lang.clone()>{description}</bdi>
                    " "
                    <span class="link__more">{more}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let rows = comment.attachments.into_iter().map(row).collect_view();
    view! {
        <link rel="stylesheet" href=FILE_STYLE/>
        <ul class="comment__files" role="list" aria-label=t(m::attachments())>{rows}</ul>
    }
    .into_any()
}
