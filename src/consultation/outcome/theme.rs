//! One thing that people said, and what became of it.

use leptos::prelude::*;
use muloqot_domain::{ChangedDocument, CitedComment, CommentId, LanguageTag, Outcome, Theme};

use super::{cited::CitedRow, state::OutcomeState, theme_element_id};
use crate::{
    consultation::other_script::OthersWords,
    locale::{file_size, m, outcome as o, t},
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

/// A document that was changed, with what opening it brings (WCAG 2.4.4, 3.2.5).
#[component]
fn Document(document: ChangedDocument, lang: LanguageTag) -> impl IntoView {
    let ChangedDocument { title, url, media_type, bytes } = document;
    let kind = media_type.map(|it| file_type(&it)).filter(|kind| !kind.is_empty());
    let more = match (kind, bytes) {
        (Some(kind), Some(bytes)) => m::link_file(kind, file_size(bytes)),
        (Some(kind), None) => m::verbatim(format!("({kind})")),
        (None, _) => m::link_external(),
    };
    // An address of another platform may be anything; only one that is https becomes a link.
    let title = match url.starts_with("https://") {
        true => view! {
            <a class="link" href=url rel="external noopener noreferrer">
                <span lang=lang.0 dir="auto">{title}</span>
                " " <span class="link__more">{t(more)}</span>
            </a>
        }
        .into_any(),
        false => view! { <span lang=lang.0 dir="auto">{title}</span> }.into_any(),
    };
    view! { <p class="theme__document">{t(o::outcome_document())} ": " {title}</p> }
}

/// A media type as people call it: `PDF`, `DOCX`, else the last part of its name.
fn file_type(media_type: &str) -> String {
    let known = [
        ("wordprocessingml", "DOCX"),
        ("spreadsheetml", "XLSX"),
        ("presentationml", "PPTX"),
        ("msword", "DOC"),
        ("opendocument.text", "ODT"),
    ];
    match known.iter().find(|(part, _)| media_type.contains(part)) {
        Some((_, name)) => (*name).to_owned(),
        None => media_type.rsplit('/').next().unwrap_or_default().to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_type;

    #[test]
    fn a_type_of_file_is_called_as_people_call_it() {
        let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!([file_type(docx), file_type("application/pdf")], ["DOCX", "PDF"]);
    }
}
