//! Pictures as rows of pieces, and those of the pieces that are not the picture.
//!
//! A camera writes into a photograph where and when it was taken and with what, often with a small
//! copy of it from before it was cut. Who shows what is to be seen in a picture does not mean to
//! tell that.

mod jpeg;
mod png;
#[cfg(test)]
pub(super) mod samples;

pub(super) use self::{jpeg::is_jpeg, png::is_png};
use self::{jpeg::jpeg_alone, png::png_alone};
use super::MediaType;

/// A picture without anything that is not needed to show it as it is: of a JPEG that leaves its
/// pixels, its colours and which way up it is, of a PNG its pixels, colours, size and movement. A
/// file that is no picture stays as it is. Never longer than it was, and the second time the same;
/// `None` when it is no whole file of that kind.
#[must_use]
pub fn without_metadata(content: &[u8], kind: MediaType) -> Option<Vec<u8>> {
    match kind {
        MediaType::Jpeg => jpeg_alone(content),
        MediaType::Png => png_alone(content),
        MediaType::Pdf | MediaType::Other => Some(content.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::{
        jpeg::{MARK, turned},
        samples::*,
        *,
    };
    use crate::accept_attachment;

    const SECRET: &[u8] = b"41.3111 N 69.2797 E";

    /// What a camera writes: which way up, and more.
    fn exif(is_little: bool, turn: u8) -> Vec<u8> {
        let short = |n: u16| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let long = |n: u32| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let entry = |tag, value| {
            let value = [short(value), short(0)].concat();
            [short(tag).as_slice(), &short(3), &long(1), &value].concat()
        };
        let order = if is_little { b"II*\0" } else { b"MM\0*" };
        let entries = [entry(0x0100, 640), entry(0x0112, turn.into()), entry(0x8825, 0)].concat();
        let tables = [order.as_slice(), &long(8), &short(3), &entries, &long(0), SECRET].concat();
        segment(0xE1, &[b"Exif\0\0", tables.as_slice()].concat())
    }

    fn jpeg_alone(content: &[u8]) -> Vec<u8> {
        without_metadata(content, MediaType::Jpeg).unwrap()
    }

    fn says(content: &[u8], words: &[u8]) -> bool {
        content.windows(words.len()).any(|part| part == words)
    }

    #[test]
    fn a_photograph_tells_which_way_up_it_is_and_not_where_it_was_taken() {
        for (is_little, turn) in [(true, 6), (false, 6), (true, 3), (false, 8)] {
            let photograph = jpeg_with(&[exif(is_little, turn)], &[]);
            assert!(says(&photograph, SECRET));
            let alone = jpeg_alone(&photograph);
            assert_eq!(alone, jpeg_with(&[turned(turn)], &[]));
            assert_eq!(alone.len() + 2 * 12 + SECRET.len(), photograph.len());
        }
        for turn in [0, 1, 9] {
            assert_eq!(jpeg_alone(&jpeg_with(&[exif(true, turn)], &[])), jpeg_with(&[], &[]));
        }
    }

    #[test]
    fn what_makes_the_colours_stays_and_what_people_and_programs_noted_does_not() {
        let kept = [
            segment(0xE0, b"JFIF\0\x01\x01\x00\0\x01\0\x01\0\0"),
            segment(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
            segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            segment(0xDB, b"table"),
        ];
        let mut all = kept.to_vec();
        for (kind, start) in
            [(0xE0, "JFXX\0"), (0xE1, "http://ns.adobe.com/xap/1.0/\0"), (0xE2, "MPF\0")]
        {
            all.push(segment(kind, &[start.as_bytes(), SECRET].concat()));
        }
        for kind in [0xE3, 0xEB, 0xED, 0xEE, 0xEF, 0xF3, 0xFE] {
            all.push(segment(kind, SECRET));
        }
        let between = [segment(0xFE, SECRET), segment(0xC4, b"table"), segment(0xE1, SECRET)];
        let mut photograph = jpeg_with(&all, &between);
        photograph.extend_from_slice(SECRET);
        let alone = jpeg_alone(&photograph);
        assert_eq!(alone, jpeg_with(&kept, &[segment(0xC4, b"table")]));
    }

    #[test]
    fn the_small_copy_of_a_photograph_goes() {
        let head = b"JFIF\0\x01\x01\x00\0\x01\0\x01";
        let with_copy = segment(0xE0, &[head.as_slice(), &[2, 2], SECRET].concat());
        let without = segment(0xE0, &[head.as_slice(), &[0, 0]].concat());
        assert_eq!(jpeg_alone(&jpeg_with(&[with_copy], &[])), jpeg_with(&[without], &[]));
    }

    #[test]
    fn a_png_keeps_what_is_seen() {
        let kept = [chunk(b"gAMA", &[1]), chunk(b"PLTE", &[0; 3]), chunk(b"tRNS", &[1])];
        let mut before = kept.to_vec();
        for kind in [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"prVW"] {
            before.push(chunk(kind, SECRET));
        }
        let picture = png_with(&before, &[chunk(b"tIME", &[0; 7])]);
        assert_eq!(without_metadata(&picture, MediaType::Png), Some(png_with(&kept, &[])));
    }

    #[test]
    fn a_document_stays_as_it_is_and_what_breaks_off_is_nothing() {
        assert_eq!(without_metadata(b"%PDF", MediaType::Pdf), Some(b"%PDF".to_vec()));
        for kind in [MediaType::Jpeg, MediaType::Png] {
            for content in [&jpeg()[..20], &png()[..20], &[]] {
                assert_eq!(without_metadata(content, kind), None);
            }
        }
    }

    fn pieces(piece: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<Vec<u8>>> {
        vec(piece, 0..6)
    }

    fn any_segment() -> impl Strategy<Value = Vec<u8>> {
        let start = select(vec![
            &b""[..],
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06",
            b"Exif\0\0II*\0",
            b"JFIF\0",
            b"ICC_PROFILE\0",
            b"Adobe",
        ]);
        let kind = prop_oneof![0xE0..=0xEF_u8, Just(0xFE), Just(0xC4), Just(0xDB)];
        let noted = prop_oneof![
            (kind, start, vec(any::<u8>(), 0..60))
                .prop_map(|(kind, start, rest)| segment(kind, &[start, &rest].concat())),
            (any::<bool>(), 0..10_u8).prop_map(|(is_little, turn)| exif(is_little, turn)),
        ];
        (0..3_usize, noted).prop_map(|(marks, noted)| [vec![MARK; marks], noted].concat())
    }

    fn any_chunk() -> impl Strategy<Value = Vec<u8>> {
        let kind = select(vec![b"tEXt", b"eXIf", b"gAMA", b"PLTE", b"IDAT", b"abCd"]);
        (kind, vec(any::<u8>(), 0..60)).prop_map(|(kind, content)| chunk(kind, &content))
    }

    fn any_picture() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            (pieces(any_segment()), pieces(any_segment()), vec(any::<u8>(), 0..9))
                .prop_map(|(before, between, more)| [jpeg_with(&before, &between), more].concat()),
            (pieces(any_chunk()), pieces(any_chunk()))
                .prop_map(|(before, after)| png_with(&before, &after)),
        ]
    }

    proptest! {
        #[test]
        fn a_picture_stays_one_of_its_kind_gets_no_longer_and_loses_nothing_the_second_time(
            picture in any_picture(),
        ) {
            let kind = accept_attachment(&picture).unwrap();
            let alone = without_metadata(&picture, kind).unwrap();
            prop_assert_eq!(accept_attachment(&alone), Ok(kind));
            prop_assert!(alone.len() <= picture.len());
            prop_assert_eq!(without_metadata(&alone, kind), Some(alone));
        }

        #[test]
        fn whatever_is_done_to_a_picture_it_is_judged(
            picture in any_picture(),
            changes in vec((any::<usize>(), any::<u8>()), 0..6),
            cut in 0.0..1.0_f64,
        ) {
            let mut spoilt = picture;
            for (place, byte) in changes {
                let place = place % spoilt.len();
                spoilt[place] = byte;
            }
            spoilt.truncate((spoilt.len() as f64 * (0.5 + cut)) as usize);
            for kind in [MediaType::Jpeg, MediaType::Png] {
                if let Some(alone) = without_metadata(&spoilt, kind) {
                    prop_assert_eq!(accept_attachment(&alone), Ok(kind));
                    prop_assert!(alone.len() <= spoilt.len());
                    prop_assert_eq!(without_metadata(&alone, kind), Some(alone));
                }
            }
        }
    }
}
