//! What an outcome has to be before it is published.

use super::{ChangedDocument, Decision, NewOutcome, Theme};
use crate::{
    COMMENT_BYTES_MAX, COMMENT_GRAPHEMES_MAX, CommentId, CountGraphemes, FieldCode, Problem,
    ProblemCode, TextRefusal, accept_text, is_safe_address,
};

/// The greatest length of an outcome's lead, in grapheme clusters.
pub const OUTCOME_LEAD_GRAPHEMES_MAX: usize = 1_000;
/// How many themes an outcome has at most.
pub const OUTCOME_THEMES_MAX: usize = 30;
/// The greatest length of a theme's title, in grapheme clusters.
pub const THEME_TITLE_GRAPHEMES_MAX: usize = 150;
/// The greatest length of a theme's reason, in grapheme clusters.
pub const THEME_REASON_GRAPHEMES_MAX: usize = COMMENT_GRAPHEMES_MAX;
/// How many comments a theme rests on at most.
pub const THEME_COMMENTS_MAX: usize = 50;
/// The greatest length of a document's title, in grapheme clusters.
pub const DOCUMENT_TITLE_GRAPHEMES_MAX: usize = 200;

const THEME_ID_BYTES_MAX: usize = 40;
const ADDRESS_BYTES_MAX: usize = 2_000;
const MEDIA_TYPE_BYTES_MAX: usize = 100;

/// The outcome as it will be kept: its texts without the space around them, otherwise
/// untouched.
///
/// `is_citable` says whether a comment is there for everybody to read, in this consultation's
/// thread: an agency cannot rest on what nobody can look up.
///
/// # Errors
/// A problem of code [`ProblemCode::Validation`] with every field that cannot be accepted.
pub fn accept_outcome(
    new: NewOutcome,
    count: CountGraphemes,
    is_citable: impl Fn(&CommentId) -> bool,
) -> Result<NewOutcome, Problem> {
    let mut check = Check { problem: Problem::new(ProblemCode::Validation), count };
    if !new.language.is_well_formed() {
        check.refuse("/language", FieldCode::UnknownValue, &[]);
    }
    let lead = check.text("/lead", &new.lead, OUTCOME_LEAD_GRAPHEMES_MAX);
    if new.themes.is_empty() {
        check.refuse("/themes", FieldCode::Empty, &[]);
    }
    check.at_most("/themes", new.themes.len(), OUTCOME_THEMES_MAX);
    let mut themes: Vec<Theme> = Vec::new();
    for (index, theme) in new.themes.into_iter().enumerate() {
        let at = format!("/themes/{index}");
        if !is_theme_id(theme.id.as_str()) {
            check.refuse(&format!("{at}/id"), FieldCode::UnknownValue, &[]);
        } else if themes.iter().any(|before| before.id == theme.id) {
            check.refuse(&format!("{at}/id"), FieldCode::AlreadyUsed, &[]);
        }
        themes.push(check.theme(&at, theme, &is_citable));
    }
    if check.problem.errors.is_empty() {
        Ok(NewOutcome { lead, themes, ..new })
    } else {
        Err(check.problem)
    }
}

struct Check {
    problem: Problem,
    count: CountGraphemes,
}

impl Check {
    fn refuse(&mut self, pointer: &str, code: FieldCode, params: &[(&str, i64)]) {
        let problem = std::mem::replace(&mut self.problem, Problem::new(ProblemCode::Validation));
        self.problem = problem.with_field(pointer, code, params);
    }

    fn text(&mut self, pointer: &str, typed: &str, max: usize) -> String {
        let refusal = match accept_text(typed, max, self.count) {
            Ok(text) => return text.to_owned(),
            Err(refusal) => refusal,
        };
        match refusal {
            TextRefusal::Empty => self.refuse(pointer, FieldCode::Empty, &[]),
            TextRefusal::TooLong { over } => {
                let params = [("max", max as i64), ("over", over as i64)];
                self.refuse(pointer, FieldCode::TooLong, &params);
            }
            TextRefusal::TooHeavy => {
                let params = [("max", COMMENT_BYTES_MAX as i64)];
                self.refuse(pointer, FieldCode::TooHeavy, &params);
            }
            TextRefusal::ControlCharacter => {
                self.refuse(pointer, FieldCode::ControlCharacter, &[]);
            }
        }
        typed.to_owned()
    }

    fn at_most(&mut self, pointer: &str, count: usize, max: usize) {
        if count > max {
            let params = [("max", max as i64), ("over", (count - max) as i64)];
            self.refuse(pointer, FieldCode::TooLong, &params);
        }
    }

    fn theme(&mut self, at: &str, theme: Theme, is_citable: &impl Fn(&CommentId) -> bool) -> Theme {
        let title = self.text(&format!("{at}/title"), &theme.title, THEME_TITLE_GRAPHEMES_MAX);
        if theme.decision == Decision::Other {
            self.refuse(&format!("{at}/decision"), FieldCode::UnknownValue, &[]);
        }
        let reason = self.text(&format!("{at}/reason"), &theme.reason, THEME_REASON_GRAPHEMES_MAX);
        let mut comments: Vec<CommentId> = Vec::new();
        for (index, id) in theme.comments.into_iter().enumerate() {
            if !is_citable(&id) {
                self.refuse(&format!("{at}/comments/{index}"), FieldCode::NoSuch, &[]);
            }
            // Named twice, it is one comment.
            if !comments.contains(&id) {
                comments.push(id);
            }
        }
        self.at_most(&format!("{at}/comments"), comments.len(), THEME_COMMENTS_MAX);
        let document = theme.document.map(|it| self.document(&format!("{at}/document"), it));
        Theme { title, reason, comments, document, ..theme }
    }

