//! What a request says it takes, and how gladly (RFC 9110 § 12.4).

use axum::http::{HeaderMap, HeaderName};

/// The values of such a header in small letters, each with its weight between 0 and 1, in
/// the order they came. A weight that cannot be read is 0.
pub fn offers(headers: &HeaderMap, name: HeaderName) -> Vec<(String, f32)> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(offer)
        .filter(|(value, _)| !value.is_empty())
        .collect()
}

fn offer(text: &str) -> (String, f32) {
    let mut parts = text.split(';').map(str::trim);
    let value = parts.next().unwrap_or_default().to_ascii_lowercase();
    let weight = parts
        .filter_map(|part| part.split_once('='))
        .find(|(key, _)| key.trim().eq_ignore_ascii_case("q"))
        .map_or(1.0, |(_, weight)| weight.trim().parse().unwrap_or(0.0));
    (value, if (0.0..=1.0).contains(&weight) { weight } else { 0.0 })
}
