//! The same page in the other languages, for those who index the site.

use leptos::prelude::*;
use muloqot_domain::Locale;
use web_sys::Url;

use crate::{navigation::use_navigation, reactive::effect};

const SELECTOR: &str = "link[rel=alternate][hreflang]";

/// Keeps a link with `hreflang` for every language in the head of the document, and one for
/// readers of none of them, each to the page that is shown now.
pub fn link_alternates(languages: Vec<Locale>) {
    let navigation = use_navigation();
    effect(move || {
        let place = navigation.place();
        while let Ok(Some(link)) = document().query_selector(SELECTOR) {
            link.remove();
        }
        link_to(&place, "x-default", None);
        for locale in &languages {
            link_to(&place, locale.tag(), Some(locale.tag()));
        }
    });
}

fn link_to(place: &str, hreflang: &str, language: Option<&str>) {
    let origin = window().location().origin().unwrap_or_default();
    // Neither can fail: the place is the browser's own, and `link` is a name of an element.
    let (Ok(url), Ok(link)) = (Url::new(&(origin + place)), document().create_element("link"))
    else {
        return;
    };
    match language {
        Some(language) => url.search_params().set("lang", language),
        None => url.search_params().delete("lang"),
    }
    for (name, value) in [("rel", "alternate"), ("hreflang", hreflang), ("href", &url.href())] {
        let _ = link.set_attribute(name, value);
    }
    if let Some(head) = document().head() {
        let _ = head.append_child(&link);
    }
}