    fn document(&mut self, at: &str, document: ChangedDocument) -> ChangedDocument {
        let title =
            self.text(&format!("{at}/title"), &document.title, DOCUMENT_TITLE_GRAPHEMES_MAX);
        let url = document.url.trim().to_owned();
        let pointer = format!("{at}/url");
        if url.is_empty() {
            self.refuse(&pointer, FieldCode::Empty, &[]);
        } else if url.len() > ADDRESS_BYTES_MAX {
            self.refuse(&pointer, FieldCode::TooHeavy, &[("max", ADDRESS_BYTES_MAX as i64)]);
        } else if !is_safe_address(&url) {
            self.refuse(&pointer, FieldCode::UnknownValue, &[]);
        }
        let media_type = document.media_type.filter(|it| !it.trim().is_empty());
        if media_type.as_deref().is_some_and(|it| !is_media_type(it)) {
            self.refuse(&format!("{at}/media_type"), FieldCode::UnknownValue, &[]);
        }
        ChangedDocument { title, url, media_type, bytes: document.bytes }
    }
}

fn is_theme_id(id: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.len() <= THEME_ID_BYTES_MAX && id.bytes().all(is_known)
}

/// Whether it is a type and a subtype (RFC 6838 § 4.2).
fn is_media_type(text: &str) -> bool {
    let is_name = |name: &str| {
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
        !name.is_empty() && name.bytes().all(is_known)
    };
    text.len() <= MEDIA_TYPE_BYTES_MAX
        && text.split_once('/').is_some_and(|(kind, rest)| is_name(kind) && is_name(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LanguageTag, comment::graphemes};

    fn theme(id: &str) -> Theme {
        Theme {
            id: id.into(),
            title: " More trees ".into(),
            decision: Decision::InPart,
            reason: "There is no room for all.".into(),
            comments: vec!["k1".into(), "k1".into()],
            document: Some(ChangedDocument {
                title: "The plan".into(),
                url: " https://example.gov.uz/plan.pdf ".into(),
                media_type: Some("application/pdf".into()),
                bytes: Some(240_000),
            }),
        }
    }

    fn outcome(themes: Vec<Theme>) -> NewOutcome {
        let lead = "Thank you.".into();
        NewOutcome { language: LanguageTag("en".into()), lead, themes, replaces: None }
    }

    fn refused(new: NewOutcome) -> Vec<String> {
        let is_citable = |id: &CommentId| id.as_str().starts_with('k');
        let problem = match accept_outcome(new, graphemes, is_citable) {
            Ok(_) => return Vec::new(),
            Err(problem) => problem,
        };
        problem.errors.iter().map(|error| format!("{} {}", error.pointer, error.code)).collect()
    }

    #[test]
    fn what_can_be_published_is_kept_without_the_space_around_it() {
        let kept = accept_outcome(outcome(vec![theme("a"), theme("b")]), graphemes, |_| true);
        let kept = kept.unwrap();
        let first = kept.themes.first().unwrap();
        assert_eq!((first.title.as_str(), first.comments.len()), ("More trees", 1));
        assert_eq!(first.document.as_ref().unwrap().url, "https://example.gov.uz/plan.pdf");
    }

    #[test]
    fn an_outcome_says_something_about_at_least_one_theme() {
        let nothing = NewOutcome { lead: " ".into(), ..outcome(Vec::new()) };
        assert_eq!(refused(nothing), ["/lead empty", "/themes empty"]);
        let many = (0..31).map(|number| theme(&format!("t{number}"))).collect();
        assert_eq!(refused(outcome(many)), ["/themes too_long"]);
    }

    #[test]
    fn a_theme_has_a_title_a_decision_and_a_reason() {
        let bare = Theme {
            title: String::new(),
            decision: Decision::Other,
            reason: "x".repeat(2_001),
            ..theme("a")
        };
        assert_eq!(
            refused(outcome(vec![theme("b"), bare])),
            [
                "/themes/1/title empty",
                "/themes/1/decision unknown_value",
                "/themes/1/reason too_long"
            ]
        );
    }

    #[test]
    fn two_themes_are_not_in_one_place() {
        let odd = refused(outcome(vec![theme("a"), theme("a"), theme("A b"), theme("")]));
        assert_eq!(
            odd,
            [
                "/themes/1/id already_used",
                "/themes/2/id unknown_value",
                "/themes/3/id unknown_value"
            ]
        );
    }

    #[test]
    fn nothing_rests_on_a_comment_that_nobody_can_read() {
        let elsewhere = Theme { comments: vec!["k1".into(), "x9".into()], ..theme("a") };
        assert_eq!(refused(outcome(vec![elsewhere])), ["/themes/0/comments/1 no_such"]);
    }

    #[test]
    fn a_document_is_read_over_https_alone() {
        for url in [
            "http://example.gov.uz/",
            "javascript:alert(1)",
            "//example.gov.uz/",
            "https://",
            "https:///plan",
            "https://gov.uz@example.com/",
            "https://example.gov.uz/a b",
            "https://example.gov.uz\\@example.com",
        ] {
            let document =
                ChangedDocument { url: url.into(), title: "Plan".into(), ..<_>::default() };
            let theme = Theme { document: Some(document), ..theme("a") };
            let refused = refused(outcome(vec![theme]));
            assert_eq!(refused, ["/themes/0/document/url unknown_value"], "{url}");
        }
        let media = ChangedDocument {
            media_type: Some("pdf".into()),
            url: String::new(),
            title: "Plan".into(),
            bytes: None,
        };
        let theme = Theme { document: Some(media), ..theme("a") };
        assert_eq!(
            refused(outcome(vec![theme])),
            ["/themes/0/document/url empty", "/themes/0/document/media_type unknown_value"]
        );
    }
}
