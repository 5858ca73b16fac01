//! Pictures in the form of W3C PNG § 5.

const START: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture is a row of chunks: first what it is, some pixels, last its end, and nothing after
/// it. Some programs that cut a picture left there what was cut off, which nobody meant to send.
pub fn is_png(content: &[u8]) -> bool {
    chunks(content).is_some()
}

/// The chunks of a PNG, each with its kind and all of it; `None` when it breaks off, has no pixels,
/// or goes on after its end.
fn chunks(content: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let mut rest = content.strip_prefix(START)?;
    if !rest.starts_with(b"\0\0\0\x0dIHDR") {
        return None;
    }
    let mut chunks = Vec::new();
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let kind = *rest.get(4..)?.first_chunk()?;
        // Its length, its kind, what is in it, and its sum.
        let whole = rest.get(..length.checked_add(12)?)?;
        chunks.push((kind, whole));
        rest = rest.get(whole.len()..)?;
        if kind == *b"IEND" {
            let has_pixels = chunks.iter().any(|(kind, _)| kind == b"IDAT");
            return (has_pixels && rest.is_empty()).then_some(chunks);
        }
    }
}

/// Its pixels, colours, size and movement; `None` when it is no whole PNG.
pub fn png_alone(content: &[u8]) -> Option<Vec<u8>> {
    /// What of a picture can be left out, and yet is seen: colours, size and movement.
    const SEEN: [&[u8; 4]; 14] = [
        b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
        b"pHYs", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut alone = START.to_vec();
    for (kind, whole) in chunks(content)? {
        // The kind of what cannot be left out begins with a capital.
        if kind[0].is_ascii_uppercase() || SEEN.contains(&&kind) {
            alone.extend_from_slice(whole);
        }
    }
    Some(alone)
}
