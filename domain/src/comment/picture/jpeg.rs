//! Photographs. The forms are those of ITU-T T.81 § B.1 (JPEG) and JEITA CP-3451 (Exif).

pub(super) const MARK: u8 = 0xFF;
pub(super) const START: u8 = 0xD8;
pub(super) const END: u8 = 0xD9;
pub(super) const SCAN: u8 = 0xDA;
const JFIF: u8 = 0xE0;
const EXIF: u8 = 0xE1;
const PROFILE: u8 = 0xE2;
const ADOBE: u8 = 0xEE;

/// A photograph is a row of segments with its pixels between them, up to the mark of its end.
///
/// What follows the end is let be: some cameras put things of their own there.
pub fn is_jpeg(content: &[u8]) -> bool {
    segments(content).is_some()
}

/// A piece of a JPEG.
struct Segment<'a> {
    kind: u8,
    /// All of it: its mark, its length, what is in it, and the pixels after the head of a scan.
    whole: &'a [u8],
    content: &'a [u8],
}

/// The segments of a JPEG between the marks of its start and of its end; `None` when it breaks off
/// before, or has no pixels.
fn segments(content: &[u8]) -> Option<Vec<Segment<'_>>> {
    let mut rest = content.strip_prefix(&[MARK, START])?;
    let mut segments: Vec<Segment<'_>> = Vec::new();
    loop {
        match *rest {
            // A segment may be moved by any number of marks.
            [MARK, MARK, ..] => rest = rest.get(1..)?,
            [MARK, END, ..] => {
                let has = |wanted: fn(u8) -> bool| segments.iter().any(|it| wanted(it.kind));
                return (has(is_frame) && has(|kind| kind == SCAN)).then_some(segments);
            }
            // Marks that stand alone.
            [MARK, 0x01 | 0xD0..=0xD7, ..] => rest = rest.get(2..)?,
            [MARK, kind, high, low, ..] => {
                let head = 2 + usize::from(u16::from_be_bytes([high, low]));
                let content = rest.get(4..head)?;
                let pixels = if kind == SCAN { pixels_length(rest.get(head..)?)? } else { 0 };
                let whole = rest.get(..head + pixels)?;
                segments.push(Segment { kind, whole, content });
                rest = rest.get(whole.len()..)?;
            }
            _ => return None,
        }
    }
}

/// How the pixels are written, and how many there are: all of C0 to CF but three.
fn is_frame(kind: u8) -> bool {
    matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC)
}

/// How many bytes of pixels there are before the next segment or the end.
fn pixels_length(rest: &[u8]) -> Option<usize> {
    rest.windows(2)
        .position(|pair| matches!(pair, [MARK, 0xC0..=0xCF | END..=0xDF | 0xE0..=0xEF | 0xFE]))
}

/// Its pixels, its colours and which way up it is; `None` when it is no whole JPEG.
pub fn jpeg_alone(content: &[u8]) -> Option<Vec<u8>> {
    let mut alone = vec![MARK, START];
    let mut is_turned = false;
    for Segment { kind, whole, content } in segments(content)? {
        match kind {
            0xC0..=0xCF | SCAN..=0xDF => alone.extend_from_slice(whole),
            JFIF if content.starts_with(b"JFIF\0") => match content.get(..12) {
                // What follows is a small copy of the picture, after its width and height.
                Some(head) if content.len() > 14 => {
                    alone.extend_from_slice(&[MARK, JFIF, 0, 16]);
                    alone.extend_from_slice(head);
                    alone.extend_from_slice(&[0, 0]);
                }
                _ => alone.extend_from_slice(whole),
            },
            EXIF if !is_turned => {
                if let Some(turn) = content.strip_prefix(b"Exif\0\0").and_then(turn) {
                    alone.extend_from_slice(&turned(turn));
                    is_turned = true;
                }
            }
            PROFILE if content.starts_with(b"ICC_PROFILE\0") => alone.extend_from_slice(whole),
            ADOBE if content.starts_with(b"Adobe") => alone.extend_from_slice(whole),
            _ => {}
        }
    }
    alone.extend_from_slice(&[MARK, END]);
    Some(alone)
}

/// Which way up the photograph is, if it is not as its pixels are: the tag `Orientation`, 2 to 8.
fn turn(exif: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    const SHORT: u16 = 3;
    let is_little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *exif.get(at..)?.first_chunk::<2>()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let bytes = *exif.get(4..)?.first_chunk::<4>()?;
    let start = if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
    let start = usize::try_from(start).ok().filter(|start| *start >= 8)?;
    let count = usize::from(short(start)?);
    // With the place of the next table, which follows, it is as long as what is written for it.
    exif.get(start..)?.get(..2 + 12 * count + 4)?;
    let entry = (0..count)
        .map(|number| start + 2 + 12 * number)
        .find(|entry| short(*entry) == Some(ORIENTATION))?;
    let value = short(entry + 8).filter(|_| short(entry + 2) == Some(SHORT))?;
    u8::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

/// The segment that says which way up a photograph is, and nothing else.
pub(super) fn turned(turn: u8) -> Vec<u8> {
    let entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0];
    [&[MARK, EXIF, 0, 34], b"Exif\0\0MM\0*\0\0\0\x08\0\x01".as_slice(), &entry, &[0; 4]].concat()
}
