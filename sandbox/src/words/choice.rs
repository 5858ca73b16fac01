//! Which of the languages somebody asks for.

use axum::http::{HeaderMap, header};
use muloqot_domain::Locale;

use crate::offers::offers;

/// The language that a browser likes best (`Accept-Language`, RFC 9110 § 12.5.4); `None` when
/// it names none of ours.
///
/// `*` stands for all that are not named, the default one first. What has the weight 0 is
/// not taken, and of two that are liked the same, the one named first is.
pub fn by_header(headers: &HeaderMap) -> Option<Locale> {
    let ranges = offers(headers, header::ACCEPT_LANGUAGE);
    let named: Vec<(Option<Locale>, f32)> = ranges
        .iter()
        .filter_map(|(range, weight)| match range.as_str() {
            "*" => Some((None, *weight)),
            code => Locale::from_code(code).map(|locale| (Some(locale), *weight)),
        })
        .collect();
    let is_named = |locale: Locale| named.iter().any(|(other, _)| *other == Some(locale));
    let any = Locale::ALL.into_iter().find(|locale| !is_named(*locale));
    let mut best: Option<(Locale, f32)> = None;
    for (locale, weight) in &named {
        let Some(locale) = locale.or(any) else { continue };
        if *weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((locale, *weight));
        }
    }
    best.map(|(locale, _)| locale)
}

/// The first of ours in a list of tags with spaces between (`ui_locales` of OpenID Connect).
pub fn by_list(tags: &str) -> Option<Locale> {
    tags.split_whitespace().find_map(Locale::from_code)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;
    use Locale::{En, KaaLatn, Ru, UzCyrl, UzLatn};

    fn asked(value: &[u8]) -> Option<Locale> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_bytes(value).unwrap());
        by_header(&headers)
    }

    #[test]
    fn the_language_that_is_liked_best_is_taken() {
        for (value, wanted) in [
            ("ru", Some(Ru)),
            ("uz", Some(UzLatn)),
            ("UZ-CYRL", Some(UzCyrl)),
            ("uz_cyr", Some(UzCyrl)),
            ("oz", Some(UzLatn)),
            ("qr", Some(KaaLatn)),
            ("kaa-UZ, ru;q=0.9", Some(KaaLatn)),
            ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", Some(Ru)),
            ("en;q=0.5, ru;q=0.8", Some(Ru)),
            ("en;q=0.5, ru;q=0.5", Some(En)),
            ("en ; Q=0.1 , ru ; q=0.2", Some(Ru)),
            ("de, fr;q=0.9", None),
            ("de, ru;q=0.1", Some(Ru)),
            ("en;q=0", None),
            ("en;q=0, ru;q=0.1", Some(Ru)),
            ("en-US;q=0, en", Some(En)),
            ("*", Some(UzLatn)),
            ("de, *;q=0.5", Some(UzLatn)),
            ("uz;q=0, *", Some(UzCyrl)),
            ("*;q=0.5, ru;q=0.6", Some(Ru)),
            ("*, en;q=0.1", Some(UzLatn)),
            ("*;q=0", None),
            ("ru;q=2, en;q=0.1", Some(En)),
            ("ru;q=nan, en;q=inf", None),
            ("ru;q=-1", None),
            ("", None),
            (",,;;q=,=;", None),
        ] {
            assert_eq!(asked(value.as_bytes()), wanted, "{value}");
        }
        assert_eq!(by_header(&HeaderMap::new()), None);
        assert_eq!(asked("ўзбек".as_bytes()), None);
    }

    #[test]
    fn several_headers_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_LANGUAGE, HeaderValue::from_static("de, en;q=0.5"));
        headers.append(header::ACCEPT_LANGUAGE, HeaderValue::from_static("ru;q=0.7"));
        assert_eq!(by_header(&headers), Some(Ru));
    }

    #[test]
    fn the_first_known_tag_of_a_list_is_taken() {
        for (tags, wanted) in [
            ("ru", Some(Ru)),
            ("de uz-Cyrl ru", Some(UzCyrl)),
            ("  fr\ten ", Some(En)),
            ("de fr", None),
            ("ru,en", None),
            ("", None),
        ] {
            assert_eq!(by_list(tags), wanted, "{tags}");
        }
    }
}
