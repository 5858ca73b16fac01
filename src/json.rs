//! Reading JSON with the parser that is there: the browser's own. One in wasm, with its tables
//! for numbers, would weigh 5 kB on every phone, and be slower.

use serde_json::Value;

/// Deeper than this nothing of ours is nested; what is would only fill the stack.
#[cfg(target_arch = "wasm32")]
const DEPTH_MAX: u8 = 64;

/// The largest whole number that every one below is told apart from.
#[cfg(target_arch = "wasm32")]
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

/// Reads a text; `None` when it is no JSON.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn read_json(text: &str) -> Option<Value> {
    value_of(&js_sys::JSON::parse(text).ok()?, DEPTH_MAX)
}

/// The same where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn read_json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

#[cfg(target_arch = "wasm32")]
fn value_of(read: &wasm_bindgen::JsValue, depth: u8) -> Option<Value> {
    use js_sys::{Array, Object};
    use serde_json::{Map, Number};
    use wasm_bindgen::JsCast;

    if let Some(text) = read.as_string() {
        return Some(Value::String(text));
    }
    if let Some(number) = read.as_f64() {
        let is_whole = number.trunc() == number && number.abs() < WHOLE_MAX;
        return Some(match is_whole {
            true => Value::Number(Number::from(number as i64)),
            false => Number::from_f64(number).map_or(Value::Null, Value::Number),
        });
    }
    if let Some(is_so) = read.as_bool() {
        return Some(Value::Bool(is_so));
    }
    let Some(object) = read.dyn_ref::<Object>() else { return Some(Value::Null) };
    let depth = depth.checked_sub(1)?;
    if let Some(items) = read.dyn_ref::<Array>() {
        let mut values = Vec::new();
        for at in 0..items.length() {
            values.push(value_of(&items.get(at), depth)?);
        }
        return Some(Value::Array(values));
    }
    let mut members = Map::new();
    let names = Object::keys(object);
    for at in 0..names.length() {
        let name = names.get(at);
        let value = js_sys::Reflect::get(read, &name).ok()?;
        members.insert(name.as_string()?, value_of(&value, depth)?);
    }
    Some(Value::Object(members))
}
