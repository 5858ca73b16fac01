//! Addresses of resources. Identifiers and values come from outside and are never trusted.

/// The address of a resource, built piece by piece.
///
/// The same pieces always give the same text: the page's loader asks for the first reads
/// ahead of the app, and the browser hands them over only to the very same address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    text: String,
    path_length: usize,
}

impl Address {
    /// The address that the others are under, without a slash at the end.
    #[must_use]
    pub fn under(base: &str) -> Self {
        Self { text: base.to_owned(), path_length: base.len() }
    }

    /// One step down the path.
    #[must_use]
    pub fn segment(mut self, segment: &str) -> Self {
        self.text.push('/');
        match segment {
            // Dots alone are a step up even when percent-encoded, and nothing at all is no
            // step. Such an identifier names nothing; the address must not name anything else.
            "" => self.text.push_str("%20"),
            "." | ".." => self.text.push_str(&segment.replace('.', "%252E")),
            _ => encode_into(&mut self.text, segment),
        }
        self.path_length = self.text.len();
        self
    }

    /// One query parameter more, after those that are there.
    #[must_use]
    pub fn parameter(mut self, name: &str, value: &str) -> Self {
        let first = self.text.len() == self.path_length;
        self.text.push(if first { '?' } else { '&' });
        self.text.push_str(name);
        self.text.push('=');
        encode_into(&mut self.text, value);
        self
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Percent-encodes as `encodeURIComponent` does.
fn encode_into(text: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            for half in [byte >> 4, byte & 15] {
                text.extend(char::from_digit(u32::from(half), 16).map(|c| c.to_ascii_uppercase()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_keep_their_order() {
        let address = Address::under("/api/v1")
            .segment("consultations")
            .segment("c-7")
            .segment("comments")
            .parameter("sort", "most_supported")
            .parameter("limit", "20")
            .parameter("cursor", "a+b/c=");
        assert_eq!(
            address.as_str(),
            "/api/v1/consultations/c-7/comments?sort=most_supported&limit=20&cursor=a%2Bb%2Fc%3D"
        );
    }

    #[test]
    fn no_identifier_leads_elsewhere() {
        for (id, segment) in [
            ("a/b", "a%2Fb"),
            ("../../session", "..%2F..%2Fsession"),
            ("..", "%252E%252E"),
            (".", "%252E"),
            ("", "%20"),
            ("a?b#c&d", "a%3Fb%23c%26d"),
            ("%2e%2e", "%252e%252e"),
            ("oʻ ғ", "o%CA%BB%20%D2%93"),
            ("it's-(ok)_~*!.", "it's-(ok)_~*!."),
            ("a\r\nb", "a%0D%0Ab"),
        ] {
            let address = Address::under("/api").segment("comments").segment(id);
            assert_eq!(address.as_str(), format!("/api/comments/{segment}"));
        }
    }
}
