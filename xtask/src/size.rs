//! What a first visit costs to download, against the budget that holds for good: what every page loads, with the piece that
//! the page begins with.

mod first_visit;

use crate::bundle::{self, PAGES};
use crate::project::Project;
use crate::tools::Tools;
use anyhow::{Result, bail};
use first_visit::Weight;
use std::process::ExitCode;

/// Brotli, everything the app ships for a first visit. API answers are the platform's and are not counted.
pub const BUDGET: u64 = 200_000;

/// Brotli, the words of one language, of which a visit loads those it is read in.
const LANGUAGE_BUDGET: u64 = 15_000;

/// Builds the app where needed and weighs it.
pub fn run(project: &Project) -> Result<ExitCode> {
    let tools = Tools::ensure(project)?;
    bundle::ensure(project, &tools)?;
    weigh(project)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the tables; an app over the budget is an error.
pub fn weigh(project: &Project) -> Result<()> {
    let files = first_visit::files(&project.dist())?;
    let brotli = print("what every page loads", &files);
    hold("a first visit to the home page, the list or a thread", brotli)?;
    for (name, files) in first_visit::pieces(&project.dist())? {
        let piece = print(&format!("the piece `{name}`, when it is needed"), &files);
        if PAGES.contains(&name.as_str()) {
            hold(&format!("a first visit to the page that begins with `{name}`"), brotli + piece)?;
        }
    }
    print(
        "what names the other pieces, with the first of them",
        first_visit::list(&project.dist())?.as_slice(),
    );
    let words = first_visit::words(&project.dist())?;
    print("the words of each language", &words);
    if let Some(file) = words.iter().find(|file| file.brotli > LANGUAGE_BUDGET) {
        bail!("{} is over the {LANGUAGE_BUDGET} bytes a language may cost", file.name);
    }
    Ok(())
}

/// Prints a sum; one over the budget is an error.
fn hold(what: &str, brotli: u64) -> Result<()> {
    println!("{what:<64} {brotli:>9}  of {BUDGET}");
    if brotli > BUDGET {
        bail!("{what} loads {} bytes more than the budget allows", brotli - BUDGET);
    }
    Ok(())
}

/// Prints a table; gives what its files weigh in brotli.
fn print(title: &str, files: &[Weight]) -> u64 {
    println!("{title:<44} {:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    for file in files {
        println!("{:<44} {:>9} {:>9} {:>9}", file.name, file.raw, file.gzip, file.brotli);
    }
    files.iter().map(|file| file.brotli).sum()
}
