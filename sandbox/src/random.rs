//! Identifiers and secrets nobody can guess, and numbers that are the same for the same seed.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Letters and digits that are not mistaken for one another: without l, o, 0 and 1.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// 80 bits, five a letter.
const ID_LETTERS: usize = 16;

/// A new identifier.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn id() -> Result<String, getrandom::Error> {
    let mut bytes = [0; ID_LETTERS];
    getrandom::fill(&mut bytes)?;
    Ok(letters(&bytes))
}

/// The identifier that is always the same for the same parts.
#[must_use]
pub fn id_of(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    letters(&hash.finalize()[..ID_LETTERS])
}

fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A new secret of 256 bits that can stand in a cookie or header.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Numbers that look random and are the same for the same seed (SplitMix64, Steele,
/// Lea and Flood 2014). Not for secrets.
#[derive(Clone, Debug)]
pub struct Repeatable(u64);

impl Repeatable {
    /// The numbers of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to but not `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// A number from 0 up to but not 1.
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of several; `None` of none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }
}
