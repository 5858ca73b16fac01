//! Every state of every component, as HTML, in every language.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]
#![cfg(feature = "host")]

use leptos::prelude::*;
use muloqot::{
    accessibility::{Announcer, Arrivals},
    locale::{Catalogue, Language},
    ui::fixtures,
};
use muloqot_domain::{Locale, Transliteration};

fn catalogue(locale: Locale) -> Catalogue {
    let file = |tag: &str| {
        let path = format!("{}/locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let json = match locale {
        // As the build makes it.
        Locale::UzCyrl => Transliteration::UzbekToCyrillic
            .apply_to_messages(&serde_json::from_str(&file("uz-Latn")).unwrap())
            .to_string(),
        _ => file(locale.tag()),
    };
    Catalogue::read(locale.tag(), &json).unwrap()
}

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
        for (component, states) in fixtures() {
            for state in states {
                let owner = Owner::new();
                let html = owner.with(|| {
                    provide_context(Language::new(locale, catalogue(locale)));
                    provide_context(Announcer::new());
                    provide_context(Arrivals::new());
                    (state.view)().to_html()
                });
                let name = format!("{component}, {}, {}", state.name, locale.tag());
                insta::assert_snapshot!(name.replace([' ', ','], "-"), laid_out(&html));
            }
        }
    }
}

#[test]
fn every_component_has_fixtures() {
    let shown: Vec<&str> = fixtures().iter().map(|(name, _)| *name).collect();
    let folder = format!("{}/src/ui", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let component = name.trim_end_matches(".rs");
        if !["mod", "fixture"].contains(&component) {
            assert!(shown.contains(&component), "{component} has no fixtures");
        }
    }
    for (component, states) in fixtures() {
        assert!(!states.is_empty(), "{component} has an empty list of fixtures");
    }
}
