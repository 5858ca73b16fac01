//! A link that says where it leads before it is followed.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, file_size, gallery as g, m, t};

/// Where a link leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LinkKind {
    /// To another page or place of this site.
    #[default]
    Inner,
    /// To another site.
    External,
    /// To a file to be kept.
    Download {
        /// The type of the file as people call it, such as `PDF`.
        file_type: &'static str,
        /// How much is to be loaded.
        bytes: u64,
    },
}

/// A link in the flow of a text, underlined and not told by colour alone (WCAG 1.4.1). What
/// cannot be guessed from its words follows them, as words: that it leads to another site
/// (3.2.5), or what file it brings and how much that costs on a metered connection (2.4.4).
/// A file stands on a line of its own, as high as a finger (2.5.5).
#[component]
pub fn Link(
    /// The address.
    href: String,
    /// Its words, which make sense out of their place.
    #[prop(into)]
    label: Message,
    /// Where it leads.
    #[prop(optional)]
    kind: LinkKind,
) -> impl IntoView {
    let (class, rel, is_download, more) = match kind {
        LinkKind::Inner => ("link", None, false, None),
        LinkKind::External => ("link", Some("external noopener"), false, Some(m::link_external())),
        LinkKind::Download { file_type, bytes } => {
            let more = m::link_file(file_type, file_size(bytes));
            ("link link--download", None, true, Some(more))
        }
    };
    view! {
        <a class=class href=href rel=rel download=is_download.then_some("")>
            {t(label)}
            {more.map(|more| view! { " "<span class="link__more">{t(more)}</span> }.into_any())}
        </a>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.4.1", "2.4.4", "2.4.9", "2.5.5", "3.2.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every kind of link, in a sentence as it stands on a page; a download stands alone.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(label: Message, kind: LinkKind) -> AnyView {
        let before = (!matches!(kind, LinkKind::Download { .. })).then(|| t(g::sample_paragraph()));
        let href = "/consultations".to_owned();
        view! { <p>{before} " " <Link href label kind/></p> }.into_any()
    }
    vec![
        Fixture::new("inner", || shown(m::nav_consultations(), LinkKind::Inner)),
        Fixture::new("external", || shown(g::sample_document(), LinkKind::External)),
        Fixture::new("download", || {
            shown(g::sample_document(), LinkKind::Download { file_type: "PDF", bytes: 1_340_000 })
        }),
        Fixture::new("long", || shown(g::sample_long(), LinkKind::Inner)),
    ]
}
