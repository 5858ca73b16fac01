//! How long it takes to carry a megabyte of text from script to script, and to fold it.
//!
//! `cargo xtask bench text`, or `cargo run --profile server -p muloqot-domain --example speed`.

use std::hint::black_box;
use std::time::Instant;

use muloqot_domain::{SearchKey, Transliteration};

const BYTES: usize = 1_000_000;
const RUNS: u32 = 9;
const LATIN: &str = "Har bir oʻquvchi uchun maktab oshxonasida issiq ovqat tashkil etilsin, \
     maʼlumot https://example.uz sahifasida eʼlon qilinadi. ";
const KARAKALPAK: &str = "Аўыл турғынларының пикирин есапқа алып, суўды үнемлеў керек. ";

fn main() {
    let latin = repeated(LATIN);
    let cyrillic = repeated(&Transliteration::UzbekToCyrillic.apply(LATIN));
    let karakalpak = repeated(KARAKALPAK);
    println!("1 MB of text, the median of {RUNS} runs                  (goal 50 ms)");
    for (name, text, way) in [
        ("Uzbek, Latin to Cyrillic", &latin, Transliteration::UzbekToCyrillic),
        ("Uzbek, Cyrillic to Latin", &cyrillic, Transliteration::UzbekToLatin),
        ("Karakalpak, Cyrillic to Latin", &karakalpak, Transliteration::KarakalpakToLatin),
    ] {
        print(name, || black_box(way.apply(text)).len());
    }
    print("folded for search", || black_box(SearchKey::of(&latin)).bare.len());
}

fn repeated(text: &str) -> String {
    text.repeat(BYTES.div_ceil(text.len()))
}

fn print(name: &str, work: impl Fn() -> usize) {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            black_box(work());
            began.elapsed()
        })
        .collect();
    times.sort();
    let median = times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    println!("{name:<40} {median:>8.1} ms");
}
