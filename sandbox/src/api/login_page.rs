//! The page of test people, in Uzbek and English.

use muloqot_domain::{Agency, Locale, Role};

use super::{BASE, login::STYLE_PATH};
use crate::store::people::PersonRecord;

/// The whole page. Each person is a button of one form, so that it works without a script.
pub fn html(people: &[PersonRecord], agencies: &[Agency], return_to: &str) -> String {
    let list = |role| -> String {
        people
            .iter()
            .filter(|person| person.role == role)
            .map(|person| choice(person, agencies))
            .collect()
    };
    let (citizens, officers) = (list(Role::Citizen), list(Role::Officer));
    let return_to = escaped(return_to);
    format!(
        r#"<!doctype html>
<html lang="uz-Latn">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kirish: sinov uchun odamlar · Sign in: test people</title>
<link rel="stylesheet" href="{BASE}{STYLE_PATH}">
</head>
<body>
<main>
<h1>Kim boʻlib kirasiz? <span lang="en">Who do you sign in as?</span></h1>
<p>Bu sinov serveri. Quyidagi odamlar oʻylab topilgan, parol kerak emas. Haqiqiy maʼlumot kiritmang.</p>
<p lang="en">This is a test server. The people below are invented, and no password is needed. Do not enter real data.</p>
<form method="post" action="{BASE}/session/login">
<input type="hidden" name="return_to" value="{return_to}">
<h2>Fuqarolar <span lang="en">Citizens</span></h2>
<ul>
{citizens}</ul>
<h2>Idora xodimlari <span lang="en">Officers</span></h2>
<ul>
{officers}</ul>
</form>
<p><a href="{return_to}">Kirmasdan qaytish <span lang="en">Go back without signing in</span></a></p>
</main>
</body>
</html>
"#
    )
}

fn choice(person: &PersonRecord, agencies: &[Agency]) -> String {
    let id = escaped(person.id.as_str());
    let name = escaped(person.name.as_deref().unwrap_or_default());
    let agency = person
        .agency_id
        .as_ref()
        .and_then(|id| agencies.iter().find(|agency| agency.id == *id))
        .and_then(|agency| agency.names.best_for(Locale::UzLatn))
        .map(|(_, name)| name);
    let place = escaped(agency.or(person.district.as_deref()).unwrap_or_default());
    let about = person.about.as_ref().and_then(|about| about.0.get(Locale::En.tag()));
    let about = escaped(about.map(String::as_str).unwrap_or_default());
    format!(
        "<li><button name=\"person\" value=\"{id}\"><strong>{name}</strong> \
         <span>{place}</span> <span lang=\"en\">{about}</span></button></li>\n"
    )
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
        let page = html(&[], &[], "/\"><script>alert(1)</script>");
        assert!(!page.contains("<script"), "{page}");
    }
}
