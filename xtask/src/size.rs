//! What a first visit to a thread page costs to download, against the budget that holds for good.

mod first_visit;

use crate::bundle;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::{Result, bail};
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

/// Prints the table; an app over the budget is an error.
pub fn weigh(project: &Project) -> Result<()> {
    let files = first_visit::files(&project.dist())?;
    println!("{:<44} {:>9} {:>9} {:>9}", "first visit to a thread page", "raw", "gzip", "brotli");
    for file in &files {
        println!("{:<44} {:>9} {:>9} {:>9}", file.name, file.raw, file.gzip, file.brotli);
    }
    println!("{:<44} {:>9} {:>9} {:>9}", "the words of each language", "raw", "gzip", "brotli");
    for file in first_visit::words(&project.dist())? {
        println!("{:<44} {:>9} {:>9} {:>9}", file.name, file.raw, file.gzip, file.brotli);
        if file.brotli > LANGUAGE_BUDGET {
            bail!("{} is over the {LANGUAGE_BUDGET} bytes a language may cost", file.name);
        }
    }
    let brotli: u64 = files.iter().map(|file| file.brotli).sum();
    for (name, files) in first_visit::pieces(&project.dist())? {
        println!(
            "{:<44} {:>9} {:>9} {:>9}",
            format!("the piece `{name}`, when needed"),
            "raw",
            "gzip",
            "brotli"
        );
        for file in &files {
            println!("{:<44} {:>9} {:>9} {:>9}", file.name, file.raw, file.gzip, file.brotli);
        }
        let with_it = brotli + files.iter().map(|file| file.brotli).sum::<u64>();
        if with_it > BUDGET {
            bail!("a page that begins with the piece {name} loads {with_it} bytes of {BUDGET}");
        }
    }
    println!(
        "{:<44} {:>9} {:>9} {:>9}  of {BUDGET}",
        "in all",
        files.iter().map(|file| file.raw).sum::<u64>(),
        files.iter().map(|file| file.gzip).sum::<u64>(),
        brotli
    );
    if brotli > BUDGET {
        bail!(
            "a first visit loads {brotli} bytes, {} over the budget of {BUDGET}",
            brotli - BUDGET
        );
    }
    Ok(())
}
