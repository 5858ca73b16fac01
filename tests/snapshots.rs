//! Every state of every component, as HTML, in every language.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]
#![cfg(feature = "host")]

mod catalogue;

use catalogue::{APP, ATTACHING, GALLERY, catalogue};
use leptos::prelude::*;
use muloqot::{
    accessibility::{Announcer, Arrivals},
    locale::Language,
    ui::components,
};
use muloqot_domain::Locale;

/// One tag a line, so that a change of one is a change of one line. What only the renderer
/// needs to find its places is left out.
fn laid_out(html: &str) -> String {
    html.replace("<!>", "")
        .replace("<!---->", "")
        .replace('>', ">\n")
        .replace("</", "\n</")
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[tokio::test]
async fn components_look_as_they_did() {
    _ = any_spawner::Executor::init_tokio();
    for locale in Locale::ALL {
        let words = catalogue(APP, locale).and(catalogue(ATTACHING, locale));
        let words = words.and(catalogue(GALLERY, locale));
        for component in components() {
            for state in component.fixtures {
                let owner = Owner::new();
                let html = owner.with(|| {
                    provide_context(Language::new(locale, words.clone()));
                    provide_context(Announcer::new());
                    provide_context(Arrivals::new());
                    (state.view)().to_html()
                });
                let name = format!("{}, {}, {}", component.name, state.name, locale.tag());
                insta::assert_snapshot!(name.replace([' ', ','], "-"), laid_out(&html));
            }
        }
    }
}

#[test]
fn every_component_has_fixtures() {
    let shown: Vec<&str> = components().iter().map(|component| component.name).collect();
    let folder = format!("{}/src/ui", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let component = name.trim_end_matches(".rs");
        if !["mod", "fixture"].contains(&component) {
            assert!(shown.contains(&component), "{component} has no fixtures");
        }
    }
    for component in components() {
        assert!(!component.fixtures.is_empty(), "{} has an empty list", component.name);
    }
}

#[test]
fn every_state_has_an_address_of_its_own() {
    for component in components() {
        let mut slugs: Vec<String> = component.fixtures.iter().map(|state| state.slug()).collect();
        assert!(slugs.iter().all(|slug| !slug.is_empty()), "{}", component.name);
        slugs.sort();
        slugs.dedup();
        assert_eq!(slugs.len(), component.fixtures.len(), "{}", component.name);
    }
}

#[test]
fn every_component_says_by_which_criteria_it_is_judged() {
    for component in components() {
        let criteria = component.contract.criteria;
        assert!(!criteria.is_empty(), "{} promises nothing", component.name);
        for number in criteria {
            let parts: Vec<u8> = number.split('.').map(|part| part.parse().unwrap()).collect();
            assert!(matches!(parts[..], [1..=4, _, _]), "{}: {number}", component.name);
        }
    }
}
