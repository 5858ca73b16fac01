//! Holds an answer against the committed contract: status, headers, media type and body.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use axum::http::{HeaderMap, StatusCode, header};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Where the committed document is.
pub const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../api/openapi.json");

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let text = std::fs::read_to_string(DOCUMENT).expect("api/openapi.json is there");
    Checker::new(serde_json::from_str(&text).expect("api/openapi.json is JSON"))
});

/// The contract, ready to be held against.
pub struct Checker {
    document: Value,
    components: Value,
    validators: Mutex<HashMap<String, Validator>>,
}

/// Panics when an answer is not as the contract says. `path` is without the contract's base.
pub fn check(method: &str, path: &str, status: StatusCode, headers: &HeaderMap, body: &[u8]) {
    if let Err(reason) = CHECKER.check(method, path, status, headers, body) {
        let body = String::from_utf8_lossy(body);
        panic!("{method} {path} answered {status} against the contract: {reason}\n{body}");
    }
}

impl Checker {
    /// The checker of a document.
    pub fn new(document: Value) -> Self {
        let mut components = document["components"].clone();
        close(&mut components);
        Self { document, components, validators: Mutex::default() }
    }

    /// What about an answer is not as the document says.
    pub fn check(
        &self,
        method: &str,
        path: &str,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<(), String> {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let kind = text(header::CONTENT_TYPE).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        if text(header::CACHE_CONTROL).is_none() {
            return Err("no Cache-Control".into());
        }
        let operation = self.operation(method, path);
        let Some(operation) = operation else {
            return match status {
                StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
                    let problem = "#/components/schemas/Problem";
                    self.body(&json!({ "$ref": problem }), kind, "application/problem+json", body)
                }
                _ => Err("the contract has no such address".into()),
            };
        };
        let response = &operation["responses"][status.as_str()];
        if response.is_null() {
            return Err("this status is not documented".into());
        }
        // Such a header may be left out: it says something only when it is there.
        let optional = ["idempotency-replayed"];
        for name in response["headers"].as_object().into_iter().flat_map(|headers| headers.keys()) {
            let name = name.to_lowercase();
            if !optional.contains(&name.as_str()) && !headers.contains_key(name.as_str()) {
                return Err(format!("the header {name} is missing"));
            }
        }
        // Of several kinds any will do.
        let content = response["content"].as_object();
        let told = content
            .and_then(|content| content.get_key_value(kind).or_else(|| content.iter().next()));
        match told {
            None if body.is_empty() => Ok(()),
            None => Err("a body where none is documented".into()),
            Some((wanted, content)) => self.body(&content["schema"], kind, wanted, body),
        }
    }

    fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        let path = path.split('?').next().unwrap_or_default();
        let segments: Vec<&str> = path.split('/').collect();
        let paths = self.document["paths"].as_object().unwrap();
        let (_, item) = paths.iter().find(|(template, _)| {
            let template: Vec<&str> = template.split('/').collect();
            template.len() == segments.len()
                && template.iter().zip(&segments).all(|(t, s)| t.starts_with('{') || t == s)
        })?;
        item.get(method.to_lowercase())
    }

    fn body(&self, schema: &Value, kind: &str, wanted: &str, body: &[u8]) -> Result<(), String> {
        if kind != wanted {
            return Err(format!("{kind:?} in place of {wanted}"));
        }
        if !wanted.ends_with("json") {
            return Ok(());
        }
        let body: Value = serde_json::from_slice(body).map_err(|error| error.to_string())?;
        let mut validators = self.validators.lock().unwrap();
        let validator = validators.entry(schema.to_string()).or_insert_with(|| {
            let mut whole = schema.clone();
            whole["components"] = self.components.clone();
            jsonschema::options().should_validate_formats(true).build(&whole).unwrap()
        });
        let errors: Vec<String> = validator
            .iter_errors(&body)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
    }
}

/// Closes every schema: readers ignore what they do not know, but this server must not say
/// what is not documented.
fn close(schema: &mut Value) {
    if let Some(object) = schema.as_object_mut() {
        if object.contains_key("properties") && !object.contains_key("additionalProperties") {
            object.insert("additionalProperties".into(), false.into());
        }
        object.values_mut().for_each(close);
    } else if let Some(array) = schema.as_array_mut() {
        array.iter_mut().for_each(close);
    }
}
