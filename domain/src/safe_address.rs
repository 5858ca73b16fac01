//! Which addresses of others may be followed.

/// Whether it is an absolute `https` address with a host and nothing a browser would take off
/// or read otherwise (RFC 3986). Nobody else's protocol gets into a link.
#[must_use]
pub fn is_safe_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !r#"\"<>^`{|}"#.contains(c);
    // Before an @ stands a name to sign in by, which makes one host look like another.
    !host.is_empty() && !host.contains('@') && !host.starts_with(':') && url.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_https_address_may_be_followed() {
        for (address, is_safe) in [
            ("https://maktab.example.gov.uz/loyiha.pdf", true),
            ("https://example.gov.uz?q=1#top", true),
            ("http://maktab.example.gov.uz/loyiha.pdf", false),
            ("javascript:alert(1)", false),
            (" https://a.uz", false),
            ("//a.uz", false),
            ("https:///loyiha", false),
            ("https://gov.uz@example.com/", false),
            ("https://example.gov.uz/a b", false),
            ("https://example.gov.uz\\@example.com", false),
        ] {
            assert_eq!(is_safe_address(address), is_safe, "{address}");
        }
    }
}
