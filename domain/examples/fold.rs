//! Prints what each line of standard input is searched by:
//! `echo Йиғилиш | cargo run -p muloqot-domain --example fold`.

use std::io::{BufRead, Result, Write};

use muloqot_domain::SearchKey;

fn main() -> Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let key = SearchKey::of(&line?);
        writeln!(out, "{}\t{}", key.exact, key.bare)?;
    }
    Ok(())
}
