//! What the agency said in the end.

use leptos::prelude::*;
use muloqot_domain::OfficialReply;

use super::other_script::OthersWords;
use crate::{
    locale::{m, t},
    ui::{Icon, IconName},
};

/// The agency's reply, before everything else that was said.
#[component]
pub fn OfficialReplyView(
    /// The reply.
    reply: OfficialReply,
) -> impl IntoView {
    let OfficialReply { text, language, author_name, published_at } = reply;
    view! {
        <section class="official-reply" aria-labelledby="official-reply-heading">
            <h2 id="official-reply-heading">
                <Icon name=IconName::Agency/>
                {t(m::reply_title())}
            </h2>
            <OthersWords text lang=language/>
            <p class="official-reply__signed">{t(m::reply_signed(author_name, published_at))}</p>
        </section>
    }
}
