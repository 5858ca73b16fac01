//! The contract itself, and the checker that holds answers against it.

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::checker::{Checker, DOCUMENT};

fn committed() -> Value {
    serde_json::from_str(&std::fs::read_to_string(DOCUMENT).unwrap()).unwrap()
}

#[test]
fn the_committed_document_is_the_generated_one() {
    let generated = muloqot_sandbox::openapi().to_pretty_json().unwrap();
    let committed = std::fs::read_to_string(DOCUMENT).unwrap();
    assert!(
        committed.trim_end() == generated.trim_end(),
        "api/openapi.json is stale; renew it with: \
         cargo run -p muloqot-sandbox -- openapi > api/openapi.json"
    );
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(array) => array.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let document = committed();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 50);
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[test]
fn every_operation_says_what_it_is_and_how_it_fails() {
    for (path, item) in committed()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            for part in ["summary", "description", "operationId", "tags"] {
                let is_short = part == "description" && path == "/comments/{id}";
                assert!(!operation[part].is_null() || is_short, "{method} {path} has no {part}");
            }
            assert!(operation["responses"]["500"].is_object(), "{method} {path}");
        }
    }
}

#[test]
fn the_checker_catches_what_is_not_documented() {
    let checker = Checker::new(committed());
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("content-type", "application/json"),
        ("cache-control", "private, no-cache"),
        ("etag", "\"x\""),
        ("vary", "Cookie"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let check = |path: &str, status, headers: &HeaderMap, body: Value| {
        checker.check("GET", path, status, headers, body.to_string().as_bytes())
    };
    let page = |item: Value| json!({ "items": [item], "next_cursor": null, "total": 1 });
    let good = json!({ "id": "a", "names": { "en": "A" } });
    let ok = StatusCode::OK;
    assert_eq!(check("/agencies", ok, &headers, page(good.clone())), Ok(()));

    let wrong = [
        json!({ "id": 1, "names": {} }),
        json!({ "id": "a" }),
        json!({ "id": "a", "names": {}, "secret": 1 }),
    ];
    for item in wrong {
        assert!(check("/agencies", ok, &headers, page(item.clone())).is_err(), "{item}");
    }
    let session = json!({ "person": { "id": "a", "name": "A", "role": "king" } });
    assert!(check("/session", ok, &headers, session).is_err());
    assert!(check("/agencies", StatusCode::IM_A_TEAPOT, &headers, page(good.clone())).is_err());
    assert!(check("/nowhere", ok, &headers, page(good.clone())).is_err());
    let mut html = headers.clone();
    html.insert("content-type", HeaderValue::from_static("text/html"));
    assert!(check("/agencies", ok, &html, page(good.clone())).is_err());
    headers.remove("etag");
    assert!(check("/agencies", ok, &headers, page(good)).is_err());
}
