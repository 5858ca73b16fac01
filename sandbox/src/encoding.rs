//! Which form of a body a browser takes (RFC 9110 § 12.5.3).

use std::io::Write;

use axum::http::{HeaderMap, header};

use crate::offers::offers;

/// Quick, and most of what can be won: a page is made small while somebody waits.
const BROTLI_QUALITY: u32 = 4;
const BROTLI_WINDOW: u32 = 20;

/// How a body is made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// The better one first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The name in headers, which is also the end of an entity tag.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The end of the name of a file in this form.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// A body in this form.
    ///
    /// # Errors
    /// When the encoder fails, which it does not in memory.
    pub fn encode(self, body: &[u8]) -> std::io::Result<Vec<u8>> {
        let out = Vec::with_capacity(body.len() / 3);
        match self {
            Self::Brotli => {
                let mut encoder =
                    brotli::CompressorWriter::new(out, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
                encoder.write_all(body)?;
                encoder.flush()?;
                Ok(encoder.into_inner())
            }
            Self::Gzip => {
                let mut encoder = flate2::write::GzEncoder::new(out, flate2::Compression::fast());
                encoder.write_all(body)?;
                encoder.finish()
            }
        }
    }
}

/// The forms a request takes, the one it likes best first; none when it wants the body as it is.
pub fn accepted(headers: &HeaderMap) -> Vec<Encoding> {
    let offers = offers(headers, header::ACCEPT_ENCODING);
    let quality = |name: &str| {
        let named = offers.iter().find(|(offered, _)| offered == name);
        named.or_else(|| offers.iter().find(|(offered, _)| offered == "*")).map(|(_, q)| *q)
    };
    // The body as it is stands below everything that is not named less wanted.
    let plain = offers.iter().find(|(offered, _)| offered == "identity").map_or(0.0, |(_, q)| *q);
    let mut accepted: Vec<(Encoding, f32)> = Encoding::ALL
        .into_iter()
        .filter_map(|encoding| quality(encoding.name()).map(|q| (encoding, q)))
        .filter(|(_, q)| *q > 0.0 && *q >= plain)
        .collect();
    accepted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    accepted.into_iter().map(|(encoding, _)| encoding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Encoding::{Brotli, Gzip};

    fn of(value: &str) -> Vec<Encoding> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, value.parse().unwrap());
        accepted(&headers)
    }

    #[test]
    fn the_form_that_is_liked_best_comes_first() {
        assert_eq!(of("gzip, deflate, br, zstd"), [Brotli, Gzip]);
        assert_eq!(of("br;q=0.5, gzip;q=0.8"), [Gzip, Brotli]);
        assert_eq!(of("GZIP"), [Gzip]);
        assert_eq!(of("*"), [Brotli, Gzip]);
        assert_eq!(of("*;q=0.1, br;q=0"), [Gzip]);
        assert_eq!(of("identity, br;q=0.2"), []);
        assert_eq!(of("br;q=0, gzip;q=nonsense"), []);
        assert_eq!(accepted(&HeaderMap::new()), []);
    }
}
