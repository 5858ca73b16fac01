//! What is wrong with an outcome that is being written, put to the fields of its form.

use muloqot_domain::{CommentId, FieldError, NewOutcome, Problem, accept_outcome};

use super::draft::OutcomeDraft;
use crate::{
    graphemes::graphemes,
    locale::{Message, outcome as o, text_error_words},
    ui::Mistake,
};

/// The identifier of the field for the lead.
pub const LEAD_ID: &str = "publish-lead";
/// The identifier of the button that adds a theme.
pub const ADD_ID: &str = "publish-add";

/// The identifier of a field of a theme.
pub fn field_id(theme: &str, field: &str) -> String {
    format!("publish-{theme}-{field}")
}

/// The outcome as it will be sent, or everything that is wrong with it, by the rule that the
/// platform checks it by. Whether a comment is there to be read, only the platform knows.
pub fn check(draft: &OutcomeDraft, new: NewOutcome) -> Result<NewOutcome, Vec<Mistake>> {
    let is_named = |id: &CommentId| !id.as_str().is_empty();
    let accepted = accept_outcome(new, graphemes, is_named);
    let mut mistakes =
        accepted.as_ref().err().map(|problem| mistakes_of(problem, draft)).unwrap_or_default();
    for (index, theme) in draft.themes.iter().enumerate() {
        if theme.has_odd_size() {
            let id = field_id(&theme.id, "document-size");
            let place = place(index, o::publish_document_size());
            mistakes.push(Mistake::new(id, o::publish_mistake(place, o::publish_not_number())));
        }
    }
    match accepted {
        Ok(outcome) if mistakes.is_empty() => Ok(outcome),
        _ => Err(mistakes),
    }
}

/// What the platform, or the rule it checks by, found wrong.
pub fn mistakes_of(problem: &Problem, draft: &OutcomeDraft) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = Vec::new();
    for error in &problem.errors {
        let Some(mistake) = mistake_of(error, draft) else { continue };
        // Three links that lead nowhere are one mistake of one field.
        if mistakes.iter().all(|before| before.field_id != mistake.field_id) {
            mistakes.push(mistake);
        }
    }
    mistakes
}

fn mistake_of(error: &FieldError, draft: &OutcomeDraft) -> Option<Mistake> {
    let mut steps = error.pointer.split('/').skip(1);
    let (first, index, field) = (steps.next()?, steps.next(), steps.next());
    let (id, place, why) = match (first, index, field) {
        ("lead", ..) => (LEAD_ID.to_owned(), o::publish_lead(), text_error_words(error)),
        ("themes", None, _) => (ADD_ID.to_owned(), o::publish_themes(), text_error_words(error)),
        ("themes", Some(index), Some(field)) => {
            let index: usize = index.parse().ok()?;
            let theme = draft.themes.get(index)?;
            let (field, label, why) = match (field, steps.next()) {
                ("title", _) => ("title", o::publish_theme_title(), text_error_words(error)),
                ("decision", _) => {
                    ("decision-taken_up", o::publish_decision(), o::publish_choose())
                }
                ("reason", _) => ("reason", o::publish_reason(), text_error_words(error)),
                ("comments", _) => ("comments", o::publish_comments(), o::publish_no_such()),
                ("document", Some("url")) => {
                    ("document-url", o::publish_document_url(), o::publish_not_https())
                }
                ("document", _) => {
                    ("document-title", o::publish_document_title(), text_error_words(error))
                }
                _ => return None,
            };
            (field_id(&theme.id, field), self::place(index, label), why)
        }
        _ => return None,
    };
    Some(Mistake::new(id, o::publish_mistake(place, why)))
}

fn place(index: usize, field: Message) -> Message {
    o::publish_place(index as u64 + 1, field)
}

#[cfg(test)]
mod tests {
    use muloqot_domain::LanguageTag;

    use super::{super::draft::ThemeDraft, *};

    fn fields(draft: &OutcomeDraft) -> Vec<String> {
        let new = draft.outcome(&"c-7".into(), LanguageTag("en".into()), None);
        match check(draft, new) {
            Ok(_) => Vec::new(),
            Err(mistakes) => mistakes.into_iter().map(|mistake| mistake.field_id).collect(),
        }
    }

    #[test]
    fn everything_that_is_wrong_comes_to_its_field_once() {
        assert_eq!(fields(&OutcomeDraft::default()), [LEAD_ID, ADD_ID]);
        let theme = ThemeDraft {
            id: "t1".into(),
            comments: "nowhere\nneither".into(),
            document_url: "http://example.gov.uz".into(),
            document_size: "big".into(),
            ..ThemeDraft::default()
        };
        let draft = OutcomeDraft { lead: "Rahmat".into(), themes: vec![theme] };
        assert_eq!(
            fields(&draft),
            [
                "publish-t1-title",
                "publish-t1-decision-taken_up",
                "publish-t1-reason",
                "publish-t1-comments",
                "publish-t1-document-title",
                "publish-t1-document-url",
                "publish-t1-document-size",
            ]
        );
    }
}
