//! The page of test people, in the language of who asks.

use std::borrow::Cow;

use muloqot_domain::{Agency, Locale, Role};

use super::{
    BASE,
    login::{LOGIN_PATH, STYLE_PATH},
};
use crate::{
    store::people::PersonRecord,
    words::{Words, best_text},
};

/// The whole page. Each person is a button of one form, so that it works without a script.
///
/// The form carries the language on, so that a refusal of it is in the language of the page.
pub fn html(
    locale: Locale,
    people: &[PersonRecord],
    agencies: &[Agency],
    return_to: &str,
) -> String {
    let list = |role| -> String {
        people
            .iter()
            .filter(|person| person.role == role)
            .map(|person| choice(locale, person, agencies))
            .collect()
    };
    let (citizens, officers) = (list(Role::Citizen), list(Role::Officer));
    let return_to = escaped(return_to);
    let say = |words: Words| escaped(&words.say(locale));
    let (title, heading) = (say(Words::LoginTitle), say(Words::LoginHeading));
    let explanation = say(Words::LoginExplanation);
    let (for_citizens, for_officers) = (say(Words::LoginCitizens), say(Words::LoginOfficers));
    let back = say(Words::LoginBack);
    let language = locale.tag();
    format!(
        r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{BASE}{STYLE_PATH}">
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{explanation}</p>
<form method="post" action="{BASE}{LOGIN_PATH}?ui_locales={language}">
<input type="hidden" name="return_to" value="{return_to}">
<h2>{for_citizens}</h2>
<ul>
{citizens}</ul>
<h2>{for_officers}</h2>
<ul>
{officers}</ul>
</form>
<p><a href="{return_to}">{back}</a></p>
</main>
</body>
</html>
"#
    )
}

fn choice(locale: Locale, person: &PersonRecord, agencies: &[Agency]) -> String {
    let id = escaped(person.id.as_str());
    let name = escaped(person.name.as_deref().unwrap_or_default());
    let agency = person
        .agency_id
        .as_ref()
        .and_then(|id| agencies.iter().find(|agency| agency.id == *id))
        .and_then(|agency| best_text(&agency.names, locale));
    let district = || person.district.as_ref().and_then(|names| best_text(names, locale));
    let place = agency.or_else(district);
    let about = person.about.as_ref().and_then(|about| best_text(about, locale));
    let lines: String =
        [place, about].into_iter().flatten().map(|text| line(locale, text)).collect();
    format!(
        "<li><button name=\"person\" value=\"{id}\"><strong>{name}</strong>{lines}</button></li>\n"
    )
}

/// A line below a name, marked with its language where that is not the page's.
fn line(locale: Locale, (tag, text): (&str, Cow<'_, str>)) -> String {
    let text = escaped(&text);
    if tag == locale.tag() {
        format!(" <span>{text}</span>")
    } else {
        format!(" <span lang=\"{}\">{text}</span>", escaped(tag))
    }
}

/// A text as it stands in HTML, in an element or a quoted attribute.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        let page = html(Locale::En, &[], &[], "/\"><script>alert(1)</script>");
        assert!(!page.contains("<script"), "{page}");
    }
}
