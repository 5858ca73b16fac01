//! What a file's content is called.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The first 10 hexadecimal digits of the SHA-256: enough that no two builds share a name.
pub fn short(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..5])
}

/// As the `integrity` attribute wants it (W3C Subresource Integrity). Every page carries one for each file of the app, and
/// nothing in them can be compressed: the shortest kind that browsers take is chosen.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_integrity_are_those_every_other_tool_computes() {
        assert_eq!(short(b"abc"), "ba7816bf8f");
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
