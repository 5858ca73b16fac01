//! Every chore of the project, so that a person needs one tool and no list of things to install first.

mod audit;
mod bench;
mod bundle;
mod command;
mod dev;
mod messages;
mod project;
mod run;
mod sandbox;
mod size;
mod step;
mod test;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Every chore of the project")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Sets everything up, builds the app in release and serves it with the sandbox.
    Run(run::Options),
    /// Serves the app from a debug build that follows every save.
    Dev(dev::Options),
    /// Sets everything up and runs every check and test.
    Test(test::Options),
    /// Looks for barriers in every place of the app, and writes down what was found.
    Audit(audit::Options),
    /// Weighs the first visit to a thread page against its budget.
    Size,
    /// Adds the words that are made from others to the app that trunk is building.
    #[command(hide = true)]
    Messages,
    /// Measures speed: the sandbox under load, or a page in a slow browser.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match chore(Cli::parse().chore) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn chore(chore: Chore) -> Result<ExitCode> {
    let project = project::Project::find()?;
    match chore {
        Chore::Run(options) => run::run(&project, &options),
        Chore::Dev(options) => dev::run(&project, &options),
        Chore::Test(options) => test::run(&project, &options),
        Chore::Audit(options) => audit::run(&project, &options),
        Chore::Size => size::run(&project),
        Chore::Messages => messages::run().map(|()| ExitCode::SUCCESS),
        Chore::Bench(options) => bench::run(&project, &options),
    }
}
