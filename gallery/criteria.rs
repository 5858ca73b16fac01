//! The success criteria of WCAG 2.2, as the audit knows them.

use serde_json::Value;

/// One criterion.
pub struct Criterion {
    /// As `1.4.3`.
    pub number: String,
    /// As W3C calls it.
    pub name: String,
    /// `A`, `AA` or `AAA`.
    pub level: String,
    /// Where W3C explains it.
    pub href: String,
}

/// All of them, in their order.
pub fn criteria() -> Vec<Criterion> {
    let read: Value =
        serde_json::from_str(include_str!("../tests/e2e/audit/wcag.json")).unwrap_or_default();
    let text = |criterion: &Value, name: &str| {
        criterion.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let listed = read.as_array().map(Vec::as_slice).unwrap_or_default();
    listed
        .iter()
        .map(|criterion| Criterion {
            number: text(criterion, "number"),
            name: text(criterion, "name"),
            level: text(criterion, "level"),
            href: format!(
                "https://www.w3.org/WAI/WCAG22/Understanding/{}.html",
                text(criterion, "slug")
            ),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read() {
        let all = criteria();
        assert_eq!(all.len(), 86);
        assert!(all.iter().all(|it| !it.name.is_empty() && it.href.len() > 50));
    }
}
