//! One thing that people said, and what became of it.

use leptos::prelude::*;
use muloqot_domain::{ChangedDocument, CitedComment, CommentId, LanguageTag, Outcome, Theme};

use super::{cited::CitedRow, state::OutcomeState, theme_element_id};
use crate::{
    consultation::{document_link::document_link, other_script::OthersWords},
    locale::{outcome as o, t},
    ui::DecisionTag,
};

/// A theme: what people said, what was decided, told by word and picture before colour
/// (WCAG 1.4.1), why, and on whose word. An article under the theme's title, which the links
/// of the thread lead to.
#[component]
pub fn ThemeArticle(
    /// Which.
    theme: Theme,
    /// The language of its texts.
    lang: LanguageTag,
    /// The comments whose authors are asked here whether it settles the matter.
    ask: Vec<CommentId>,
    /// The outcome it is a theme of.
    state: OutcomeState,
) -> impl IntoView {
    let element_id = theme_element_id(&theme.id);
    let title_id = format!("{element_id}-title");
    let cited = state.outcome.with_untracked(|outcome| cited_by(outcome.as_ref(), &theme));
    let rows = cited.into_iter().map(|cited| {
        let may_ask = ask.contains(&cited.id);
        view! { <CitedRow cited may_ask state=state.clone()/> }.into_any()
    });
    let rows = rows.collect_view();
    let rests_on = (!theme.comments.is_empty()).then(|| {
        view! {
            <h4>{t(o::outcome_rests_on())}</h4>
            <ul role="list" class="theme__cited">{rows}</ul>
        }
        .into_any()
    });
    view! {
        <article class="theme" id=element_id tabindex="-1" aria-labelledby=title_id.clone()>
            <h3 id=title_id.clone() lang=lang.0.clone() dir="auto">{theme.title}</h3>
            <p><DecisionTag decision=theme.decision/></p>
            <h4>{t(o::outcome_because())}</h4>
            <OthersWords text=theme.reason lang=lang.clone()/>
            {theme.document.map(|document| view! { <Document document lang/> }.into_any())}
            {rests_on}
        </article>
    }
}

fn cited_by(outcome: Option<&Outcome>, theme: &Theme) -> Vec<CitedComment> {
    let Some(outcome) = outcome else { return Vec::new() };
    let cited = |id: &CommentId| outcome.cited.iter().find(|cited| cited.id == *id).cloned();
    theme.comments.iter().filter_map(cited).collect()
}

/// A document that was changed.
#[component]
fn Document(document: ChangedDocument, lang: LanguageTag) -> impl IntoView {
    let ChangedDocument { title, url, media_type, bytes } = document;
    let link = document_link(title, url, media_type.as_deref(), bytes, &lang);
    view! { <p class="theme__document">{t(o::outcome_document())} ": " {link}</p> }
}
